import { describe, expect, it } from "vitest";
import { choroplethScale } from "#domain/classification/choropleth-scale.ts";
import { sequentialRamps } from "#domain/classification/palette.ts";
import { anIndicator, aValue } from "../../web/builders.ts";

const values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((value, place) => aValue(`0${place}`, value));
const wish = {
  indicator: anIndicator(),
  values,
  cityValues: [],
  method: null,
  classes: 5,
  ramp: "blue",
} as const;

describe("the scale of a choropleth", () => {
  it("is the same whichever year is looked at", () => {
    const years = [...values, ...values.map((value) => ({ ...value, period: "2015" }))];
    expect(choroplethScale({ ...wish, values: years }).breaks).toEqual(choroplethScale(wish).breaks);
  });

  it("leaves out areas with too few residents and suppressed ones", () => {
    const hidden = [
      { areaNumber: "90", period: "2024", value: null, state: "SUPPRESSED" as const },
      { areaNumber: "91", period: "2024", value: null, state: "TOO_FEW_RESIDENTS" as const },
    ];
    expect(choroplethScale({ ...wish, values: [...values, ...hidden] })).toEqual(choroplethScale(wish));
  });

  it("takes the breaks an indicator's owner set, unrounded", () => {
    const indicator = anIndicator({ kind: "supply", contentBreaks: [80, 95, 105, 120] });
    const scale = choroplethScale({ ...wish, indicator });
    expect(scale.breaks).toEqual([80, 95, 105, 120]);
    expect(scale.colours).toEqual([...sequentialRamps.blue]);
  });

  it("rounds breaks without moving a figure into another class", () => {
    const close = [1.2, 1.3, 2.4, 2.5, 3.6, 3.7].map((value, place) => aValue(`0${place}`, value));
    const scale = choroplethScale({ ...wish, values: close, method: "equal-interval", classes: 3 });
    // Equal widths of 1.2 to 3.7 break at 2.033 and 2.867.
    expect(scale.breaks).toEqual([2, 3]);
  });

  it("centres standard deviations on the city's own figure", () => {
    const scale = choroplethScale({
      ...wish,
      method: "standard-deviation",
      cityValues: [aValue("0", 40)],
    });
    // The areas' mean is 55, their deviation 28.72; around 40 that is -3.1, 25.6, 54.4 and 83.1.
    expect(scale.breaks).toEqual([-3, 26, 54, 83]);
  });

  it("counts deviations of a change from zero, with the colour of the middle around it", () => {
    const change = [aValue("01", 1), aValue("02", 3), aValue("03", 4)];
    const scale = choroplethScale({
      ...{ ...wish, values: change, indicator: anIndicator({ diverging: true }), isAroundZero: true },
    });
    // √((1 + 9 + 16) / 3) is 2.944; half of it 1.472, one and a half of it 4.416. Nothing fell, so two classes are empty.
    expect(scale.breaks).toEqual([-4.4, -1.5, 1.5, 4.4]);
    expect(scale.colours).toHaveLength(5);
    expect(scale.colours[2]).toBe("#F7F7F7");
  });

  it("puts the warm end where the burden is", () => {
    const diverging = { ...wish, method: "standard-deviation" as const, cityValues: [aValue("0", 55)] };
    const burden = choroplethScale(diverging).colours;
    const resource = choroplethScale({
      ...diverging,
      indicator: anIndicator({ direction: "HIGH_IS_RESOURCE" }),
    }).colours;
    expect(burden.at(-1)).toBe("#CA0020");
    expect(resource.at(-1)).toBe("#0571B0");
    expect([...resource].reverse()).toEqual(burden);
  });

  it("never colours a neutral indicator as good or bad", () => {
    const indicator = anIndicator({ direction: "NEUTRAL", diverging: true });
    expect(choroplethScale({ ...wish, indicator }).colours).toEqual([...sequentialRamps.blue]);
  });

  it("is one class when all figures are equal", () => {
    const equal = ["01", "02", "03"].map((number) => aValue(number, 7));
    expect(choroplethScale({ ...wish, values: equal }).breaks).toEqual([]);
    expect(choroplethScale({ ...wish, values: equal }).colours).toHaveLength(1);
  });
});
