import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visibility } from "#domain/access/visibility.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { indexOfSealedArea } from "../../lib/index-definitions.ts";
import { type SmallCity, smallCity, testIndicator } from "../../lib/small-city.ts";

type Headers = Record<string, string>;
/** Period and district to figure; null is a hidden one. */
type Figures = Record<string, Record<string, number | null>>;

const named = (code: string, direction: Indicator["direction"]): Indicator => ({
  ...{ ...testIndicator, code, direction },
  name: { de: `Name ${code}`, en: `Name ${code}` },
});

function rowsOf(code: string, figures: Figures): Observation[] {
  return Object.entries(figures).flatMap(([period, byArea]) =>
    Object.entries(byArea).map(([areaNumber, value]) => ({
      ...{ indicatorCode: code, level: "district" as const, areaNumber, period, value },
      state: value === null ? ("SUPPRESSED" as const) : ("VALUE" as const),
    })),
  );
}

const twoClasses = {
  method: "SCORES",
  breaks: [0],
  labels: [
    { de: "eher gering", en: "lower" },
    { de: "eher hoch", en: "higher" },
  ],
  source: "Probe",
} satisfies IndexDefinition["classification"];

const definition: IndexDefinition = {
  ...indexOfSealedArea,
  components: [
    { indicatorCode: "need", weight: 8, direction: "HIGH_IS_BURDEN", transform: "Z" },
    { indicatorCode: "calm", weight: 2, direction: "HIGH_IS_RESOURCE", transform: "Z" },
  ],
  classification: twoClasses,
  dynamics: { years: 2, classification: twoClasses },
};

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  async function addFigures(
    indicator: Indicator,
    figures: Figures,
    { visibility = "PUBLIC", finer = {} }: { visibility?: Visibility; finer?: Figures } = {},
  ) {
    const release = await city.store.openRelease({
      dataset: `indicator-${indicator.code}`,
      kind: "observations",
      title: indicator.name,
      visibility,
      isDemo: true,
      provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-01-01" },
      details: { indicator },
    });
    const rows = rowsOf(indicator.code, figures);
    await city.store.stage(release, {
      kind: "observations",
      rows,
      finer: rowsOf(indicator.code, finer),
    });
    const at = "2024-01-01T00:00:00.000Z";
    await city.store.publish(release, { actor: "test", at, contentHash: indicator.code });
  }
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    await addFigures(named("need", "HIGH_IS_BURDEN"), {
      "2022": { "01": 10, "02": 20 },
      "2024": { "01": 12, "02": 30 },
    });
    await addFigures(
      named("calm", "HIGH_IS_RESOURCE"),
      { "2023": { "01": 5, "02": null } },
      { finer: { "2023": { "02": 1 } } },
    );
    await addFigures(named("sealed-area", "NEUTRAL"), { "2024": { "01": 1, "02": 2 } });
  });
  afterAll(() => city.close());

  const planner = () => city.as("PLANNER", { department: "50" });
  const head = () => city.as("DISTRICT_HEAD", { district: "01" });
  const ask = (payload: object, headers: Headers = planner(), query = "") =>
    city.app.inject({ method: "POST", url: `/api/analysis/index${query}`, headers, payload });
  const tried = (changed: object = {}, more: object = {}) => ({
    level: "district",
    definition: { ...definition, ...changed },
    ...more,
  });

  describe("an index", () => {
    it("has scores, classes, contributions and dynamics, says where they come from, and is kept by no cache", async () => {
      const answer = await ask(tried());
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.headers["cache-control"]).toBe("private, no-store");
      const { scenario, result, ingredients, warnings } = answer.json();
      expect(scenario).toEqual({ id: "bestand", name: "Bestand" });
      // z of 12 and 30 is −1 and 1. One known figure of calm does not vary: 0, at a fifth of the weight.
      expect(result.areas).toEqual([
        expect.objectContaining({ areaNumber: "01", score: expect.closeTo(-0.8, 9), classIndex: 0 }),
        expect.objectContaining({ areaNumber: "02", score: expect.closeTo(1, 9), classIndex: 1 }),
      ]);
      expect(result.areas[1]).toMatchObject({ weightShare: 0.8, contributions: [1, null] });
      expect(result.basis[0]).toEqual({ centre: 21, spread: 9 });
      expect(result.dynamics.areas.map(({ score }: { score: number }) => score)).toEqual([-1, 1]);
      expect(result.dynamics.combinations).toEqual([
        { status: 0, dynamics: 0, areaNumbers: ["01"] },
        { status: 0, dynamics: 1, areaNumbers: [] },
        { status: 1, dynamics: 0, areaNumbers: [] },
        { status: 1, dynamics: 1, areaNumbers: ["02"] },
      ]);
      expect(result.robustness).toBeNull();
      expect(ingredients).toMatchObject({
        definition: { id: null, name: "Probeindex", standardisation: "UNWEIGHTED" },
        boundaryVersion: "test-2024",
        components: [
          { indicatorCode: "need", period: "2024", comparedWith: "2022", source: "Testquelle", hidden: 0 },
          { indicatorCode: "calm", period: "2023", comparedWith: null, hidden: 1 },
        ],
      });
      const said = warnings.map(({ de }: { de: string }) => de).join("\n");
      expect(said).toContain("mit niemandem abgestimmt");
      expect(said).toContain("verschiedenen Jahren (2023, 2024)");
      expect(said).toContain("Geheim gehaltene Werte zählen als fehlend: Name calm.");
      expect(JSON.stringify(answer.json())).not.toMatch(/"rank"/i);
    });

    it("knows nothing later than the year asked for, and is not computed without enough weight", async () => {
      const { result, ingredients } = (await ask(tried({}, { period: "2022" }))).json();
      expect(ingredients.components.map(({ period }: { period: string }) => period)).toEqual(["2022", null]);
      expect(result.areas[0].score).toBeCloseTo(-1, 9);
      const light = definition.components.map((one) => ({ ...one, weight: 1 }));
      const without = (await ask(tried({ components: light }, { period: "2022" }))).json();
      expect(without.result.areas[0]).toMatchObject({
        state: "NOT_COMPUTABLE",
        score: null,
        weightShare: 0.5,
      });
    });

    it("repeats its robustness with the seed, and takes a thousand variants at most", async () => {
      const robustness = { variants: 90, seed: 4 };
      const [one, other] = await Promise.all([0, 1].map(() => ask(tried({}, { robustness }))));
      expect(one!.json().result.robustness).toMatchObject({
        variants: 90,
        variantsByFamily: { WEIGHTS: 30, LEAVE_ONE_OUT: 30, NORMALISATION: 30 },
        areas: [{ areaNumber: "01" }, { areaNumber: "02" }],
      });
      expect(other!.json().result.robustness).toEqual(one!.json().result.robustness);
      expect((await ask(tried({}, { robustness: { variants: 1001 } }))).statusCode).toBe(400);
    });

    it("refuses with the field: neutral indicators without a resolution, other levels, other scenarios, half a question", async () => {
      const neutral = { ...indexOfSealedArea.components[0], resolution: undefined };
      const refused = await ask(tried({ components: [neutral] }));
      expect(refused.statusCode).toBe(422);
      expect(refused.json().errors).toEqual([
        { pointer: "/definition/components/0/resolution", detail: "fehlt" },
      ]);
      expect((await ask({ level: "district", definition: indexOfSealedArea })).statusCode).toBe(200);
      expect((await ask(tried({}, { level: "subdistrict" }))).json().errors[0].pointer).toBe("/level");
      expect((await ask(tried({}, { scenario: crypto.randomUUID() }))).json().title).toBe(
        "Dieses Szenario gibt es hier nicht.",
      );
      expect((await ask({ level: "district" })).statusCode).toBe(400);
      expect((await ask(tried({}, { definitionId: "x" }))).statusCode).toBe(400);
    });
  });

  describe("who is told what", () => {
    const others: [string, () => Headers, string][] = [
      ["the public", () => ({}), ""],
      ["a partner", () => city.as("PARTNER"), ""],
      ["the ADMIN", () => city.as("ADMIN"), ""],
      ["a planner whose Sicht is the public's", planner, "?ceiling=PUBLIC"],
    ];
    it.each(others)("for %s the address does not exist, whatever is asked", async (_who, headers, query) => {
      const body = async (url: string, payload: object) => {
        const answer = await city.app.inject({ method: "POST", url, headers: headers(), payload });
        return `${answer.statusCode} ${answer.body.replace(/"instance":"[^"]*"/, "")}`;
      };
      const unknown = await body(`/api/analysis/gibt-es-nicht${query}`, {});
      expect(unknown).toContain("404");
      expect(await body(`/api/analysis/index${query}`, tried())).toBe(unknown);
      expect(await body(`/api/analysis/index${query}`, { nonsense: true })).toBe(unknown);
    });

    it("raw figures behind hidden ones change no score, though a planner may read them", async () => {
      const scores = async (headers: Headers) => (await ask(tried(), headers)).json().result;
      expect(await scores(planner())).toEqual(await scores(head()));
      expect(await scores(city.as("STATISTICS"))).toEqual(await scores(head()));
    });

    it("an indicator one may not read is answered like one that does not exist", async () => {
      const secret = { components: [{ ...definition.components[0], indicatorCode: "secret" }] };
      const answer = async () => {
        const { statusCode, body } = await ask(tried(secret), head());
        return `${statusCode} ${body.replace(/"instance":"[^"]*"/, "")}`;
      };
      const before = await answer();
      expect(before).toContain("422");
      await addFigures(
        named("secret", "HIGH_IS_BURDEN"),
        { "2024": { "01": 1, "02": 2 } },
        { visibility: "INTERNAL" },
      );
      expect(await answer()).toBe(before);
      expect((await ask(tried(secret))).statusCode).toBe(200);
    });

    it("a kept definition is used by whoever reads it, and is not there for others", async () => {
      const created = await city.app.inject({
        ...{ method: "POST", url: "/api/records/index-definitions", headers: planner() },
        payload: { geometry: null, properties: definition },
      });
      expect(created.statusCode, created.body).toBe(201);
      const { id, state, visibility } = created.json();
      expect({ state, visibility }).toEqual({ state: "ENTWURF", visibility: "INTERNAL" });
      const asked = { level: "district", definitionId: id };
      const answer = await ask(asked, city.as("SECRETARIAT"));
      expect(answer.json().ingredients.definition).toMatchObject({ id, state: "ENTWURF", version: 1 });
      expect(answer.json().result).toEqual((await ask(tried())).json().result);
      const told = async (definitionId: string) => {
        const { statusCode, body } = await ask({ level: "district", definitionId }, head());
        return `${statusCode} ${body.replace(/"instance":"[^"]*"/, "")}`;
      };
      expect(await told(id)).toBe(await told(crypto.randomUUID()));
      expect(await told(id)).toContain("Diese Indexdefinition gibt es hier nicht.");
    });

    it("a definition is agreed and decided, and a wrong one is refused with its field", async () => {
      const post = (url: string, headers: Headers, payload: object) =>
        city.app.inject({ method: "POST", url: `/api/records/index-definitions${url}`, headers, payload });
      const { id } = (
        await post("", planner(), { geometry: null, properties: { ...definition, name: "Beschlossen" } })
      ).json();
      const move = async (to: string, headers: Headers) =>
        (await post(`/${id}/transitions`, headers, { to })).statusCode;
      expect(await move("BESCHLOSSEN", city.as("SECRETARIAT"))).toBe(409);
      expect(await move("ABGESTIMMT", city.as("PLANNER", { department: "61" }))).toBe(403);
      expect(await move("ABGESTIMMT", planner())).toBe(200);
      expect(await move("BESCHLOSSEN", planner())).toBe(403);
      expect(await move("BESCHLOSSEN", city.as("SECRETARIAT"))).toBe(200);
      const warned = (await ask({ level: "district", definitionId: id })).json().warnings;
      expect(JSON.stringify(warned)).not.toContain("mit niemandem abgestimmt");
      const twice = { ...definition, components: [definition.components[0], definition.components[0]] };
      const refused = await post("", planner(), { geometry: null, properties: twice });
      expect(refused.statusCode).toBe(422);
      expect(refused.json().errors[0].pointer).toContain("components");
    });
  });
});
