import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditPage } from "#domain/contract/audit-contract.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let siteId: string;
  const geschaeftsstelle = () => city.as("SECRETARIAT");
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const site = await addRecord(city.store, "planned-sites", {
      visibility: "INTERNAL",
      state: "FINANZIERT",
      properties: sketch("Kita\n\u202Egnp.exe", {
        securingType: "EIGENTUM",
        budgetReference: "DHH 2026/27",
      }),
    });
    siteId = site.id;
    const release = await city.app.inject({
      method: "POST",
      url: `/api/records/planned-sites/${site.id}/release`,
      headers: geschaeftsstelle(),
      payload: { visibility: "PUBLIC", reason: "Beschluss\nvom \u202Eheute" },
    });
    expect(release.statusCode, release.body).toBe(200);
    await city.store.note([
      {
        at: "2026-03-29T22:30:00.000Z",
        actor: "demo:ADMIN",
        action: "account-locked",
        type: "account",
        id: "a1",
        reason: null,
      },
      {
        at: "2026-03-31T10:00:00.000Z",
        actor: "unknown",
        action: "sign-in-refused",
        type: "account",
        id: "a1",
        reason: "locked",
      },
    ]);
  });
  afterAll(() => city.close());

  const audit = async (query: string, headers = geschaeftsstelle()): Promise<AuditPage> => {
    const answer = await city.app.inject({ url: `/api/audit?${query}`, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const actions = async (query: string, headers = geschaeftsstelle()) =>
    (await audit(query, headers)).items.map(({ action }) => action);

  describe("the audit page", () => {
    it("tells the Geschäftsstelle what was done to content, newest first, and no act on accounts", async () => {
      expect(await actions(`id=${siteId}`)).toEqual(["release", "create"]);
      expect((await audit("")).types).not.toContain("account");
      expect((await audit("type=account")).items).toEqual([]);
    });

    it("tells a technician what was done to accounts and nothing of content", async () => {
      const page = await audit("", city.as("ADMIN"));
      expect(page.items.map(({ action, office }) => [action, office])).toEqual([
        ["sign-in-refused", expect.any(String)],
        ["account-locked", "Technik"],
      ]);
      expect(page.types).toEqual(["account"]);
      expect((await audit(`id=${siteId}`, city.as("ADMIN"))).total).toBe(0);
    });

    it("finds by action, office, type and by days of Berlin", async () => {
      expect(await actions(`id=${siteId}&action=release`)).toEqual(["release"]);
      expect(await actions(`type=planned-sites&office=${encodeURIComponent("Geschäftsstelle")}`)).toEqual([
        "release",
      ]);
      expect(await actions("office=Niemand")).toEqual([]);
      const admin = city.as("ADMIN");
      expect(await actions("from=2026-03-30&to=2026-03-30", admin)).toEqual(["account-locked"]);
      expect(await actions("from=2026-03-29&to=2026-03-29", admin)).toEqual([]);
    });

    it("goes on to older rows page by page", async () => {
      const first = await audit(`id=${siteId}&limit=1`);
      expect([first.items.length, first.total]).toEqual([1, 2]);
      const second = await city.app.inject({ url: first.next!, headers: geschaeftsstelle() });
      expect(second.json().items.map((row: { action: string }) => row.action)).toEqual(["create"]);
    });

    it("X-07 a line break and a mark that turns writing stand there as signs one can read", async () => {
      const [released] = (await audit(`id=${siteId}&action=release`)).items;
      expect(released).toMatchObject({
        title: "Kita\\u000a\\u202egnp.exe",
        reason: "Beschluss\\u000avom \\u202eheute",
      });
      const csv = await city.app.inject({
        url: `/api/audit/export.csv?id=${siteId}`,
        headers: geschaeftsstelle(),
      });
      expect(csv.body).not.toContain("\u202e");
      expect(csv.body.trim().split("\r\n")).toHaveLength(3);
    });

    it("A-15 no interface changes or removes a row, and the chain verifies", async () => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
        for (const url of ["/api/audit", "/api/audit/1", "/api/audit/verification"]) {
          const answer = await city.app.inject({ method, url, headers: geschaeftsstelle(), payload: {} });
          expect(answer.statusCode, `${method} ${url}`).toBe(404);
        }
      }
      const verdict = await city.app.inject({ url: "/api/audit/verification", headers: geschaeftsstelle() });
      const { entries } = verdict.json();
      expect(verdict.json()).toEqual({
        entries,
        intactUntil: entries,
        checkedAt: expect.stringMatching(/^20\d\d-/),
        breaks: [],
      });
      expect(verdict.json().entries).toBeGreaterThanOrEqual(4);
    });

    it("finds what was tried and refused, each in the half of the audit it belongs to", async () => {
      const jugendamt = city.as("PLANNER", { department: "51" });
      for (const url of [`/api/records/planned-sites/${siteId}/release`, "/api/users"]) {
        const refused = await city.app.inject({
          method: "POST",
          url,
          headers: jugendamt,
          payload: { visibility: "PUBLIC", reason: "ohne Auftrag" },
        });
        expect(refused.statusCode, url).toBe(403);
      }
      const found = async (query: string, headers?: ReturnType<SmallCity["as"]>) =>
        (await audit(`refused=true${query}`, headers)).items.map(({ action, type }) => `${action} ${type}`);
      expect(await found("")).toEqual(["denied planned-sites"]);
      expect(await found("", city.as("ADMIN"))).toEqual(["denied account", "sign-in-refused account"]);
      expect(await found("&action=denied", city.as("ADMIN"))).toEqual(["denied account"]);
      expect(await found("&action=account-locked", city.as("ADMIN"))).toEqual([]);
    });

    it("is closed under a lowered Sicht", async () => {
      const answer = await city.app.inject({
        url: "/api/audit?ceiling=INTERNAL",
        headers: geschaeftsstelle(),
      });
      expect(answer.statusCode).toBe(403);
    });
  });
});
