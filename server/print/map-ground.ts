import { baseWidths, type WidthStops, widthAt } from "#domain/drawing/line-widths.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import type { FeatureRow } from "../store/store.ts";
import type { MapFrame } from "./map-frame.ts";
import { element } from "./svg-text.ts";

/** Paper is white, so the light theme is the one that is printed. */
const colours = mapColours.light;

/** The built-in base map on paper: woods, water, railways, streets, and what lies outside the city. */
export function mapGround(base: readonly FeatureRow[], frame: MapFrame): string {
  const of = (name: string) => base.filter(({ properties }) => properties.class === name);
  const paths = (name: string) =>
    of(name)
      .map(({ geometry }) => frame.path(geometry))
      .join("");
  const drawn = (d: string, attributes: Record<string, string | number>) =>
    d === "" ? "" : element("path", { d, ...attributes });
  const line = (
    name: string,
    stroke: string,
    stops: WidthStops,
    more: Record<string, string | number> = {},
  ) =>
    drawn(paths(name), {
      fill: "none",
      stroke,
      "stroke-width": rounded(widthAt(stops, frame.zoom)),
      ...more,
    });
  const rounding = { "stroke-linejoin": "round", "stroke-linecap": "round" };
  return [
    element("rect", { width: frame.width, height: frame.height, fill: colours.paper }),
    drawn(paths("wood"), { fill: colours.wood, "fill-rule": "evenodd" }),
    drawn(paths("water"), {
      fill: colours.water,
      "fill-rule": "evenodd",
      stroke: colours.waterShore,
      "stroke-width": rounded(widthAt(baseWidths.waterShore, frame.zoom)),
    }),
    line("light-rail", colours.railway, baseWidths.lightRail, { "stroke-dasharray": "5 2.5" }),
    line("rail", colours.railway, baseWidths.rail),
    line("street", colours.streetCasing, baseWidths.streetCasing, rounding),
    line("street", colours.street, baseWidths.street, rounding),
    drawn(paths("mask"), { fill: colours.outside, "fill-rule": "evenodd", "fill-opacity": 0.86 }),
  ].join("");
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
