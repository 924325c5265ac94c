import { describe, expect, it } from "vitest";
import type { Value } from "#domain/contract/contract.ts";
import { changeReading } from "#domain/reading/change-reading.ts";
import { anIndicator, aValue } from "../../web/builders.ts";

const rate = anIndicator({ periods: ["2018", "2021", "2024"], contentBreaks: [5, 10] });
const absent = (areaNumber: string, period: string, state: Value["state"]): Value => ({
  ...{ areaNumber, period, value: null, state },
});
const found = ({ values }: { values: readonly Value[] }, areaNumber: string, period = "2024") =>
  values.find((value) => value.areaNumber === areaNumber && value.period === period);

describe("an indicator read as its change", () => {
  const values = [
    ...[aValue("01", 28.1, "2018"), aValue("01", 29, "2021"), aValue("01", 30.5, "2024")],
    ...[aValue("02", 12, "2018"), absent("02", "2021", "UNKNOWN"), aValue("02", 9, "2024")],
    ...[absent("03", "2018", "SUPPRESSED"), aValue("03", 7, "2024")],
  ];
  const cityValues = [aValue("00", 20, "2018"), aValue("00", 21.4, "2024")];

  it("tells rates in percentage points, without what the machine adds", () => {
    const change = changeReading(rate, { values, cityValues }, { since: "2018", isRelative: false });
    expect(found(change, "01")).toEqual(aValue("01", 2.4));
    expect(found(change, "01", "2021")?.value).toBe(0.9);
    expect(found(change, "02")?.value).toBe(-3);
    expect(change.indicator).toMatchObject({
      name: { de: "Arbeitslose: Veränderung seit 2018", en: "Unemployed people: change since 2018" },
      ...{ unit: "percentage-points", diverging: true, periods: ["2021", "2024"], isChange: true },
    });
    expect(change.indicator.contentBreaks).toBeUndefined();
  });

  it("keeps the reason why there is none where a figure is missing or hidden", () => {
    const change = changeReading(rate, { values, cityValues }, { since: "2018", isRelative: false });
    expect(found(change, "03")).toEqual(absent("03", "2024", "SUPPRESSED"));
    expect(found(change, "02", "2021")).toEqual(absent("02", "2021", "UNKNOWN"));
  });

  it("takes the city's own change off: +2.4 points beside +1.4 in the city are +1.0", () => {
    const change = changeReading(rate, { values, cityValues }, { since: "2018", isRelative: true });
    expect(found(change, "01")?.value).toBe(1);
    expect(found(change, "02")?.value).toBe(-4.4);
    expect(change.cityValues).toEqual([aValue("00", 0)]);
    // Nobody knows what the city did until 2021.
    expect(found(change, "01", "2021")).toEqual(absent("01", "2021", "UNKNOWN"));
  });

  it("tells counts in per cent of what they were, and nothing of what was zero", () => {
    const count = anIndicator({ kind: "count", unit: "", decimals: 0, periods: ["2018", "2024"] });
    const counted = [aValue("01", 40, "2018"), aValue("01", 83), aValue("02", 0, "2018"), aValue("02", 5)];
    const change = changeReading(
      count,
      { values: counted, cityValues: [] },
      { since: "2018", isRelative: false },
    );
    expect(found(change, "01")?.value).toBe(107.5);
    expect(found(change, "02")).toEqual(absent("02", "2024", "NOT_APPLICABLE"));
    expect(change.indicator).toMatchObject({ kind: "rate", unit: "%", decimals: 1 });
  });

  it("stays confidential where one of its two figures is", () => {
    const secret = [{ ...aValue("01", 3, "2018"), isConfidential: true }, aValue("01", 5)];
    const change = changeReading(
      rate,
      { values: secret, cityValues: [] },
      { since: "2018", isRelative: false },
    );
    expect(found(change, "01")).toEqual({ ...aValue("01", 2), isConfidential: true });
  });
});
