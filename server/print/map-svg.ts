import type { MultiPolygon } from "geojson";
import type { DrawnCells } from "#domain/analysis/answers.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { classOf, gapScale } from "#domain/drawing/gap-scale.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import type { FeatureRow } from "../store/store.ts";
import { LabelPlan } from "./label-plan.ts";
import { type Bounds, MapFrame } from "./map-frame.ts";
import { mapGround } from "./map-ground.ts";
import { type LegendWords, legendStrip } from "./map-legend.ts";
import { label, sketchSymbol, supplySymbol } from "./map-symbols.ts";
import { element, escaped } from "./svg-text.ts";

/** What a printed planning map shows. */
export interface PrintedMap {
  /** Features of the built-in base map; empty where the city has another one. */
  base: readonly FeatureRow[];
  /** With geometry; drawn from the second on as the finer level. */
  districts: readonly AreaAnswer[];
  subdistricts: readonly AreaAnswer[];
  /** Places that count. */
  supply: readonly SupplyPoint[];
  /** Unserved people, after disclosure control. */
  cells: DrawnCells;
  catchment: MultiPolygon;
  site: SketchedSite;
  alternatives: readonly SketchedSite[];
  /** The sentence that stands for the picture. */
  alt: string;
  attribution: string;
  notice: string | null;
  language: "de" | "en";
  words: LegendWords;
}

/** Paper is white, so the light theme is the one that is printed. */
const colours = mapColours.light;

/** Map with legend as one SVG of its own, `width` by `height` units of 1/96 inch. */
export function mapSvg(map: PrintedMap, size: { width: number; height: number }): string {
  const legend = legendStrip(map, size.width);
  const frame = new MapFrame(boundsOf(map), { width: size.width, height: size.height - legend.height });
  const content = [
    element("title", {}, escaped(map.alt)),
    element(
      "defs",
      {},
      element(
        "clipPath",
        { id: "frame" },
        element("rect", { x: 0, y: 0, width: frame.width, height: frame.height }),
      ),
    ),
    element(
      "g",
      { "clip-path": "url(#frame)" },
      [mapGround(map.base, frame), figures(map, frame), symbols(map, frame)].join(""),
    ),
    element("rect", {
      x: 0.5,
      y: 0.5,
      width: frame.width - 1,
      height: frame.height - 1,
      fill: "none",
      stroke: colours.subdistrictBorder,
    }),
    element("g", { transform: `translate(0 ${frame.height})` }, legend.drawing(frame.metersPerUnit)),
  ];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: "img",
      "aria-label": map.alt,
      lang: map.language,
    },
    content.join(""),
  );
}

/** The catchment and what is near it: the site in the middle of what it reaches, at least a good kilometre wide. */
function boundsOf({ catchment, site: { position } }: PrintedMap): Bounds {
  const [longitude, latitude] = position;
  const least = { x: 0.009, y: 0.0045 };
  const box = { west: longitude, south: latitude, east: longitude, north: latitude };
  for (const [x = 0, y = 0] of catchment.coordinates.flat(2)) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  const aroundX = 0.2 * (box.east - box.west);
  const aroundY = 0.2 * (box.north - box.south);
  return [
    Math.min(box.west - aroundX, longitude - least.x),
    Math.min(box.south - aroundY, latitude - least.y),
    Math.max(box.east + aroundX, longitude + least.x),
    Math.max(box.north + aroundY, latitude + least.y),
  ];
}

/** Squares of unserved people, borders over them, and the catchment in the accent. */
function figures({ cells, districts, subdistricts, catchment }: PrintedMap, frame: MapFrame): string {
  const scale = gapScale(cells.people);
  const squares = cells.people.map((people, index) => {
    const corners = [0, 2, 4, 6].map((at) =>
      frame.place([cells.corners[8 * index + at]!, cells.corners[8 * index + at + 1]!]),
    );
    if (!corners.some(([x, y]) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height)) return "";
    return element("path", {
      d: `M${corners.map(([x, y]) => `${x} ${y}`).join("L")}Z`,
      fill: scale.colours[classOf(people, scale)]!,
      "fill-opacity": 0.85,
      stroke: colours.paper,
      "stroke-width": 0.6,
    });
  });
  const borders = (areas: readonly AreaAnswer[], stroke: string, width: number) => {
    const d = areas.map(({ geometry }) => frame.path(geometry as MultiPolygon)).join("");
    return d === ""
      ? ""
      : element("path", { d, fill: "none", stroke, "stroke-width": width, "stroke-linejoin": "round" });
  };
  const outline = frame.path(catchment);
  return [
    ...squares,
    borders(subdistricts, colours.subdistrictBorder, 0.8),
    borders(districts, colours.districtBorder, 1.6),
    outline === ""
      ? ""
      : element("path", { d: outline, fill: colours.accent, "fill-opacity": 0.1, "fill-rule": "evenodd" }) +
        element("path", { d: outline, fill: "none", stroke: colours.accentHalo, "stroke-width": 4 }) +
        element("path", { d: outline, fill: "none", stroke: colours.accent, "stroke-width": 2 }),
  ].join("");
}

/** Places, sketches and names; a name that would lie on another one is left out, the site's own never. */
function symbols(map: PrintedMap, frame: MapFrame): string {
  const { site, alternatives, supply, subdistricts } = map;
  const plan = new LabelPlan(frame);
  const here = frame.place(site.position);
  const distance = ([x, y]: readonly [number, number]) => Math.hypot(x - here[0], y - here[1]);
  const seen = supply
    .map((point) => ({ point, at: frame.place([point.longitude, point.latitude]) }))
    .filter(({ point }) => frame.holds([point.longitude, point.latitude]) && point.id !== site.id)
    .sort((a, b) => distance(a.at) - distance(b.at));
  const others = alternatives
    .filter(({ position }) => frame.holds(position))
    .map((alternative) => ({ name: alternative.name, at: frame.place(alternative.position) }));

  plan.keepFree(here, 16);
  for (const { at } of [...seen, ...others]) plan.keepFree(at, 7);
  const names = [
    plan.beside(site.name, here, { size: 12, gap: 16, isNeeded: true }),
    ...others.map(({ name, at }) => plan.beside(name, at, { size: 10, gap: 11 })),
    ...seen.slice(0, 8).map(({ point, at }) => plan.beside(point.name, at, { size: 9, gap: 8 })),
  ];
  const areaNames = subdistricts.flatMap(({ name, labelPoint }) => {
    if (!name || !labelPoint || !frame.holds(labelPoint, 20)) return [];
    const placed = plan.centred(name, frame.place(labelPoint), 10);
    return placed
      ? [label(placed.text, placed.at, { ...placed, ink: colours.subdistrictLabel, halo: colours.halo })]
      : [];
  });
  return [
    ...areaNames,
    ...seen.map(({ point, at }) => supplySymbol(point.layer, at, colours, 12)).reverse(),
    ...others.map(({ at }) => sketchSymbol(at, colours, false)),
    sketchSymbol(here, colours, true),
    ...names.flatMap((placed, index) =>
      placed
        ? [
            label(placed.text, placed.at, {
              ...placed,
              ink: index === 0 ? colours.accent : colours.label,
              halo: colours.halo,
              ...(index === 0 ? { weight: "bold" as const } : {}),
            }),
          ]
        : [],
    ),
  ].join("");
}
