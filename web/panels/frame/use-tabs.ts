import { useOpened } from "../../data/opened.ts";
import { usesScenarios } from "../../data/scenarios.ts";
import type { Tab } from "../../state/frame-slice.ts";
import { usePage } from "../../state/use-page.ts";

/** Tabs that work for this person, and the one shown; an address may ask for one that does not. */
export function useTabs(): { tabs: readonly Tab[]; tab: Tab } {
  const { me } = useOpened();
  const asked = usePage((state) => state.tab);
  const tabs: readonly Tab[] = usesScenarios(me) ? ["map", "planning"] : ["map"];
  return { tabs, tab: tabs.includes(asked) ? asked : "map" };
}
