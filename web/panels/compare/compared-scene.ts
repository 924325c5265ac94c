import type { ChoroplethScale } from "#domain/classification/choropleth-scale.ts";
import type { MapScene, PlanningScene } from "../../map/map-scene.ts";
import { scenarioSites } from "../../state/selectors/scenario-sites.ts";
import type { ComparedArea } from "./compared-areas.ts";
import type { ComparedSide } from "./use-comparison.ts";

/** What planning draws of one scenario: people without an offer, and the sites it adds. */
export function planningOfSide(side: ComparedSide, scale: ChoroplethScale): PlanningScene {
  return {
    catchment: [],
    sites: [],
    suggestions: [],
    duplicates: [],
    closed: [],
    ...scenarioSites(side.scenario?.properties.changes ?? []),
    cells: side.gaps ? { drawn: side.gaps.cells, scale } : null,
  };
}

/** Steps people read easily, for the outer breaks of a difference. */
const readableSteps = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Fewer left without is blue, more is red; small differences either way stay pale. */
const differenceColours = ["#0571B0", "#92C5DE", "#F7F7F7", "#F4A582", "#CA0020"];

/** The difference as a choropleth: five classes around none, with round breaks. */
export function differenceScene(
  scene: MapScene,
  areas: readonly ComparedArea[],
  format: (value: number) => string,
): MapScene {
  const largest = areas.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0);
  const step = readableSteps.find((one) => one * 4 >= largest) ?? readableSteps.at(-1)!;
  return {
    ...scene,
    planning: null,
    choropleth: {
      drawing: "classes",
      scale: { breaks: [-2 * step, -0.5, 0.5, 2 * step], colours: differenceColours },
      maximum: largest,
      values: new Map(
        areas.map(({ areaNumber, difference }) => [
          areaNumber,
          { value: difference, state: "VALUE" as const },
        ]),
      ),
      keptClass: null,
      opacity: 1,
      showsValues: true,
      format,
    },
  };
}
