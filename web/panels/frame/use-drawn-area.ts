import { asksDrawnAreas } from "#domain/access/planning-access.ts";
import { useOpened } from "../../data/opened.ts";
import type { DrawnArea } from "../../state/drawn-area-slice.ts";
import { usePage } from "../../state/use-page.ts";
import { useTabs } from "./use-tabs.ts";

/** Whether this person may draw an area and ask for its people here: on the map, in a Sicht that is not lowered. */
export function useMayDrawAreas(): boolean {
  const { me } = useOpened();
  const { tab } = useTabs();
  const sight = usePage((state) => state.sight);
  const { ceilings, ...person } = me;
  return tab === "map" && asksDrawnAreas({ ...person, ceiling: sight ?? ceilings.at(-1) ?? "PUBLIC" });
}

/** The area being drawn or drawn, where it may be shown. */
export function useDrawnArea(): DrawnArea | null {
  const mayDraw = useMayDrawAreas();
  const area = usePage((state) => state.drawnArea);
  return mayDraw ? area : null;
}

/** The drawn quarter whose profile stands in the place of the map: its ring, or null. */
export function useProfiledQuarter() {
  const area = useDrawnArea();
  const isProfiled = usePage((state) => state.isQuarterProfiled);
  return isProfiled && area?.kind === "drawn" ? area.ring : null;
}

/** Whether the right panel tells of it: whatever is looked at goes first, and lets it come back when closed. */
export function useTellsOfDrawnArea(): boolean {
  const area = useDrawnArea();
  const isFree = usePage((state) => state.look.kind === "nothing" && !state.isInViewOpen);
  return area !== null && isFree;
}
