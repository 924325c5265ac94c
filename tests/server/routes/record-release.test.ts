import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, type SmallCity, sketch, smallCity, square } from "../../lib/small-city.ts";

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const act = (
    { type, id }: { type: string; id: string },
    what: "release" | "withdraw",
    payload: object,
    headers = city.as("SECRETARIAT"),
  ) => city.app.inject({ method: "POST", url: `/api/records/${type}/${id}/${what}`, headers, payload });
  const read = async ({ type, id }: { type: string; id: string }, headers = {}) =>
    (await city.app.inject({ url: `/api/records/${type}/${id}`, headers })).json();
  const funded = (name: string) =>
    addRecord(city.store, "planned-sites", {
      visibility: "INTERNAL",
      state: "FINANZIERT",
      properties: sketch(name, { securingType: "EIGENTUM", budgetReference: "DHH" }),
    });

  describe("a release", () => {
    it("is kept with the record: who, when, from which level to which, and why", async () => {
      const site = await funded("Kita am Park");
      const answer = await act(site, "release", {
        visibility: "PUBLIC",
        reason: "Gemeinderat beschlossen",
        on: "2026-03-02",
      });
      expect(answer.statusCode, answer.body).toBe(200);
      await act(site, "withdraw", { visibility: "DISTRICT", reason: "Irrtum" });
      const { releaseLog, visibleSince } = await read(site, city.as("PLANNER", { department: "51" }));
      const by = "demo:SECRETARIAT";
      const at = expect.stringMatching(/Z$/);
      expect(releaseLog).toEqual([
        {
          ...{ on: "2026-03-02", at, by, from: "INTERNAL", to: "PUBLIC" },
          ...{ reason: "Gemeinderat beschlossen", early: null },
        },
        { on: today(), at, by, from: "PUBLIC", to: "DISTRICT", reason: "Irrtum", early: null },
      ]);
      expect(visibleSince).toBe(today());
    });

    it("tells the public since when, but neither who nor why", async () => {
      const site = await funded("Kita am Bach");
      await act(site, "release", { visibility: "DISTRICT", reason: "Bezirk gefragt", on: "2026-01-01" });
      await act(site, "release", { visibility: "PUBLIC", reason: "Beschluss", on: "2026-03-02" });
      expect(await read(site)).toMatchObject({ visibleSince: "2026-03-02", releaseLog: [] });
    });

    it("survives the next edit and a restart", async () => {
      const site = await funded("Kita am See");
      await act(site, "release", { visibility: "PUBLIC", reason: "Beschluss" });
      const step = { method: "POST" as const, url: `/api/records/planned-sites/${site.id}/transitions` };
      await city.app.inject({ ...step, headers: city.as("SECRETARIAT"), payload: { to: "IM_BAU" } });
      city = { ...(await city.restarted()), as: city.as };
      expect((await read(site, city.as("SECRETARIAT"))).releaseLog).toHaveLength(1);
    });

    it("needs a reason, and no day to come", async () => {
      const site = await funded("Kita am Hang");
      expect((await act(site, "release", { visibility: "PUBLIC" })).statusCode).toBe(400);
      const answer = await act(site, "release", { visibility: "PUBLIC", reason: "x", on: "2999-01-01" });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].pointer).toBe("/on");
      expect((await read(site)).status).toBe(404);
    });

    it("before the state that decides has to be confirmed, and the record keeps that it was", async () => {
      const site = await addRecord(city.store, "planned-sites", {
        visibility: "INTERNAL",
        properties: sketch("Kita früh"),
      });
      const release = { visibility: "PUBLIC", reason: "Stand in der Zeitung" };
      const asked = await act(site, "release", release);
      expect(asked.statusCode).toBe(409);
      expect(asked.json()).toMatchObject({
        title: "Diese Freigabe ist früh und muss bestätigt werden.",
        errors: [{ pointer: "/confirmedEarly" }],
      });
      expect((await read(site)).status).toBe(404);
      expect((await act(site, "release", { ...release, confirmedEarly: true })).statusCode).toBe(200);
      const { releaseLog } = await read(site, city.as("SECRETARIAT"));
      expect(releaseLog[0].early).toContain("noch nicht öffentlich beschlossen");
    });

    it("to the district is never early", async () => {
      const draft = await addRecord(city.store, "renewal-priority-areas", {
        visibility: "INTERNAL",
        geometry: square(9.02, 48.72, 0.01),
        properties: { number: 7, name: "Nord", edition: "2026", source: "Test" },
      });
      expect((await act(draft, "release", { visibility: "DISTRICT", reason: "Anhörung" })).statusCode).toBe(
        200,
      );
      expect((await act(draft, "release", { visibility: "PUBLIC", reason: "x" })).statusCode).toBe(409);
    });

    it("A-17 is neither a planner's nor the technicians' nor the Statistikstelle's", async () => {
      const site = await funded("Kita am Tor");
      const release = { visibility: "PUBLIC", reason: "x" };
      expect((await act(site, "release", release, city.as("PLANNER", { department: "51" }))).statusCode).toBe(
        403,
      );
      expect((await act(site, "release", release, city.as("ADMIN"))).statusCode).toBe(404);
      expect((await act(site, "release", release, city.as("STATISTICS"))).statusCode).toBe(404);
      expect((await act(site, "release", release, {} as never)).statusCode).toBe(404);
      const refusals = (await city.store.audit({ limit: 10_000 })).filter(({ id }) => id === site.id);
      expect(refusals.at(-1)).toMatchObject({ action: "denied", actor: "demo:PLANNER:51" });
    });
  });

  describe("what is public names nothing that is closed", () => {
    const projectAt = (
      title: string,
      more: object = {},
      visibility: "PUBLIC" | "RESTRICTED" = "RESTRICTED",
    ) =>
      addRecord(city.store, "quarter-projects", {
        visibility,
        state: "UMSETZUNG",
        geometry: square(9.02, 48.72, 0.01),
        properties: { title, kind: "FOCUSED", ...more },
      });

    it("a release is refused while a field names a closed record, and the refusal names the field", async () => {
      const whole = await projectAt("Umfassend");
      const part = await projectAt("Teil", { partOfId: whole.id });
      const refused = await act(part, "release", { visibility: "PUBLIC", reason: "x" });
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({
        title: "„Teil von“ verweist auf etwas, das nicht ebenso weit freigegeben ist.",
        errors: [{ pointer: "/properties/partOfId" }],
      });
      expect((await act(whole, "release", { visibility: "PUBLIC", reason: "x" })).statusCode).toBe(200);
      expect((await act(part, "release", { visibility: "PUBLIC", reason: "x" })).statusCode).toBe(200);
    });

    it("an edit cannot bring such a name into a public record", async () => {
      const hidden = await projectAt("Verborgen");
      const open = await projectAt("Offen", {}, "PUBLIC");
      const url = `/api/records/quarter-projects/${open.id}`;
      const headers = city.as("SECRETARIAT");
      const etag = String((await city.app.inject({ url, headers })).headers.etag);
      const { geometry, properties } = open;
      const save = (partOfId: string) =>
        city.app.inject({
          ...{ method: "PUT", url, headers: { ...headers, "if-match": etag } },
          payload: { geometry, properties: { ...properties, partOfId } },
        });
      const [closed, none] = [await save(hidden.id), await save(crypto.randomUUID())];
      expect(closed.statusCode).toBe(409);
      expect({ ...none.json(), instance: "" }).toEqual({ ...closed.json(), instance: "" });
    });

    it("a withdrawal takes the name of the withdrawn out of every public record in the same act", async () => {
      const whole = await projectAt("Ganzes", {}, "PUBLIC");
      const part = await projectAt("Stück", { partOfId: whole.id }, "PUBLIC");
      expect((await read(part)).properties.partOfId).toBe(whole.id);
      expect((await act(whole, "withdraw", { reason: "Irrtum" })).statusCode).toBe(200);
      expect((await read(part)).properties).not.toHaveProperty("partOfId");
      expect((await read(part)).revision).toBe(2);
      expect((await city.store.verifyAudit()).breaks).toEqual([]);
    });
  });
});
