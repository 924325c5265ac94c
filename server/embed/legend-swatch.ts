import { mapColours } from "#domain/drawing/map-colours.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import { element } from "../print/svg-text.ts";

const colours = mapColours.light;
const box = { x: 1, y: 1, width: 22, height: 14 };

/** Colour of a class, or the pattern of a state as the map draws it. */
export function classSwatch(kept: number | ValueState, colour: string | null): string {
  const outline = element("rect", { ...box, fill: "none", stroke: colours.subdistrictBorder });
  if (typeof kept === "number") return swatch(element("rect", { ...box, fill: colour ?? "none" }) + outline);
  if (kept === "VALUE") return "";
  return swatch(element("rect", { ...box, fill: colours.state[kept] }) + statePattern(kept) + outline);
}

function statePattern(state: Exclude<ValueState, "VALUE">): string {
  const ink = { stroke: colours.pattern, fill: "none" };
  switch (state) {
    case "TOO_FEW_RESIDENTS":
      return element("path", { d: "M1 7L7 1M1 13L13 1M6 15L20 1M12 15L23 4M18 15L23 10", ...ink });
    case "SUPPRESSED":
      return [4, 9, 14, 19]
        .flatMap((cx) => [5, 11].map((cy) => element("circle", { cx, cy, r: 1.2, fill: colours.pattern })))
        .join("");
    case "UNKNOWN":
      return element("path", { d: "M4 4l4 4m0-4l-4 4M15 8l4 4m0-4l-4 4", ...ink });
    case "NOT_APPLICABLE":
      return "";
  }
}

/** How a layer of records looks on the map. */
export function layerSwatch(layer: string): string {
  switch (layer) {
    case "renewal-priority-areas":
      return swatch(dashed(colours.renewalPriority, "5 2.5"));
    case "renewal-areas":
      return swatch(filled(colours.renewalArea));
    case "quarter-projects":
      return swatch(dashed(colours.quarterProject, "1 3"));
    case "public-needs-sites":
      return swatch(filled(colours.publicNeeds));
    case "facilities":
      return swatch(element("circle", { cx: 12, cy: 8, r: 6, fill: colours.facility }));
    case "planned-sites":
      return swatch(
        element("circle", { cx: 12, cy: 8, r: 5.5, fill: "none", stroke: "#BB5566", "stroke-width": 2 }),
      );
    case "evidence":
      return swatch(
        element("path", {
          ...{ d: "M7 1.5h7l3 3v10H7zM14 1.5v3h3M9.5 8h5M9.5 11h5", fill: colours.symbolPaper },
          ...{ stroke: colours.facility, "stroke-width": 1.5 },
        }),
      );
    default:
      return swatch(filled(colours.feature));
  }
}

function filled(colour: string): string {
  return element("rect", { ...box, fill: colour, "fill-opacity": 0.15, stroke: colour, "stroke-width": 2 });
}

function dashed(colour: string, dashes: string): string {
  return element("rect", {
    ...box,
    fill: "none",
    stroke: colour,
    "stroke-width": 2,
    "stroke-dasharray": dashes,
  });
}

function swatch(content: string): string {
  return element(
    "svg",
    { viewBox: "0 0 24 16", width: 24, height: 16, "aria-hidden": "true", focusable: "false" },
    content,
  );
}
