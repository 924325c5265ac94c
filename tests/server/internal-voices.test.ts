import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { onBothDatabases } from "../lib/databases.ts";
import { everyWayOut } from "../lib/every-way-out.ts";
import { addRecord, type SmallCity, smallCity } from "../lib/small-city.ts";

/** What people write about district 01 inside the administration, by record type. */
const voices = {
  "expert-assessments": {
    ...{
      areaLevel: "district",
      areaNumber: "01",
      topic: "NEEDS",
      statement: "Am Brunnenplatz fehlt ein Treff.",
    },
    ...{ evidence: "GESPRAECH", authorOffice: "Bezirksamt", date: "2024-05-01" },
    contradictsIndicators: ["sealed-area"],
  },
  interpretations: {
    ...{ indicatorCode: "sealed-area", text: "Am Brunnenplatz wurde entsiegelt.", areaLevel: "district" },
    ...{ areaNumber: "01", authorOffice: "Jugendamt", date: "2024-05-01" },
  },
  evidence: {
    ...{ title: "Rundgang am Brunnenplatz", method: "STADTTEILERKUNDUNG", from: "2024-05-01" },
    ...{ office: "Jugendamt", summary: "Viel Schatten.", areas: ["district:01"], participants: 12 },
  },
};
const types = Object.keys(voices) as (keyof typeof voices)[];
const geometry = { type: "Point" as const, coordinates: [9.05, 48.75] };

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  type Headers = Record<string, string>;
  const head = (district: string) => city.as("DISTRICT_HEAD", { district });
  const planner = (department: string) => city.as("PLANNER", { department });
  const listed = async (type: string, headers: Headers, sight = "") => {
    const { items } = (
      await city.app.inject({ url: `/api/records/${type}?limit=9${sight}`, headers })
    ).json();
    return items.map(({ id }: RecordAnswer) => id) as string[];
  };

  describe("what is said inside the administration", () => {
    it("changes no byte for the public, partners and the head of another district", async () => {
      const words = ["Rundgang", "Brunnenplatz"];
      const others = [{}, city.as("PARTNER", { department: "51" }), head("02")];
      const seen = () =>
        Promise.all(others.map((headers) => everyWayOut(city.app, { headers, place: [9.05, 48.75], words })));
      const before = await seen();
      for (const type of types) {
        const payload = { geometry: type === "evidence" ? geometry : null, properties: voices[type] };
        const headers = planner("51");
        const answer = await city.app.inject({
          method: "POST",
          url: `/api/records/${type}`,
          headers,
          payload,
        });
        expect(answer.statusCode, answer.body).toBe(201);
      }
      expect(await seen()).toEqual(before);
    });

    it("stands where Geschäftsstelle and departments read it, and goes with a lowered Sicht", async () => {
      for (const type of types) {
        for (const headers of [planner("61"), city.as("SECRETARIAT")]) {
          expect(await listed(type, headers)).toHaveLength(1);
          expect(await listed(type, headers, "&ceiling=DISTRICT")).toEqual([]);
        }
        for (const role of ["STATISTICS", "ADMIN"] as const) {
          expect(await listed(type, city.as(role))).toEqual([]);
        }
      }
    });

    it("is read by the head of the district it is about, once it is for districts", async () => {
      for (const type of types) {
        const place = type === "evidence" ? geometry : null;
        const { id } = await addRecord(city.store, type, {
          ...{ geometry: place, properties: voices[type], visibility: "DISTRICT", districts: ["01"] },
        });
        expect(await listed(type, head("01"))).toEqual([id]);
        expect(await listed(type, head("02"))).toEqual([]);
      }
    });

    it("lies on the map for those who read it: where it was done, with its method", async () => {
      const overlay = async (headers: Headers) => {
        const { features } = (await city.app.inject({ url: "/api/overlay/evidence", headers })).json();
        return features.map(({ properties }: { properties: Record<string, unknown> }) => properties.method);
      };
      const layers = async (headers: Headers) =>
        (await city.app.inject({ url: "/api/layers", headers }))
          .json()
          .items.find(({ layer }: { layer: string }) => layer === "evidence")?.count;
      expect([await overlay(planner("61")), await layers(planner("61"))]).toEqual([
        ["STADTTEILERKUNDUNG", "STADTTEILERKUNDUNG"],
        2,
      ]);
      expect([await overlay(head("01")), await layers(head("01"))]).toEqual([["STADTTEILERKUNDUNG"], 1]);
      expect([await overlay({}), await layers({})]).toEqual([[], undefined]);
    });
  });
});
