import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const path = "/api/records/interpretations";
const about = (text: string, more: Record<string, unknown> = {}) => ({
  ...{ indicatorCode: "sealed-area", text, authorOffice: "Jugendamt", date: "2024-05-01" },
  ...more,
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  type Headers = Record<string, string>;
  const youth = () => city.as("PLANNER", { department: "51" });
  const school = () => city.as("PLANNER", { department: "40" });
  const secretariat = () => city.as("SECRETARIAT");
  const post = (url: string, headers: Headers, payload: object) =>
    city.app.inject({ method: "POST", url, headers, payload });
  const write = async (text: string, more = {}, headers = youth()) => {
    const answer = await post(path, headers, { geometry: null, properties: about(text, more) });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json() as RecordAnswer;
  };
  const sign = (id: string, headers = youth()) =>
    post(`${path}/${id}/transitions`, headers, { to: "UNTERZEICHNET" });
  const release = (id: string) =>
    post(`${path}/${id}/release`, secretariat(), { visibility: "PUBLIC", reason: "Abgestimmt" });
  const read = async (id: string, headers: Headers = {}) =>
    (await city.app.inject({ url: `${path}/${id}`, headers })).json() as RecordAnswer;
  async function put(id: string, headers: Headers, properties: object) {
    const { etag } = (await city.app.inject({ url: `${path}/${id}`, headers })).headers;
    return city.app.inject({
      ...{ method: "PUT", url: `${path}/${id}`, payload: { geometry: null, properties } },
      headers: { ...headers, "if-match": String(etag) },
    });
  }
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());

  describe("the interpretation of a figure", () => {
    it("is written and signed by its own department alone, and by the Geschäftsstelle", async () => {
      const { id, department, visibility, state } = await write("Folgt den Gewerbeflächen.");
      expect({ department, visibility, state }).toEqual({
        ...{ department: "51", visibility: "INTERNAL", state: "ENTWURF" },
      });
      expect((await put(id, school(), about("Anders."))).statusCode).toBe(403);
      expect((await sign(id, school())).statusCode).toBe(403);
      expect((await sign(id, city.as("DISTRICT_HEAD", { district: "01" }))).statusCode).toBe(404);
      expect((await sign(id, secretariat())).json().properties.signedBy).toBe("Geschäftsstelle");
    });

    it("carries the signature the server writes, whatever a body says", async () => {
      const forged = { signedBy: "Oberbürgermeister", signedOn: "2001-01-01", version: 9 };
      const { id, properties } = await write("Gelesen.", forged);
      expect(properties).toEqual(about("Gelesen."));
      expect((await put(id, youth(), about("Neu gelesen.", forged))).json().properties).toEqual(
        about("Neu gelesen."),
      );
      expect((await sign(id)).json()).toMatchObject({
        state: "UNTERZEICHNET",
        properties: { text: "Neu gelesen.", signedBy: "Jugendamt", signedOn: today(), version: 1 },
      });
    });

    it("is not edited once it is signed, by nobody: a new version takes its place when that is signed", async () => {
      const first = await write("Erste Lesart.");
      await sign(first.id);
      for (const headers of [youth(), secretariat()]) {
        const refused = await put(first.id, headers, about("Umgeschrieben."));
        expect([refused.statusCode, refused.json().title]).toEqual([
          409,
          "Unterzeichnetes ändert niemand mehr. Bitte schreiben Sie eine neue Fassung.",
        ]);
      }
      const second = await write("Zweite Lesart.", { replaces: first.id });
      expect((await read(first.id, youth())).state).toBe("UNTERZEICHNET");
      expect((await sign(second.id)).json().properties).toMatchObject({ version: 2 });
      expect(await read(first.id, youth())).toMatchObject({
        state: "ERSETZT",
        properties: { text: "Erste Lesart.", version: 1 },
      });
      const late = await write("Auch eine zweite.", { replaces: first.id });
      expect((await sign(late.id)).statusCode).toBe(409);
      expect((await read(late.id, youth())).state).toBe("ENTWURF");
    });

    it("replaces nothing about another figure or of another department", async () => {
      const theirs = await write("Lesart der Schule.", {}, school());
      await sign(theirs.id, school());
      const other = await write("Andere Zahl.", { indicatorCode: "heat" });
      await sign(other.id);
      for (const replaces of [theirs.id, other.id]) {
        const draft = await write("Neu.", { replaces });
        expect((await sign(draft.id)).statusCode).toBe(409);
      }
      expect((await read(theirs.id, school())).state).toBe("UNTERZEICHNET");
    });

    it("is public only once it is signed and released, and says then which office signed", async () => {
      const draft = await write("Noch nicht.");
      const early = await release(draft.id);
      expect([early.statusCode, early.json().title]).toEqual([
        409,
        "Freigegeben wird nur, was unterzeichnet ist.",
      ]);
      await sign(draft.id);
      expect((await city.app.inject(`${path}/${draft.id}`)).statusCode).toBe(404);
      expect((await release(draft.id)).statusCode).toBe(200);
      const open = await read(draft.id);
      expect(open.properties).toEqual({
        ...{ indicatorCode: "sealed-area", text: "Noch nicht.", date: "2024-05-01" },
        ...{ signedBy: "Jugendamt", signedOn: today(), version: 1 },
      });
    });

    it("keeps a new version from readers of the former one until it is released, and replaces that one then", async () => {
      const former = await write("Alt.", { indicatorCode: "heat" });
      await sign(former.id);
      await release(former.id);
      const seen = async () => (await city.app.inject(`${path}?indicatorCode=heat`)).body;
      const before = await seen();
      const next = await write("Neu.", { indicatorCode: "heat", replaces: former.id });
      expect((await sign(next.id)).json().properties.version).toBe(2);
      expect(await seen()).toBe(before);
      const third = await write("Noch eine.", { indicatorCode: "heat", replaces: former.id });
      expect((await sign(third.id)).statusCode).toBe(409);
      await release(next.id);
      const { items } = JSON.parse(await seen());
      expect(items.map(({ state, properties }: RecordAnswer) => [state, properties.version]).sort()).toEqual([
        ["ERSETZT", 1],
        ["UNTERZEICHNET", 2],
      ]);
    });

    it("names level and number of an area together, and an area there is", async () => {
      const half = { geometry: null, properties: about("Halb.", { areaLevel: "district" }) };
      const answer = await post(path, youth(), half);
      expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, "/properties/areaNumber"]);
      const { districts } = await write("Ganz.", { areaLevel: "district", areaNumber: "02" });
      expect(districts).toEqual(["02"]);
    });
  });
});
