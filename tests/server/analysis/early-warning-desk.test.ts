import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import { demoWarningThresholds } from "#domain/early-warning/warning-rules.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import {
  addObservations,
  addRecord,
  type SmallCity,
  smallCity,
  testIndicator,
} from "../../lib/small-city.ts";

/** Ost rises every year and stands far above West; the figures of `addObservations` are replaced by these. */
const series = { "01": [10, 10, 10, 10], "02": [10, 20, 30, 40] } as const;
const years = ["2021", "2022", "2023", "2024"];

async function addSeries(city: SmallCity): Promise<void> {
  const release = await city.store.openRelease({
    dataset: "indicator-watched",
    kind: "observations",
    title: testIndicator.name,
    visibility: "PUBLIC",
    isDemo: true,
    provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-12-31" },
    details: { indicator: { ...testIndicator, code: "watched", direction: "HIGH_IS_BURDEN" } },
  });
  const rows = Object.entries(series).flatMap(([areaNumber, values]) =>
    values.map((value, place) => ({
      ...{ indicatorCode: "watched", level: "district" as const, areaNumber, period: years[place]! },
      ...{ value, state: "VALUE" as const, numerator: value * 10, denominator: 1000 },
    })),
  );
  await city.store.stage(release, { kind: "observations", rows });
  await city.store.publish(release, {
    actor: "test",
    at: "2024-01-01T00:00:00.000Z",
    contentHash: "watched",
  });
}

onBothDatabases((newDatabase) => {
  describe("early warning", () => {
    let city: SmallCity;
    beforeAll(async () => {
      city = await smallCity({ databaseUrl: await newDatabase() });
      await addObservations(city.store, "PUBLIC", "neutral");
      await addSeries(city);
    });
    afterAll(() => city?.close());

    const planner = () => city.as("PLANNER", { department: "51" });
    const ask = async (headers: Record<string, string> = planner()) =>
      city.app.inject({
        ...{ method: "POST", url: "/api/analysis/early-warnings", headers },
        payload: { level: "district" },
      });

    it("says that no set has rules, instead of using its own", async () => {
      const answer = await ask();
      expect(answer.statusCode).toBe(422);
      expect(answer.json().title).toBe("In keinem Kennwertsatz stehen Regeln der Frühwarnung.");
    });

    it("names area, rules and figures by the set in force, and speaks of nothing neutral", async () => {
      await addRecord(city.store, "parameter-sets", {
        visibility: "INTERNAL",
        properties: {
          ...{ name: "Regeln 2024", validFrom: "2024-01-01", source: "Test" },
          // Two areas lie one deviation from their mean each: 40 and 10 around 25.
          warnings: { ...demoWarningThresholds, levelDeviations: 0.9 },
        },
      });
      const { result, ingredients } = (await ask()).json<WarningAnswer>();
      expect(ingredients).toMatchObject({
        parameterSet: { name: "Regeln 2024", validFrom: "2024-01-01" },
        indicators: ["watched"],
      });
      expect(result.warnings).toMatchObject([
        {
          ...{ areaNumber: "02", indicatorCode: "watched", period: "2024", denominator: 1000 },
          ...{ grade: "URGENT_REVIEW", examined: null },
          fired: [
            { rule: "LEVEL", value: 40, deviations: 1 },
            // Changes of 30 and 0 lie 15 around 15.
            { rule: "CHANGE", from: "2021", change: 30, deviations: 2 },
            { rule: "DIRECTION", adverse: 3 },
          ],
          composition: { from: "2021", countChange: 300, isOpposed: false },
        },
      ]);
    });

    it("is silent once somebody found something, speaks again when reopened, and of newer figures anyway", async () => {
      const found = {
        ...{ indicatorCode: "watched", areaLevel: "district", areaNumber: "02", period: "2024" },
        ...{ grade: "URGENT_REVIEW", rules: ["LEVEL", "CHANGE", "DIRECTION"] },
        ...{ disposition: "PLAUSIBLE", reason: "Ein neues Wohngebiet.", authorOffice: "Jugendamt" },
        date: "2024-06-01",
      };
      const url = "/api/records/early-warnings";
      const post = (properties: object) =>
        city.app.inject({
          ...{ method: "POST", url, headers: planner() },
          payload: { geometry: null, properties },
        });
      expect((await post({ ...found, reason: "" })).statusCode).toBe(422);
      const { id } = (await post(found)).json<{ id: string }>();
      const examined = async () => (await ask()).json<WarningAnswer>().result.warnings[0]?.examined;
      expect(await examined()).toMatchObject({
        id,
        disposition: "PLAUSIBLE",
        reason: "Ein neues Wohngebiet.",
      });

      await city.app.inject({
        ...{ method: "POST", url: `${url}/${id}/transitions`, headers: planner() },
        payload: { to: "WIEDER_OFFEN" },
      });
      expect(await examined()).toBeNull();
      await post({ ...found, period: "2023" });
      expect(await examined()).toBeNull();
    });

    it("does not exist for heads of districts, the public, or under a lowered Sicht", async () => {
      for (const headers of [city.as("DISTRICT_HEAD", { district: "02" }), {}]) {
        expect((await ask(headers as Record<string, string>)).statusCode).toBe(404);
      }
      const lowered = await city.app.inject({
        ...{ method: "POST", url: "/api/analysis/early-warnings?ceiling=PUBLIC", headers: planner() },
        payload: { level: "district" },
      });
      expect(lowered.statusCode).toBe(404);
    });
  });
});
