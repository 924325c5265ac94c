import type { Feature, FeatureCollection, Geometry, MultiPolygon } from "geojson";
import type { DrawnCells } from "#domain/analysis/answers.ts";
import { classOf } from "#domain/classification/class-method.ts";
import type { PlanningScene, PlanningSite } from "../map-scene.ts";

/** GeoJSON sources of planning. They are all there whenever planning is, so that answers only exchange data. */
export const planningSources = {
  cells: "planning-cells",
  catchment: "planning-catchment",
  sites: "planning-sites",
  plots: "planning-plots",
  suggestions: "planning-suggestions",
  duplicates: "planning-duplicates",
  closed: "planning-closed",
  drawnArea: "planning-drawn-area",
  /** What is being drawn right now; filled by the sketch itself, never by the scene. */
  draft: "planning-draft",
} as const;

/** Layers of planning that answer a pointer. Double structures do not: the two facilities are what can be opened. */
export const answeringPlanningLayers: ReadonlySet<string> = new Set([
  "planning/site",
  "planning/site-in-hand",
  "planning/plot",
  "planning/suggestion",
]);

/** Data of each source. Equal parts of two scenes give the same object, so they are not handed over again. */
export function planningData(planning: PlanningScene): Record<string, FeatureCollection> {
  return {
    [planningSources.cells]: planning.cells
      ? cellsOf(planning.cells.drawn, planning.cells.scale.breaks)
      : nothing,
    [planningSources.catchment]: catchmentData(planning.catchment),
    [planningSources.sites]: siteData(planning.sites),
    [planningSources.plots]: plotData(planning.sites),
    [planningSources.suggestions]: suggestionData(planning.suggestions),
    [planningSources.duplicates]: duplicateData(planning.duplicates),
    [planningSources.closed]: closedData(planning.closed),
    [planningSources.drawnArea]: planning.drawnArea ? drawnAreaData(planning.drawnArea) : nothing,
    [planningSources.draft]: nothing,
  };
}

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
const nothing = collection([]);
const feature = (geometry: Geometry, properties: Record<string, unknown>): Feature => ({
  type: "Feature",
  geometry,
  properties,
});
const point = (longitude: number, latitude: number): Geometry => ({
  type: "Point",
  coordinates: [longitude, latitude],
});

function remembered<Part extends object>(make: (part: Part) => FeatureCollection) {
  const made = new WeakMap<Part, FeatureCollection>();
  return (part: Part): FeatureCollection => {
    const known = made.get(part) ?? make(part);
    made.set(part, known);
    return known;
  };
}

const cellsByScale = new WeakMap<DrawnCells, { breaks: string; data: FeatureCollection }>();

/** Squares with the class they fall into; the class and not the number of people is what the style reads. */
function cellsOf(drawn: DrawnCells, breaks: readonly number[]): FeatureCollection {
  const key = breaks.join(" ");
  const known = cellsByScale.get(drawn);
  if (known?.breaks === key) return known.data;
  const { corners } = drawn;
  const data = collection(
    drawn.people.map((people, cell) => {
      const ring = [0, 1, 2, 3, 0].map((corner) => {
        const at = cell * 8 + corner * 2;
        return [corners[at]!, corners[at + 1]!];
      });
      return feature({ type: "Polygon", coordinates: [ring] }, { class: classOf(people, breaks) });
    }),
  );
  cellsByScale.set(drawn, { breaks: key, data });
  return data;
}

/** Outlines, the largest marked as the edge of the catchment and the others as breaks within it. */
export const catchmentData = remembered((outlines: readonly MultiPolygon[]) =>
  collection(outlines.map((outline, index) => feature(outline, { isEdge: index === outlines.length - 1 }))),
);

/** One point per sketched site. */
export const siteData = remembered((sites: readonly PlanningSite[]) =>
  collection(
    sites.map(({ id, name, position, layer, isInHand }) =>
      feature(point(...position), { id, title: name, layer, inHand: isInHand }),
    ),
  ),
);

const plotData = remembered((sites: readonly PlanningSite[]) =>
  collection(
    sites.flatMap(({ id, name, plot, isInHand }) =>
      plot
        ? [
            feature(
              { type: "Polygon", coordinates: [plot.map((position) => [...position])] },
              { id, title: name, inHand: isInHand },
            ),
          ]
        : [],
    ),
  ),
);

const suggestionData = remembered((suggestions: PlanningScene["suggestions"]) =>
  collection(
    suggestions.map(({ id, label, longitude, latitude, isWhyNot }) =>
      feature(point(longitude, latitude), { id, title: label, label, whyNot: isWhyNot }),
    ),
  ),
);

/** A line between the two, and a point in its middle for the mark. */
const duplicateData = remembered((duplicates: PlanningScene["duplicates"]) =>
  collection(
    duplicates.flatMap(({ id, from, to }) => [
      feature({ type: "LineString", coordinates: [[...from], [...to]] }, { id }),
      feature(point((from[0] + to[0]) / 2, (from[1] + to[1]) / 2), { id }),
    ]),
  ),
);

const closedData = remembered((closed: PlanningScene["closed"]) =>
  collection(
    closed.map(({ type, id, longitude, latitude }) => feature(point(longitude, latitude), { id, type })),
  ),
);

const drawnAreaData = remembered((ring: NonNullable<PlanningScene["drawnArea"]>) =>
  collection([feature({ type: "Polygon", coordinates: [ring.map((position) => [...position])] }, {})]),
);
