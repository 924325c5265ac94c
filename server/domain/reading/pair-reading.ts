import { knownValues } from "../classification/choropleth-scale.ts";
import { classBreaks, classOf, roundedBreaks } from "../classification/class-method.ts";
import type { AreaAnswer, Value } from "../contract/contract.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { AreaValue } from "../indicator/period-values.ts";

/** Classes of each of the two indicators: low, middle, high. */
export const pairSteps = 3;

/**
 * Inner breaks that put the known values of all years into low, middle and high, a third of them each
 * (terciles): two units can only be compared by rank, and a colour means the same in every year.
 */
export function pairBreaks(values: readonly Value[], { decimals }: Pick<Indicator, "decimals">): number[] {
  const known = knownValues(values);
  return roundedBreaks(classBreaks(known, { method: "quantile", classes: pairSteps }), known, decimals);
}

/** Figures of both indicators in one area, and the class of the pair: 3 · class of the first + class of the second. */
export interface AreaPair {
  first: AreaValue;
  second: AreaValue;
  /** A state where one of the two has no figure: the first one's, else the second one's. */
  kept: number | ValueState;
}

const unknown: AreaValue = { value: null, state: "UNKNOWN" };

/** Both figures of every area by its number. */
export function areaPairs(
  areas: readonly Pick<AreaAnswer, "number">[],
  first: { values: ReadonlyMap<string, AreaValue>; breaks: readonly number[] },
  second: { values: ReadonlyMap<string, AreaValue>; breaks: readonly number[] },
): Map<string, AreaPair> {
  return new Map(
    areas.map(({ number }) => {
      const [one, other] = [first.values.get(number) ?? unknown, second.values.get(number) ?? unknown];
      return [
        number,
        {
          first: one,
          second: other,
          kept:
            one.value === null
              ? one.state
              : other.value === null
                ? other.state
                : pairSteps * classOf(one.value, first.breaks) + classOf(other.value, second.breaks),
        },
      ];
    }),
  );
}

/** Counts depend on how large an area is drawn and never colour it (METHODS §6), alone or in a pair. */
export function canPair({ kind }: Pick<Indicator, "kind">): boolean {
  return kind !== "count";
}
