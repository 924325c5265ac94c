import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealedLessGreen } from "../../lib/computed-indicators.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { indexOfSealedArea } from "../../lib/index-definitions.ts";
import { addObservations, addRecord, type SmallCity, smallCity, square } from "../../lib/small-city.ts";

const term = (key: string, de = "Quartier") => ({
  key,
  name: { de, en: "Quarter" },
  definition: { de: "Ein Teil eines Stadtteils.", en: "A part of a subdistrict." },
  plainLanguage: "Ein kleiner Teil der Stadt.",
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let svg: string;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const properties = { number: 1, name: "Gebiet", edition: "2024", source: "Testquelle" };
    const geometry = square(9.05, 48.75, 0.01);
    const state = "BESCHLOSSEN";
    svg = (await addRecord(city.store, "renewal-priority-areas", { properties, geometry, state })).id;
  });
  afterAll(() => city.close());

  const planner = (department: string) => city.as("PLANNER", { department });
  const create = (type: string, department: string, properties: object) =>
    city.app.inject({
      ...{ method: "POST", url: `/api/records/${type}`, headers: planner(department) },
      payload: { geometry: null, properties },
    });
  /** What two people learn who send the same at the same moment. */
  async function atOnce(type: string, properties: object) {
    const answers = await Promise.all(["50", "61"].map((one) => create(type, one, properties)));
    const [written, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
    return {
      codes: [written?.statusCode, refused?.statusCode],
      made: written?.json(),
      said: refused?.json(),
    };
  }

  describe("of two people who save the same at once", () => {
    it("one makes the version of an index definition, the other is told and can save the next", async () => {
      const definition = { ...indexOfSealedArea, name: "Lage der Kinder", version: 1 };
      const { codes, said } = await atOnce("index-definitions", definition);
      expect([codes, said.title]).toEqual([
        [201, 409],
        "Fassung 1 von „Lage der Kinder“ gibt es schon. Bitte speichern Sie Ihre als nächste Fassung.",
      ]);
      const next = await create("index-definitions", "50", { ...definition, version: 2 });
      expect(next.statusCode, next.body).toBe(201);
      expect((await create("index-definitions", "50", { ...definition, name: "Anders" })).statusCode).toBe(
        201,
      );
    });

    it("one makes the version of a computed indicator, and the next is free", async () => {
      await addObservations(city.store, "PUBLIC");
      await addObservations(city.store, "PUBLIC", "green-area");
      const { codes, said } = await atOnce("computed-indicators", sealedLessGreen);
      expect([codes, said.title]).toEqual([
        [201, 409],
        "Fassung 1 von „Mehr versiegelt als grün“ gibt es schon. Bitte speichern Sie Ihre als nächste Fassung.",
      ]);
      const next = await create("computed-indicators", "50", { ...sealedLessGreen, version: 2 });
      expect(next.statusCode, next.body).toBe(201);
    });

    it("one makes the match of an SVG with an area, and an outdated one makes room for a new one", async () => {
      const match = { priorityAreaId: svg, areaLevel: "district", areaNumber: "01" };
      const { codes, made, said } = await atOnce("social-matches", match);
      expect([codes, said.title]).toEqual([
        [201, 409],
        "Für diese SVG und dieses Gebiet gibt es schon einen Abgleich. Bitte ergänzen Sie ihn.",
      ]);
      expect((await create("social-matches", "50", { ...match, areaNumber: "02" })).statusCode).toBe(201);
      const url = `/api/records/social-matches/${made.id}/transitions`;
      await city.app.inject({ method: "POST", url, headers: planner("50"), payload: { to: "UEBERHOLT" } });
      expect((await create("social-matches", "50", match)).statusCode).toBe(201);
    });

    it("one makes the term of a key, and no other term is renamed to it", async () => {
      const { codes, made, said } = await atOnce("glossary-terms", term("quartier"));
      expect([codes, said.title]).toEqual([
        [201, 409],
        "Den Schlüssel „quartier“ hat schon ein anderer Begriff. Bitte bearbeiten Sie diesen.",
      ]);
      const other = (await create("glossary-terms", "50", term("kiez"))).json();
      const put = async (id: string, properties: object) => {
        const url = `/api/records/glossary-terms/${id}`;
        const { etag } = (await city.app.inject({ url, headers: planner("50") })).headers;
        const headers = { ...planner("50"), "if-match": String(etag) };
        return city.app.inject({ method: "PUT", url, headers, payload: { geometry: null, properties } });
      };
      expect((await put(other.id, term("quartier"))).statusCode).toBe(409);
      expect((await put(made.id, term("quartier", "Viertel"))).statusCode).toBe(200);
      const { body } = await city.app.inject("/api/records/glossary-terms?limit=50");
      expect(body.match(/"key":"(quartier|kiez)"/g)).toHaveLength(2);
    });
  });
});
