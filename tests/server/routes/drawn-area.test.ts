import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DrawnAreaAnswer } from "#domain/contract/drawn-area-contract.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { cellPlace, planningCity } from "../../lib/planning-city.ts";
import { addGrid, type SmallCity, smallCity, square } from "../../lib/small-city.ts";

const url = "/api/analysis/drawn-area";

/** A rectangle around the cells from one to another of the row, each of 30 children and 70 others. */
function around(first: number, last: number) {
  const [west, south] = cellPlace(first);
  const [east, north] = cellPlace(last);
  const [w, s, e, n] = [west - 0.0005, south - 0.0005, east + 0.0005, north + 0.0005];
  return {
    type: "Polygon",
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
}

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  const ask = (polygon: unknown, headers = city.as("PLANNER", { department: "51" }), query = "") =>
    city.app.inject({ method: "POST", url: `${url}${query}`, headers, payload: { polygon } });
  const answerTo = async (polygon: unknown, headers?: ReturnType<SmallCity["as"]>) => {
    const response = await ask(polygon, headers);
    expect(response.statusCode, response.body).toBe(200);
    return response.json() as DrawnAreaAnswer;
  };

  describe("the people of a drawn area", () => {
    beforeAll(async () => {
      city = await planningCity(await newDatabase());
    });
    afterAll(() => city.close());

    it("are those of the whole cells whose middle lies in it, with method, source and date", async () => {
      const response = await ask(around(0, 3));
      expect(response.headers["cache-control"]).toBe("private, no-store");
      expect(response.json()).toEqual({
        ...{ kind: "answered", residents: 400, cells: 4, method: "CELL_SUM", cellSizeM: 100 },
        ageGroups: [
          { from: 0, to: 6, people: 120 },
          { from: 6, to: null, people: 280 },
        ],
        ...{ source: "Testquelle", licence: "frei", referenceDate: "2024-12-31", isDemo: true },
        ...{ minimumResidents: 300, threshold: 10 },
      });
    });

    it("are the same for the Geschäftsstelle and for the head of a district", async () => {
      const told = await answerTo(around(0, 3));
      expect(await answerTo(around(0, 3), city.as("SECRETARIAT"))).toEqual(told);
      expect(await answerTo(around(0, 3), city.as("DISTRICT_HEAD", { district: "01" }))).toEqual(told);
    });

    it("are asked for by nobody else, and by nobody through a lowered Sicht", async () => {
      const [missing] = [await city.app.inject({ method: "POST", url: "/api/analysis/none", payload: {} })];
      const bare = ({ instance: _, ...body }: { instance: string }) => body;
      const refused = [
        await ask(around(0, 3), { host: "localhost" } as never),
        await ask("nonsense", city.as("STATISTICS")),
        await ask(around(0, 3), city.as("PARTNER")),
        await ask(around(0, 3), city.as("ADMIN")),
        await ask(around(0, 3), city.as("DISTRICT_HEAD", { district: "01" }), "?ceiling=DISTRICT"),
        await ask(around(0, 3), city.as("SECRETARIAT"), "?ceiling=PUBLIC"),
      ];
      for (const response of refused) {
        expect(response.statusCode).toBe(404);
        expect(bare(response.json())).toEqual(bare(missing.json()));
        expect(response.headers["cache-control"]).toBe(missing.headers["cache-control"]);
      }
    });

    it("are withheld with one sentence, for too few people as for what is outside the city", async () => {
      const few = await answerTo(around(0, 1));
      expect(few).toEqual({
        kind: "withheld",
        sentence: expect.stringContaining("keine Zahlen"),
        ...{ method: "CELL_SUM", cellSizeM: 100, source: "Testquelle", licence: "frei" },
        ...{ referenceDate: "2024-12-31", isDemo: true, minimumResidents: 300, threshold: 10 },
      });
      expect(await answerTo(square(9.16, 48.72, 0.01))).toEqual(few);
    });

    it("are refused for a polygon that crosses itself, saying where, and for what is none", async () => {
      const bow = [
        [9.05, 48.75],
        [9.06, 48.76],
        [9.06, 48.75],
        [9.05, 48.76],
        [9.05, 48.75],
      ];
      const crossed = await ask({ type: "Polygon", coordinates: [bow] });
      expect(crossed.statusCode).toBe(422);
      expect(crossed.json()).toMatchObject({
        title: "Das Gebiet ist nicht gültig: die Grenze schneidet sich selbst bei (9,055; 48,755).",
        errors: [{ pointer: "/polygon/coordinates/0" }],
      });
      const line = await ask({ type: "LineString", coordinates: bow });
      expect([line.statusCode, line.json().title]).toEqual([
        422,
        "Das Gebiet ist nicht gültig: Geometrieart LineString statt Polygon, MultiPolygon.",
      ]);
      const ring = Array.from({ length: 1_001 }, (_, at) => [
        9.05 + Math.cos(at / 200) / 100,
        48.75 + Math.sin(at / 200) / 100,
      ]);
      const fine = await ask({ type: "Polygon", coordinates: [[...ring, ring[0]]] });
      expect([fine.statusCode, fine.json().title]).toEqual([
        422,
        "Das Gebiet ist nicht gültig: mehr als 1000 Stützpunkte.",
      ]);
      const swapped = await ask({ type: "Polygon", coordinates: [bow.map(([x, y]) => [y, x])] });
      expect(swapped.json().title).toContain("die Reihenfolge ist Länge, Breite");
    });

    it("are in the audit as an area somebody asked for, for the Geschäftsstelle to read", async () => {
      await ask(around(2, 6), city.as("DISTRICT_HEAD", { district: "02" }));
      const page = await city.app.inject({
        url: "/api/audit?type=drawn-area",
        headers: city.as("SECRETARIAT"),
      });
      expect(page.json().items[0]).toMatchObject({
        office: "Bezirksvorstehung Ost",
        action: "area-answered",
        type: "drawn-area",
      });
    });
  });

  describe("figures that would tell of a few", () => {
    beforeAll(async () => {
      city = await smallCity({ databaseUrl: await newDatabase() });
      await addGrid(city.store, { residents: [320, 6, 150, 60], west: 4 });
    });
    afterAll(() => city.close());
    /** From the western border of the city to behind the cells before this one. */
    const first = (cells: number) => square(9.0, 48.7, 0.0475 + cells * 0.005);
    const secretariat = () => city.as("SECRETARIAT");

    it("S-07 are not told of an area that another one, told to anybody, differs from by so few", async () => {
      expect(await answerTo(first(1), secretariat())).toMatchObject({ residents: 320, cells: 1 });
      const withheld = await ask(first(2));
      expect(withheld.json()).toMatchObject({ kind: "withheld" });
      expect(withheld.body).not.toMatch(/32\d|\b6\b/);
      expect(await answerTo(first(3))).toMatchObject({ residents: 476, cells: 3 });
    });

    it("are not told of a Stadtbezirk less so few, which nobody has to ask for first", async () => {
      const both = [square(9.0, 48.7, 0.0525), square(9.0575, 48.7, 0.06)];
      const coordinates = both.map((part) => part.coordinates);
      expect(await answerTo({ type: "MultiPolygon", coordinates })).toMatchObject({ kind: "withheld" });
      expect(await answerTo(square(9.0, 48.7))).toMatchObject({ residents: 536, cells: 4 });
    });

    it("stay untold after a restart, and what was told is told again", async () => {
      city = { ...(await city.restarted()), as: city.as };
      expect(await answerTo(first(2))).toMatchObject({ kind: "withheld" });
      expect(await answerTo(first(1))).toMatchObject({ residents: 320 });
    });
  });

  it("a city without a population grid says so", async () => {
    const empty = await smallCity({ databaseUrl: await newDatabase() });
    const response = await empty.app.inject({
      method: "POST",
      url,
      headers: empty.as("SECRETARIAT"),
      payload: { polygon: square(9.0, 48.7) },
    });
    await empty.close();
    expect([response.statusCode, response.json().title]).toEqual([
      409,
      "Es ist kein Bevölkerungsgitter geladen, ohne das sich nichts berechnen lässt.",
    ]);
  });
});
