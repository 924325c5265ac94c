import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const point = { type: "Point", coordinates: [9.05, 48.75] };
  const address = "/api/records/candidate-sites";
  const jugendamt = () => city.as("PLANNER", { department: "51" });

  async function saved(participants: string[] = []) {
    const payload = { geometry: point, properties: sketch("Kita am Hang"), participants };
    const answer = await city.app.inject({ method: "POST", url: address, headers: jugendamt(), payload });
    expect(answer.statusCode, answer.body).toBe(201);
    return { url: `${address}/${answer.json().id}`, etag: String(answer.headers.etag) };
  }
  const change = (url: string, etag: string, headers = jugendamt()) =>
    city.app.inject({
      method: "PUT",
      url,
      headers: { ...headers, "if-match": etag },
      payload: { geometry: point, properties: sketch("Kita am Hang 2") },
    });
  const remove = (url: string, etag: string) =>
    city.app.inject({ method: "DELETE", url, headers: { ...jugendamt(), "if-match": etag } });

  describe("the history of a record", () => {
    it("names the office behind every version, and no account", async () => {
      const { url, etag } = await saved();
      expect((await change(url, etag)).statusCode).toBe(200);
      const { items } = (await city.app.inject({ url: `${url}/revisions`, headers: jugendamt() })).json();
      expect(items.map((one: Record<string, unknown>) => [one.action, one.office, one.actor])).toEqual([
        ["create", "Jugendamt", undefined],
        ["edit", "Jugendamt", undefined],
      ]);
    });

    it("C-07 who saves what somebody else deleted meanwhile is told by which office and when", async () => {
      const { url, etag } = await saved();
      expect((await remove(url, etag)).statusCode).toBe(204);
      const answer = await change(url, etag);
      expect(answer.statusCode).toBe(410);
      expect(answer.json().title).toMatch(
        /^Standortskizze wurde gelöscht von: Jugendamt, am \d{1,2}\.\d{1,2}\.\d{4}\.$/,
      );
    });

    it("A-03 who could not read a record is not told that it was deleted", async () => {
      const { url, etag } = await saved();
      const foreign = city.as("PLANNER", { department: "40" });
      const body = async (asked: string) =>
        (await change(asked, etag, foreign)).body.replace(/"instance":"[^"]*"/, '"instance":""');
      const before = await body(url);
      await remove(url, etag);
      expect(await body(url)).toBe(before);
      expect(await body(`${address}/${crypto.randomUUID()}`)).toBe(before);
      expect(JSON.parse(before).status).toBe(404);
    });
  });
});
