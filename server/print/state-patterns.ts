import { mapColours } from "#domain/drawing/map-colours.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import { element } from "./svg-text.ts";

const colours = mapColours.light;
const side = 8;

type DrawnState = Exclude<ValueState, "VALUE">;

/** What is drawn over the grey of a state, as on the screen: hatch, dots, sparse crosses. */
const drawings: Readonly<Record<DrawnState, string>> = {
  TOO_FEW_RESIDENTS: element("path", {
    d: "M-1 9L9 -1M-1 1L1 -1M7 9L9 7",
    stroke: colours.pattern,
    fill: "none",
  }),
  SUPPRESSED: [
    [2, 2],
    [6, 6],
  ]
    .map(([cx, cy]) => element("circle", { cx, cy, r: 1, fill: colours.pattern }))
    .join(""),
  UNKNOWN: element("path", { d: "M2.5 2.5l3 3m0-3l-3 3", stroke: colours.pattern, fill: "none" }),
  NOT_APPLICABLE: "",
};

/** Pattern elements for the `defs` of a map. */
export const statePatterns = (Object.keys(drawings) as DrawnState[])
  .map((state) =>
    element(
      "pattern",
      { id: idOf(state), width: side, height: side, patternUnits: "userSpaceOnUse" },
      element("rect", { width: side, height: side, fill: colours.state[state] }) + drawings[state],
    ),
  )
  .join("");

/** The fill of an area in this state. */
export function statePaint(state: DrawnState): string {
  return `url(#${idOf(state)})`;
}

function idOf(state: DrawnState): string {
  return `state-${state.toLowerCase()}`;
}
