import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { areaSchema } from "#domain/area/area.ts";
import { indicatorSchema } from "#domain/indicator/indicator.ts";
import { observationSchema } from "#domain/indicator/observation.ts";
import { type DemoCity, type DemoObservation, generateDemoCity } from "../../../scripts/demo/demo-city.ts";

let city: DemoCity;
const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
const find = (code: string, level: string, period: string): DemoObservation[] =>
  city.observations.filter((o) => o.indicatorCode === code && o.level === level && o.period === period);

beforeAll(() => {
  city = generateDemoCity();
});

describe("the demo city", () => {
  it("is the same byte for byte for the same seed, and another one for another seed", () => {
    expect(hash(generateDemoCity())).toBe(hash(city));
    expect(hash(generateDemoCity({ seed: 7 }).observations)).not.toBe(hash(city.observations));
  });

  it("is plain JSON with coordinates of at most six decimals", () => {
    const text = JSON.stringify({
      areas: city.areas,
      base: city.base,
      records: city.records.map((r) => r.geometry),
    });
    expect(text.match(/\d\.\d{7,}/g)).toBeNull();
    // Through text and back, because what JSON cannot say (undefined, NaN) would change on the way.
    const there = { ...city, observations: city.observations.slice(0, 5000) };
    expect(JSON.parse(JSON.stringify(there))).toEqual(there);
  });

  it("has the residents of the table, adding up by district", () => {
    const at = (level: string) => city.areas.filter((area) => area.level === level);
    for (const district of at("district")) {
      const parts = at("subdistrict").filter(({ parentNumber }) => parentNumber === district.number);
      expect(parts.reduce((sum, { residents }) => sum + residents, 0)).toBe(district.residents);
    }
    expect(at("city")[0]!.residents).toBe(610_100);
    expect(at("district").filter(({ isInner }) => isInner)).toHaveLength(5);
  });

  it("speaks the schemas of areas, indicators and observations", () => {
    for (const { geometry, labelPoint, isInner, ...area } of city.areas) areaSchema.parse(area);
    for (const indicator of city.indicators) indicatorSchema.parse(indicator);
    for (const observation of city.observations) observationSchema.parse(observation);
  });

  it("has about forty indicators over ten years, every area having one figure per period", () => {
    expect(city.indicators.length).toBeGreaterThanOrEqual(40);
    expect(new Set(city.observations.map(({ indicatorCode }) => indicatorCode)).size).toBe(
      city.indicators.length,
    );
    const keys = city.observations.map((o) => `${o.indicatorCode} ${o.areaNumber} ${o.period}`);
    expect(new Set(keys).size).toBe(keys.length);
    const headline = city.observations.filter((o) => o.indicatorCode === "children-under-6-basic-security");
    expect(headline).toHaveLength(10 * (1 + 23 + 152));
  });

  it("shows what is missing or about too few people as such", () => {
    expect([...new Set(city.observations.map(({ state }) => state))].sort()).toEqual(
      ["TOO_FEW_RESIDENTS", "UNKNOWN", "VALUE"].sort(),
    );
    const port = find("share-65-plus", "subdistrict", "2024-12-31").find(
      ({ areaNumber }) => areaNumber === "362",
    );
    expect(port?.state).toBe("TOO_FEW_RESIDENTS");
    const heat = find("surface-temperature-deviation", "subdistrict", "2024");
    expect(heat.filter(({ state }) => state === "UNKNOWN").length).toBeGreaterThan(20);
  });

  it("adds counts up from subdistrict to district to city", () => {
    const parents = new Map(city.areas.map(({ number, parentNumber }) => [number, parentNumber]));
    for (const period of ["2015-12-31", "2022-12-31", "2024-12-31"]) {
      const parts = find("residents", "subdistrict", period);
      for (const { areaNumber, value } of find("residents", "district", period)) {
        const own = parts.filter((part) => parents.get(part.areaNumber) === areaNumber);
        expect(own.reduce((sum, part) => sum + part.value!, 0)).toBe(value);
      }
      const districts = find("unemployment", "district", period);
      const whole = find("unemployment", "city", period)[0]!;
      expect(districts.reduce((sum, { numerator }) => sum + numerator!, 0)).toBe(whole.numerator);
    }
  });

  it("counts the places of its own facilities in the latest supply ratio", () => {
    const licensed = city.records
      .filter(({ type }) => type === "facilities")
      .flatMap(({ properties }) => properties.capacity as { category: string; licensed: number }[])
      .filter(({ category }) => category === "Ü3")
      .reduce((sum, capacity) => sum + capacity.licensed, 0);
    expect(find("childcare-supply-3-to-5", "city", "2024-12-31")[0]!.numerator).toBe(licensed);
  });

  it("lets figures of one kind hang together across areas", () => {
    const support = find("children-under-6-basic-security", "subdistrict", "2024-12-31");
    const unemployed = new Map(
      find("unemployment", "subdistrict", "2024-12-31").map(({ areaNumber, value }) => [areaNumber, value]),
    );
    const pairs = support.flatMap(({ areaNumber, value }) => {
      const other = unemployed.get(areaNumber);
      return value === null || other == null ? [] : [[value, other] as const];
    });
    expect(correlation(pairs)).toBeGreaterThan(0.6);
    expect(correlation(pairs)).toBeLessThan(0.99);
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (f: (x: number, y: number) => number) =>
    pairs.reduce((all, [x, y]) => all + f(x - mx, y - my), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
