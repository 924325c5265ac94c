import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredRecord } from "#domain/record/record.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, type SmallCity, smallCity } from "../../lib/small-city.ts";

const path = "/api/records/expert-assessments";
const statement = "Am Abend fehlt ein Treffpunkt für Jugendliche.";
const about = (areaNumber: string, more: Record<string, unknown> = {}) => ({
  ...{ areaLevel: "district", areaNumber, topic: "NEEDS", statement, evidence: "GESPRAECH" },
  ...{ authorOffice: "Bezirksamt", date: "2024-05-01", rating: -1, confirmsIndicators: ["sealed-area"] },
  ...more,
});
const body = (areaNumber: string, more: Record<string, unknown> = {}) => ({
  geometry: null,
  properties: about(areaNumber, more),
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const west = () => city.as("DISTRICT_HEAD", { district: "01" });
  const planner = (department = "51") => city.as("PLANNER", { department });
  const post = (headers: Record<string, string>, payload: object) =>
    city.app.inject({ method: "POST", url: path, headers, payload });
  const read = (id: string, headers: Record<string, string> = {}) =>
    city.app.inject({ url: `${path}/${id}`, headers });
  async function put(id: string, headers: Record<string, string>, payload: object) {
    const { etag } = (await read(id, headers)).headers;
    return city.app.inject({
      ...{ method: "PUT", url: `${path}/${id}`, payload },
      headers: { ...headers, "if-match": String(etag) },
    });
  }
  const refusals = async () =>
    (await city.store.audit({ limit: 1000 }))
      .filter(({ action }) => action === "denied")
      .map(({ action, actor, id }) => ({ action, actor, id }));
  const stored = (districts: string[], more: Partial<StoredRecord> = {}) =>
    addRecord(city.store, "expert-assessments", {
      ...{ geometry: null, properties: about(districts[0] ?? ""), districts, ...more },
    });

  describe("Wissen vor Ort", () => {
    it("A-02 the head of one district writes, edits and moves nothing into another: 403 each, and an audit entry", async () => {
      const actor = "demo:DISTRICT_HEAD:01";
      const created = await post(west(), body("01"));
      expect(created.statusCode, created.body).toBe(201);
      const own = created.json();
      expect(own).toMatchObject({ districts: ["01"], visibility: "INTERNAL", owner: actor });
      expect((await put(own.id, west(), body("01", { rating: 1 }))).statusCode).toBe(200);
      expect(await refusals()).toEqual([]);

      expect((await post(west(), body("02"))).statusCode).toBe(403);
      const released = await stored(["02"]);
      expect((await put(released.id, west(), body("02"))).statusCode).toBe(403);
      const formerlyOwn = await stored(["02"], { owner: actor, visibility: "INTERNAL" });
      expect((await put(formerlyOwn.id, west(), body("01"))).statusCode).toBe(403);
      expect((await put(own.id, west(), body("02"))).statusCode).toBe(403);
      const both = await stored(["01", "02"], { owner: actor, visibility: "INTERNAL" });
      expect((await put(both.id, west(), body("01"))).statusCode).toBe(403);

      expect(await refusals()).toEqual([
        { action: "denied", actor, id: "" },
        ...[released, formerlyOwn, own, both].map(({ id }) => ({ action: "denied", actor, id })),
      ]);
      expect((await read(own.id, west())).json()).toMatchObject({
        ...{ revision: 2, districts: ["01"], properties: { areaNumber: "01", rating: 1 } },
      });
      const { total } = (await city.app.inject({ url: path, headers: city.as("SECRETARIAT") })).json();
      expect(total).toBe(4);
    });

    it("A-02 nor deletes or closes one of another district, and the own one of somebody else stays closed", async () => {
      const owner = "demo:DISTRICT_HEAD:01";
      const elsewhere = await stored(["02"], { owner });
      const { etag } = (await read(elsewhere.id, west())).headers;
      const headers = { ...west(), "if-match": String(etag) };
      const url = `${path}/${elsewhere.id}`;
      expect((await city.app.inject({ method: "DELETE", url, headers })).statusCode).toBe(403);
      const moved = await city.app.inject({
        ...{ method: "POST", url: `${url}/transitions`, headers: west(), payload: { to: "UEBERHOLT" } },
      });
      expect(moved.statusCode).toBe(403);
      const theirs = await stored(["01"], { owner: "demo:PLANNER:51", visibility: "INTERNAL" });
      expect((await put(theirs.id, west(), body("01"))).statusCode).toBe(404);
      const shown = await stored(["01"], { owner: "demo:PLANNER:51", visibility: "DISTRICT" });
      expect((await put(shown.id, west(), body("01"))).statusCode).toBe(403);
    });

    it("a head cannot hand an assessment to a department, nor a department to another", async () => {
      for (const [headers, department] of [
        [west(), "51"],
        [planner("51"), "40"],
      ] as const) {
        expect((await post(headers, { ...body("01"), department })).statusCode).toBe(403);
      }
    });

    it("a department edits its own anywhere, not those of others; the Geschäftsstelle edits all", async () => {
      const created = await post(planner("51"), body("02"));
      expect(created.json()).toMatchObject({ districts: ["02"], department: "51" });
      const { id } = created.json();
      expect((await put(id, planner("51"), body("01"))).json()).toMatchObject({ districts: ["01"] });
      expect((await put(id, planner("40"), body("01"))).statusCode).toBe(403);
      expect((await put(id, city.as("SECRETARIAT"), body("02"))).statusCode).toBe(200);
    });

    it("the area decides the districts, wherever the place is; an area there is not is refused", async () => {
      const inEast = { type: "Point", coordinates: [9.15, 48.75] };
      const written = await post(west(), { ...body("01"), geometry: inEast });
      expect(written.json()).toMatchObject({ districts: ["01"], geometry: inEast });
      const unknown = await post(planner(), body("99"));
      expect(unknown.statusCode).toBe(422);
      expect(unknown.json().errors[0].pointer).toBe("/properties/areaNumber");
    });

    it("the public reads of a released one its summary only, the head of the district the statement too", async () => {
      const publicSummary = "Vor Ort wird ein Treffpunkt vermisst.";
      const { id } = await stored(["01"], { properties: about("01", { publicSummary }) });
      const open = { areaLevel: "district", areaNumber: "01", topic: "NEEDS", date: "2024-05-01" };
      expect((await read(id)).json().properties).toEqual({ ...open, publicSummary });
      for (const url of [
        "/api/export/expert-assessments.csv",
        "/ogc/collections/expert-assessments/items?limit=1000",
        "/api/search?q=Wissen",
      ]) {
        const answer = await city.app.inject(url);
        expect(answer.statusCode).toBe(200);
        expect(answer.body).not.toContain("Treffpunkt für Jugendliche");
      }
      expect((await city.app.inject("/api/export/expert-assessments.csv")).body).toContain(publicSummary);
      expect((await read(id, west())).json().properties).toMatchObject({ statement, rating: -1 });
      const east = city.as("DISTRICT_HEAD", { district: "02" });
      expect((await read(id, east)).json().properties.statement).toBeUndefined();
    });

    it("is signed by the office of whoever recorded it, whatever the form says, and stays so when others edit it", async () => {
      const forged = { authorOffice: "Oberbürgermeister" };
      const made = (await post(planner(), body("02", forged))).json();
      expect(made.properties.authorOffice).toBe("Jugendamt");
      const corrected = await put(made.id, city.as("SECRETARIAT"), body("02", { ...forged, rating: 0 }));
      expect(corrected.json().properties).toMatchObject({ authorOffice: "Jugendamt", rating: 0 });
      const { authorOffice: _, ...unsigned } = about("01");
      const fromHead = await post(west(), { geometry: null, properties: unsigned });
      expect(fromHead.json().properties.authorOffice).toBe("Bezirksvorstehung West");
    });
  });
});
