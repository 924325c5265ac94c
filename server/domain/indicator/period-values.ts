import type { Value } from "../contract/contract.ts";
import type { ValueState } from "./observation.ts";

/** `isConfidential`: hidden from everybody who may not read finer values. `isUncertain`: made from few people. */
export type AreaValue = {
  value: number | null;
  state: ValueState;
  isConfidential?: true;
  isUncertain?: true;
};

/** Values of one period by area number. */
export function periodValues(values: readonly Value[], period: string): ReadonlyMap<string, AreaValue> {
  return new Map(
    values
      .filter((value) => value.period === period)
      .map(({ areaNumber, value, state, isConfidential, isUncertain }) => [
        areaNumber,
        { value, state, ...(isConfidential && { isConfidential }), ...(isUncertain && { isUncertain }) },
      ]),
  );
}

/** The series of one area, ascending by period. */
export function seriesOf(values: readonly Value[], areaNumber: string): Value[] {
  return values
    .filter((value) => value.areaNumber === areaNumber)
    .sort((a, b) => a.period.localeCompare(b.period));
}
