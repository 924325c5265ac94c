import { useQuery } from "@tanstack/react-query";
import { askDrawnArea } from "../../data/drawn-area.ts";
import type { Place } from "../../map/sketch/sketch.ts";
import { usePage } from "../../state/use-page.ts";
import { quarterOf } from "./quarter-of.ts";

/** The people of a drawn area, asked once for sheet and profile. */
export function useDrawnAreaAnswer(ring: readonly Place[]) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["drawn-area", ring, sight],
    queryFn: () => askDrawnArea(quarterOf(ring), sight),
  });
}
