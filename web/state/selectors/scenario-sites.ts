import type { ScenarioChange } from "#domain/scenario/scenario.ts";
import type { PlanningScene } from "../../map/map-scene.ts";

/** The sites a scenario adds, as the map shows them outside the tab "Planen"; null where it adds none. */
export function scenarioSites(changes: readonly ScenarioChange[]): PlanningScene | null {
  const sites = changes.flatMap((change) => (change.change === "add-site" ? [change.site] : []));
  if (sites.length === 0) return null;
  return {
    cells: null,
    catchment: [],
    sites: sites.map(({ id, name, position, plot, layer }) => ({
      id,
      name,
      position,
      plot,
      layer,
      isInHand: false,
    })),
    suggestions: [],
    duplicates: [],
    closed: [],
  };
}
