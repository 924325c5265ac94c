import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const path = "/api/views";
const address = "?v=1&level=district&indicator=sealed-area&camera=11/48.7/9.1";
type Headers = Record<string, string>;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city?.close());

  const head = () => city.as("DISTRICT_HEAD", { district: "01" });
  const planner = (department = "51") => city.as("PLANNER", { department });
  const secretariat = () => city.as("SECRETARIAT");

  const ask = (method: "POST" | "PUT" | "DELETE", url: string, headers: Headers, payload?: object) =>
    city.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  async function kept(
    title: string,
    { list = "Sitzung", headers = head(), isShared = false, at = address } = {},
  ) {
    const made = await ask("POST", path, headers, {
      properties: { title, sentence: "Ein Satz.", address: at, list },
      isShared,
    });
    expect(made.statusCode, made.body).toBe(201);
    return { id: made.json().id as string, record: made.json(), etag: String(made.headers.etag) };
  }
  const listed = async (headers: Headers, list: string, query = "") =>
    (await city.app.inject({ url: `${path}${query}`, headers }))
      .json()
      .items.filter((one: { properties: { list: string } }) => one.properties.list === list)
      .map((one: { properties: { title: string } }) => one.properties.title) as string[];
  const etagNow = async (id: string, headers: Headers) =>
    String((await city.app.inject({ url: `${path}/${id}`, headers })).headers.etag);

  describe("a saved view", () => {
    it("is read by its owner alone, the Geschäftsstelle included, until it is shared with the administration", async () => {
      const list = "Vertraulich";
      const { id, etag } = await kept("Nur für mich", { list });
      const readers = async () =>
        Promise.all(
          [head(), planner(), secretariat(), city.as("STATISTICS"), city.as("PARTNER"), {}].map(
            async (headers) => [
              (await listed(headers as Headers, list)).length,
              (await city.app.inject({ url: `${path}/${id}`, headers })).statusCode,
            ],
          ),
        );
      const [none, seen] = [
        [0, 404],
        [1, 200],
      ];
      expect(await readers()).toEqual([seen, none, none, none, none, none]);
      const hidden = await city.app.inject({ url: `${path}/${id}`, headers: secretariat() });
      const unknown = await city.app.inject({
        url: `${path}/${crypto.randomUUID()}`,
        headers: secretariat(),
      });
      expect(hidden.json()).toEqual({ ...unknown.json(), instance: expect.any(String) });

      const properties = { title: "Für alle im Haus", address, list };
      const shared = await ask(
        "PUT",
        `${path}/${id}`,
        { ...head(), "if-match": etag },
        { properties, isShared: true },
      );
      expect(shared.json().visibility).toBe("INTERNAL");
      expect(await readers()).toEqual([seen, seen, seen, none, none, none]);
      const meddling = await ask("DELETE", `${path}/${id}`, {
        ...secretariat(),
        "if-match": await etagNow(id, secretariat()),
      });
      expect(meddling.statusCode).toBe(403);
    });

    it("is not listed behind a lowered Sicht", async () => {
      await kept("Verborgen", { list: "Leinwand" });
      expect(await listed(head(), "Leinwand")).toEqual(["Verborgen"]);
      expect(await listed(head(), "Leinwand", "?ceiling=PUBLIC")).toEqual([]);
    });

    it("stands last in its list, moves by one place at a time and stops at the ends", async () => {
      const list = "Reihe";
      const [, , last] = [
        await kept("eins", { list }),
        await kept("zwei", { list }),
        await kept("drei", { list }),
      ];
      const move = async (to: string) =>
        (
          await ask(
            "POST",
            `${path}/${last.id}/move`,
            { ...head(), "if-match": await etagNow(last.id, head()) },
            { to },
          )
        ).statusCode;
      expect(await listed(head(), list)).toEqual(["eins", "zwei", "drei"]);
      expect(await move("earlier")).toBe(200);
      expect(await listed(head(), list)).toEqual(["eins", "drei", "zwei"]);
      expect(await move("earlier")).toBe(200);
      expect(await move("earlier")).toBe(409);
      expect(await listed(head(), list)).toEqual(["drei", "eins", "zwei"]);
      expect(await move("later")).toBe(200);
      expect(await listed(head(), list)).toEqual(["eins", "drei", "zwei"]);
    });

    it("names the scenario of its address, and keeps every version", async () => {
      const { id, record, etag } = await kept("Szenario", { at: `${address}&scenario=abc-1` });
      expect(record.properties).toMatchObject({ scenarioId: "abc-1", place: expect.any(Number) });
      const body = { properties: { title: "Ohne", address, list: "Sitzung" } };
      expect((await ask("PUT", `${path}/${id}`, head(), body)).statusCode).toBe(428);
      const saved = await ask("PUT", `${path}/${id}`, { ...head(), "if-match": etag }, body);
      expect(saved.json().properties).toMatchObject({ title: "Ohne", sentence: "", scenarioId: null });
      expect((await ask("PUT", `${path}/${id}`, { ...head(), "if-match": etag }, body)).statusCode).toBe(412);
      const gone = await ask("DELETE", `${path}/${id}`, {
        ...head(),
        "if-match": String(saved.headers.etag),
      });
      expect(gone.statusCode).toBe(204);
      expect((await city.store.revisions("saved-views", id)).map(({ action }) => action)).toEqual([
        "create",
        "edit",
        "delete",
      ]);
    });

    it("is refused with the part of its address that does not belong there", async () => {
      for (const [wrong, sentence] of [
        ["https://anderswo.example/?v=1", "Das ist keine Adresse einer Ansicht."],
        [`${address}&sight=RESTRICTED`, "Der Teil „sight“ gehört nicht zu einer Ansicht."],
      ]) {
        const answer = await ask("POST", path, planner("40"), {
          properties: { title: "x", address: wrong, list: "x" },
        });
        expect(answer.statusCode).toBe(422);
        expect(answer.headers["content-type"]).toContain("application/problem+json");
        expect(answer.json().errors).toEqual([{ pointer: "/properties/address", detail: sentence }]);
      }
      const own = { title: "x", address, list: "x", place: 3 };
      expect((await ask("POST", path, planner("40"), { properties: own })).statusCode).toBe(400);
    });

    it("is there after a restart", async () => {
      await kept("Bleibt", { list: "Dauer", headers: planner("40"), isShared: true });
      city = { ...(await city.restarted()), as: city.as };
      expect(await listed(planner("51"), "Dauer")).toEqual(["Bleibt"]);
    });
  });
});
