import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { indexOfSealedArea } from "../../lib/index-definitions.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const path = "/api/records/index-definitions";
type Headers = Record<string, string>;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city?.close());

  const planner = () => city.as("PLANNER", { department: "50" });
  const secretariat = () => city.as("SECRETARIAT");
  const read = (id: string, headers: Headers) => city.app.inject({ url: `${path}/${id}`, headers });
  const move = async (id: string, to: string, headers: Headers) =>
    (await city.app.inject({ method: "POST", url: `${path}/${id}/transitions`, headers, payload: { to } }))
      .statusCode;
  async function kept(change: Partial<IndexDefinition> = {}): Promise<string> {
    const payload = { geometry: null, properties: { ...indexOfSealedArea, ...change } };
    const made = await city.app.inject({ method: "POST", url: path, headers: planner(), payload });
    expect(made.statusCode, made.body).toBe(201);
    return made.json().id;
  }
  async function change(id: string, method: "PUT" | "DELETE", headers: Headers) {
    const etag = String((await read(id, headers)).headers.etag);
    return city.app.inject({
      ...{ method, url: `${path}/${id}`, headers: { ...headers, "if-match": etag } },
      ...(method === "PUT" && {
        payload: { geometry: null, properties: { ...indexOfSealedArea, name: `Anders ${id}` } },
      }),
    });
  }

  describe("a definition of an index", () => {
    it("is decided by the Geschäftsstelle alone, not by the planner whose it is", async () => {
      const id = await kept({ name: "Wer beschließt" });
      expect(await move(id, "ABGESTIMMT", planner())).toBe(200);
      expect(await move(id, "BESCHLOSSEN", planner())).toBe(403);
      expect((await read(id, planner())).json().state).toBe("ABGESTIMMT");
      expect(await move(id, "BESCHLOSSEN", secretariat())).toBe(200);
      expect(await move(id, "ENTWURF", secretariat())).toBe(409);
    });

    it("stays as it is from the day it is agreed: nobody edits or deletes it, a change is a new version", async () => {
      const id = await kept({ name: "Steht fest" });
      expect((await change(id, "PUT", planner())).statusCode).toBe(200);
      for (const state of ["ABGESTIMMT", "BESCHLOSSEN"]) {
        expect(await move(id, state, secretariat())).toBe(200);
        for (const headers of [planner(), secretariat()]) {
          for (const method of ["PUT", "DELETE"] as const) {
            const refused = await change(id, method, headers);
            expect([state, method, refused.statusCode]).toEqual([state, method, 409]);
            expect(refused.json().title).toContain("neue Fassung");
          }
        }
      }
      const { properties, state } = (await read(id, planner())).json();
      expect([properties.name, state]).toEqual([`Anders ${id}`, "BESCHLOSSEN"]);
    });

    it("goes back to a draft before it is decided, and is its planner's to edit again", async () => {
      const id = await kept({ name: "Zurück" });
      expect(await move(id, "ABGESTIMMT", planner())).toBe(200);
      expect(await move(id, "ENTWURF", planner())).toBe(200);
      expect((await change(id, "PUT", planner())).statusCode).toBe(200);
    });

    it("is nobody else's to move, and does not exist for people outside the administration", async () => {
      const id = await kept({ name: "Fremd" });
      expect(await move(id, "ABGESTIMMT", city.as("PLANNER", { department: "61" }))).toBe(403);
      const outside = await read(id, city.as("DISTRICT_HEAD", { district: "01" }));
      const unknown = await read(crypto.randomUUID(), city.as("DISTRICT_HEAD", { district: "01" }));
      expect([outside.statusCode, { ...outside.json(), instance: null }]).toEqual([
        404,
        { ...unknown.json(), instance: null },
      ]);
    });

    it("is there after a restart with its version and its state, and answers as before", async () => {
      const id = await kept({ name: "Bleibt", version: 3 });
      expect(await move(id, "ABGESTIMMT", planner())).toBe(200);
      city = { ...(await city.restarted()), as: city.as };
      const { properties, state } = (await read(id, planner())).json();
      expect([properties.name, properties.version, state]).toEqual(["Bleibt", 3, "ABGESTIMMT"]);
      expect(properties.components).toEqual(indexOfSealedArea.components);
    });
  });

  describe("a parameter set", () => {
    it("stays as it is from the day it is agreed, for its owner and the Geschäftsstelle", async () => {
      const sets = "/api/records/parameter-sets";
      const properties = { name: "Kennwerte", validFrom: "2025-01-01", source: "Testquelle" };
      const payload = { geometry: null, properties };
      const made = await city.app.inject({ method: "POST", url: sets, headers: planner(), payload });
      expect(made.statusCode, made.body).toBe(201);
      const url = `${sets}/${made.json().id}`;
      const edit = async (headers: Headers, method: "PUT" | "DELETE" = "PUT") => {
        const { etag } = (await city.app.inject({ url, headers })).headers;
        const changed = { geometry: null, properties: { ...properties, note: "Nachgetragen" } };
        return city.app.inject({
          ...{ method, url, headers: { ...headers, "if-match": String(etag) } },
          ...(method === "PUT" && { payload: changed }),
        });
      };
      expect((await edit(planner())).statusCode).toBe(200);
      for (const [to, state] of [
        ["ABGESTIMMT", "abgestimmt"],
        ["BESCHLOSSEN", "beschlossen"],
        ["ABGELOEST", "abgelöst"],
      ]) {
        const headers = secretariat();
        await city.app.inject({ method: "POST", url: `${url}/transitions`, headers, payload: { to } });
        for (const who of [planner(), secretariat()]) {
          const refused = await edit(who);
          expect([refused.statusCode, refused.json().title]).toEqual([
            409,
            `Was ${state} ist, bleibt, wie es ist. Eine Änderung ist eine neue Fassung.`,
          ]);
          expect((await edit(who, "DELETE")).statusCode).toBe(409);
        }
      }
    });
  });
});
