import { classOf } from "#domain/classification/class-method.ts";
import type { sketch as wording } from "../../i18n/de/sketch.ts";
import type { MapScene, PlanningScene } from "../map-scene.ts";
import { cellOpacity } from "../style/layers/planning.ts";
import type { PictureLegend } from "./draw-legend.ts";

/**
 * The legend of a picture of planning: squares by class, then what planning draws, then the layers under it.
 * `plain` is the legend of the page without planning, whose indicator the picture does not show.
 */
export function planningLegend(
  { layers, filteredFacilities, language }: Pick<MapScene, "layers" | "filteredFacilities" | "language">,
  planning: PlanningScene,
  plain: PictureLegend,
  words: typeof wording.legend,
  number: (value: number) => string,
): PictureLegend {
  const { cells, catchment, sites, suggestions, duplicates, closed } = planning;
  const point = "point" as const;
  const own = [
    { layer: "planning-catchment", geometry: "polygon" as const, text: words.catchment, things: catchment },
    { layer: "planning-sites", geometry: point, text: words.sites, things: sites },
    { layer: "planning-suggestions", geometry: point, text: words.suggestions, things: suggestions },
    { layer: "planning-duplicates", geometry: point, text: words.duplicates, things: duplicates },
    { layer: "planning-closed", geometry: point, text: words.closed, things: closed },
  ].filter(({ things }) => things.length > 0);
  const under = layers
    .map(({ layer }) => layer)
    .filter(({ kind }) => kind === "records" || kind === "features")
    .map(({ layer, geometry, name, count }) =>
      layer === "facilities" && filteredFacilities
        ? { layer, geometry, text: words.facilities, count: number(filteredFacilities.features.length) }
        : { layer, geometry, text: name[language], count: number(count) },
    );
  const { title: _title, note: _note, ...rest } = plain;
  return {
    ...rest,
    ...(cells ? { title: words.squares } : {}),
    ...(cells && cells.drawn.hiddenCells > 0 ? { note: words.hidden(number(cells.drawn.hiddenCells)) } : {}),
    opacity: cellOpacity,
    classes: cells ? classesOf(cells, words, number) : [],
    states: [],
    circles: [],
    layers: [
      ...own.map(({ things, ...row }) => ({
        ...row,
        // Several breaks are one catchment.
        count: row.layer === "planning-catchment" ? "" : number(things.length),
      })),
      ...under,
    ],
  };
}

function classesOf(
  { drawn, scale: { breaks, colours } }: NonNullable<PlanningScene["cells"]>,
  words: typeof wording.legend,
  number: (value: number) => string,
): PictureLegend["classes"] {
  const counts = colours.map(() => 0);
  for (const people of drawn.people) counts[classOf(people, breaks)]! += 1;
  return colours.map((colour, place) => {
    const [from, to] = [breaks[place - 1], breaks[place]];
    const text =
      from === undefined
        ? words.below(number(to ?? 0))
        : to === undefined
          ? words.above(number(from))
          : words.between(number(from), number(to - 1));
    return { colour, text, count: number(counts[place] ?? 0) };
  });
}
