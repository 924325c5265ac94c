import type { AreaAnswer } from "../contract/contract.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { AreaValue } from "../indicator/period-values.ts";
import type { ChoroplethScale } from "./choropleth-scale.ts";
import { classOf } from "./class-method.ts";

/** A row of the legend: a class or a state without a class. */
export interface ClassRow {
  kept: number | ValueState;
  colour: string | null;
  /** Bounds of the class; the first has no lower, the last no upper one. */
  from: number | null;
  to: number | null;
  areas: number;
  /** 0 to 1, of the residents of all areas listed; null where residents are unknown. */
  shareOfResidents: number | null;
}

/** States in the order the legend lists them; NOT_APPLICABLE areas have nothing to count. */
const states = ["TOO_FEW_RESIDENTS", "SUPPRESSED", "UNKNOWN", "NOT_APPLICABLE"] as const;

/** Legend rows: classes from the lowest up, then the states that occur. */
export function classRows(
  scale: ChoroplethScale,
  areas: readonly AreaAnswer[],
  values: ReadonlyMap<string, AreaValue>,
): ClassRow[] {
  return rowsOf(scale, areas, (number) => keptClassOf(values.get(number), scale.breaks));
}

/** The same for classes that come from elsewhere; without breaks they have no bounds. */
export function rowsOf(
  scale: ChoroplethScale,
  areas: readonly AreaAnswer[],
  keptOf: (areaNumber: string) => number | ValueState,
): ClassRow[] {
  const everyone = sumOfResidents(areas);
  const groups = new Map<number | ValueState, AreaAnswer[]>();
  for (const area of areas) {
    const kept = keptOf(area.number);
    groups.set(kept, [...(groups.get(kept) ?? []), area]);
  }
  const row = (kept: number | ValueState, rest: Pick<ClassRow, "colour" | "from" | "to">): ClassRow => {
    const members = groups.get(kept) ?? [];
    const residents = sumOfResidents(members);
    return {
      kept,
      ...rest,
      areas: members.length,
      shareOfResidents: everyone && residents !== null ? residents / everyone : null,
    };
  };
  const classes = scale.colours.map((colour, index) =>
    row(index, { colour, from: scale.breaks[index - 1] ?? null, to: scale.breaks[index] ?? null }),
  );
  const others = states
    .map((state) => row(state, { colour: null, from: null, to: null }))
    .filter(({ areas: count }) => count > 0);
  return [...classes, ...others];
}

/** Class or state of a value; an area without an entry is unknown. */
export function keptClassOf(value: AreaValue | undefined, breaks: readonly number[]): number | ValueState {
  if (!value) return "UNKNOWN";
  return value.state === "VALUE" && value.value !== null ? classOf(value.value, breaks) : value.state;
}

function sumOfResidents(areas: readonly AreaAnswer[]): number | null {
  const known = areas.flatMap(({ residents }) => (residents === null ? [] : [residents]));
  return known.length === 0 && areas.length > 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
