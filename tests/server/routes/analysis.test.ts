import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { everyWayOut, leaks } from "../../lib/every-way-out.ts";
import {
  addGrid,
  addNetwork,
  addStandards,
  cellPlace,
  childrenPerCell,
  kitaWithPlaces,
  planningCity,
  pointAt,
  rowOfCells,
  sketchedSite,
} from "../../lib/planning-city.ts";
import { addRecord, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const demoNotice = "Demodaten – Zahlen erfunden, Geometrie schematisch";

const question = { kind: "KITA", level: "district" };
const allLayers = { ...question, layers: ["BESTAND", "BESCHLOSSEN", "GEPLANT", "IDEE"] };
const uses = [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: 40 }];

/** Bodies that every analysis understands, by name. */
const bodies = {
  coverage: allLayers,
  supply: allLayers,
  "floating-catchment": allLayers,
  gaps: allLayers,
  duplicates: allLayers,
  catchment: { question: allLayers, place: cellPlace(4), limits: [300, 600] },
  site: { question: allLayers, site: sketchedSite(5) },
  "site-check": { question: allLayers, site: sketchedSite(5) },
};

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await planningCity(await newDatabase());
    await addRecord(city.store, "facilities", {
      properties: kitaWithPlaces("Kita Mitte", 60),
      geometry: pointAt(1),
    });
  });
  afterAll(() => city.close());

  const jugendamt = () => city.as("PLANNER", { department: "51" });
  const schulamt = () => city.as("PLANNER", { department: "40" });
  const ask = (name: string, payload: object, headers: Record<string, string> = jugendamt(), at = city) =>
    at.app.inject({ method: "POST", url: `/api/analysis/${name}`, headers, payload });

  describe("who may ask", () => {
    const others: [string, () => Record<string, string>][] = [
      ["the public", () => ({})],
      ["a district head", () => city.as("DISTRICT_HEAD", { district: "01" })],
      ["the Statistikstelle", () => city.as("STATISTICS")],
      ["a partner", () => city.as("PARTNER")],
    ];

    it.each(others)("for %s analysis answers like an address that does not exist", async (_who, headers) => {
      const bytes = async (method: "GET" | "POST", url: string, payload?: object) => {
        const answer = await city.app.inject({
          method,
          url,
          headers: headers(),
          ...(payload && { payload }),
        });
        const told = { ...answer.headers, date: "" };
        return `${answer.statusCode} ${JSON.stringify(told)} ${answer.body.replace(/"instance":"[^"]*"/, "")}`;
      };
      const unknown = await bytes("GET", "/api/analysis/gibt-es-nicht");
      expect(unknown).toContain("404");
      expect(await bytes("GET", "/api/analysis/base")).toBe(unknown);
      expect(await bytes("GET", "/api/analysis/coverage.csv?kind=KITA")).toBe(unknown);
      for (const [name, body] of Object.entries(bodies)) {
        expect(await bytes("POST", `/api/analysis/${name}`, body)).toBe(unknown);
        expect(await bytes("POST", `/api/analysis/${name}`, { nonsense: true })).toBe(unknown);
      }
    });

    it("a planner whose Sicht is lowered below the internal has none either", async () => {
      const url = (ceiling: string) => `/api/analysis/base?ceiling=${ceiling}`;
      const status = async (ceiling: string) =>
        (await city.app.inject({ url: url(ceiling), headers: jugendamt() })).statusCode;
      expect(await Promise.all(["INTERNAL", "DISTRICT", "PUBLIC"].map(status))).toEqual([200, 404, 404]);
    });
  });

  describe("answers", () => {
    it("every analysis names its scenario, method and dates, and is kept by no cache", async () => {
      for (const [name, body] of Object.entries(bodies)) {
        const answer = await ask(name, body);
        expect(answer.statusCode, `${name}: ${answer.body}`).toBe(200);
        expect(answer.json()).toMatchObject({
          scenario: { id: "bestand", name: "Bestand" },
          ingredients: { method: "air-line", grid: { referenceDate: "2024-12-31" }, network: null },
        });
        expect(answer.headers["cache-control"]).toBe("private, no-store");
      }
    });

    it("coverage counts the children within 300 m: 1.3 times 200 m is near, 1.3 times 400 m is not", async () => {
      const { city: figures, areas } = (await ask("coverage", question)).json().result;
      expect(figures.people).toBe(rowOfCells * childrenPerCell);
      expect(figures.covered).toBe(3 * childrenPerCell);
      expect(areas).toEqual([expect.objectContaining({ areaNumber: "01", covered: 3 * childrenPerCell })]);
    });

    it("what is unknown is refused with a sentence: kind, scenario, and what is no question at all", async () => {
      const kind = await ask("coverage", { kind: "SCHWIMMBAD" });
      expect(kind.statusCode).toBe(422);
      expect(kind.json().title).toContain("Standard");
      const scenario = await ask("coverage", { ...question, scenario: crypto.randomUUID() });
      expect(scenario.statusCode).toBe(422);
      expect(scenario.json().title).toBe("Dieses Szenario gibt es hier nicht.");
      for (const body of [{ ...question, layers: [] }, { ...question, unknown: 1 }, {}]) {
        expect((await ask("coverage", body)).statusCode).toBe(400);
      }
    });

    it("without people or without standards it says which command loads them", async () => {
      const empty = await smallCity({ databaseUrl: await newDatabase() });
      const noGrid = await ask("coverage", question, jugendamt(), empty);
      expect(noGrid.statusCode).toBe(409);
      expect(noGrid.json()).toMatchObject({
        title: expect.stringContaining("Bevölkerungsgitter"),
        detail: expect.stringContaining("npm run import -- DATEI --as grid"),
      });
      await addGrid(empty.store);
      expect((await ask("coverage", question, jugendamt(), empty)).json().title).toContain("Kennwertsatz");
      await addStandards(empty.store);
      expect((await ask("coverage", question, jugendamt(), empty)).statusCode).toBe(200);
      await empty.close();
    });

    it("the base has what the browser needs, and nothing of it is a scenario", async () => {
      const base = (await city.app.inject({ url: "/api/analysis/base", headers: jugendamt() })).json();
      expect(base).toMatchObject({ network: null, isDemo: true });
      expect(base.grid.address).toBe(`api/datasets/population-grid/${base.grid.release}`);
      expect(base.parameterSets.map(({ id }: { id: string }) => id)).toEqual([base.parameterSetId]);
      expect(base.supply).toEqual([
        expect.objectContaining({ name: "Kita Mitte", layer: "BESTAND", areas: { district: "01" } }),
      ]);
    });
  });

  describe("suggested sites", () => {
    const request = { question, objective: "COVER_MOST", count: 1, land: "ANY", seconds: 5 };

    it("are searched beside the server, for what the asking person knows, with bound and gap", async () => {
      const answer = await ask("suggest-sites", request);
      expect(answer.statusCode, answer.body).toBe(200);
      const { scenario, result } = answer.json();
      expect(scenario.name).toBe("Bestand");
      // One site reaches its own cell and both beside it; the Kita in cell 1 has 0 to 2.
      expect(result).toMatchObject({ present: 3 * childrenPerCell, value: 6 * childrenPerCell, gap: 0 });
      expect(result.sites).toHaveLength(1);
    });

    it("say what a request lacks or asks too much of", async () => {
      const { count: _, ...without } = request;
      const incomplete = await ask("suggest-sites", without);
      expect(incomplete.statusCode).toBe(422);
      expect(incomplete.json().errors).toEqual([{ pointer: "/count", detail: "fehlt" }]);
      expect((await ask("suggest-sites", { ...request, seconds: 500 })).statusCode).toBe(400);
      expect((await ask("suggest-sites", request, city.as("STATISTICS"))).statusCode).toBe(404);
    });

    it("are searched for a few people at a time; the next one is asked to come back", async () => {
      const answers = await Promise.all([1, 2, 3].map(() => ask("suggest-sites", request)));
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503]);
      const refused = answers.find(({ statusCode }) => statusCode === 503)!;
      expect(refused.headers["retry-after"]).toBe("15");
      expect((await ask("suggest-sites", request)).statusCode).toBe(200);
    });
  });

  describe("scenarios", () => {
    async function scenario(changes: object[], headers = jugendamt()) {
      const payload = { properties: { name: "Variante B", changes } };
      const answer = await city.app.inject({ method: "POST", url: "/api/scenarios", headers, payload });
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json().id as string;
    }

    it("a scenario has its own numbers and its name, and the present keeps its own", async () => {
      const id = await scenario([{ change: "add-site", site: sketchedSite(6) }]);
      const ofB = (await ask("coverage", { ...allLayers, scenario: id })).json();
      expect(ofB.scenario).toEqual({ id, name: "Variante B" });
      expect(ofB.result.city.covered).toBe(6 * childrenPerCell);
      expect((await ask("coverage", allLayers)).json().result.city.covered).toBe(3 * childrenPerCell);
    });

    it("one that another may not read is refused in the words for an unknown one", async () => {
      const id = await scenario([]);
      const told = await Promise.all(
        [id, crypto.randomUUID()].map(async (wanted) => {
          const answer = await ask("coverage", { ...question, scenario: wanted }, schulamt());
          return `${answer.statusCode} ${answer.body.replace(/"instance":"[^"]*"/, "")}`;
        }),
      );
      expect(told[0]).toBe(told[1]);
      expect(told[0]).toContain("422");
    });
  });

  describe("tables as files", () => {
    const csv = async (address: string, at = city) => {
      const answer = await at.app.inject({ url: `/api/analysis/${address}`, headers: jugendamt() });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer;
    };

    it.each(["coverage", "supply", "gaps"])(
      "%s.csv says first which scenario, method, set and dates it is made from",
      async (name) => {
        const answer = await csv(`${name}.csv?kind=KITA&level=district`);
        expect(answer.body.startsWith("\uFEFFAuswertung;")).toBe(true);
        for (const line of [
          "Szenario;Bestand",
          "Weg;Luftlinie × 1,3",
          "Kennwertsatz;Testkennwerte, gültig ab 01.01.2024",
          "Bevölkerung;Testquelle, Stand 31.12.2024",
          `Hinweis;${demoNotice}`,
          ";Gesamtstadt;270;",
          "01;West;270;",
        ]) {
          expect(answer.body).toContain(line);
        }
        expect(answer.headers["content-disposition"]).toContain(`demo-${name}-kita.csv`);
      },
    );

    it("with a walking network the way is named after it, and a longer one is named as such", async () => {
      const walked = await planningCity(await newDatabase());
      await addNetwork(walked.store);
      const answer = await csv("coverage.csv?kind=KITA&level=district&metres=500", walked);
      expect(answer.body).toContain("Weg;Fußweg auf dem Wegenetz");
      expect(answer.body).toContain("Längster Weg;500 m (weicht vom Standard ab)");
      expect(answer.body).not.toContain("Luftlinie");
      await walked.close();
    });
  });

  describe("nothing restricted reaches another audience's analysis", () => {
    /** Every answer of a planner, as text. */
    async function answersOf(headers: Record<string, string>) {
      const texts = await Promise.all(
        Object.entries(bodies).map(async ([name, body]) => (await ask(name, body, headers)).body),
      );
      const base = await city.app.inject({ url: "/api/analysis/base", headers });
      return [...texts, base.body];
    }

    it.each([
      ["a sketched site", "candidate-sites", { properties: sketch("Geheim", { uses }), state: "SKIZZE" }],
      [
        "a restricted planned site",
        "planned-sites",
        { properties: sketch("Geheim", { uses }), state: "FINANZIERT" },
      ],
      [
        "a facility with a protected location",
        "facilities",
        { properties: kitaWithPlaces("Geheim", 90, { locationProtection: "HIDDEN" }) },
      ],
    ] as const)(
      "%s within reach changes no byte of it, and counts for its own",
      async (_what, type, record) => {
        const before = await answersOf(schulamt());
        const own = await answersOf(jugendamt());
        await addRecord(city.store, type, {
          ...record,
          visibility: "RESTRICTED",
          owner: "demo:PLANNER:51",
          department: "51",
          geometry: pointAt(7),
        });
        expect(await answersOf(schulamt())).toEqual(before);
        expect(await answersOf(jugendamt())).not.toEqual(own);
      },
    );

    it("no way out tells their names to another planner", async () => {
      const hidden = await addRecord(city.store, "candidate-sites", {
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:51",
        properties: sketch("Geheimwort", { uses }),
        geometry: pointAt(8),
      });
      const payload = {
        properties: {
          name: "Geheimplan",
          changes: [{ change: "add-site", site: sketchedSite(8, { type: hidden.type, id: hidden.id }) }],
        },
        participants: ["department:40"],
      };
      const made = await city.app.inject({
        method: "POST",
        url: "/api/scenarios",
        headers: jugendamt(),
        payload,
      });
      const words = ["Geheimwort", "Geheimplan", hidden.id, made.json().id];
      const place = cellPlace(8);
      const seenBy = async (headers: Record<string, string>) =>
        leaks(await everyWayOut(city.app, { headers, place, words: ["Geheimwort"] }), words);
      expect(await seenBy(schulamt())).toEqual([]);
      expect(await seenBy(jugendamt())).toEqual(
        expect.arrayContaining(["/api/analysis/base", "/api/scenarios"]),
      );
    });
  });
});
