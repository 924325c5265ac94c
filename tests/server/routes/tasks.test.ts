import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Task } from "#domain/task/task.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  const jugendamt = { department: "51" };
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const mine = { owner: "demo:PLANNER:51", department: "51", visibility: "RESTRICTED" } as const;
    await addRecord(city.store, "candidate-sites", { ...mine, properties: sketch("Eigene Skizze") });
    await addRecord(city.store, "candidate-sites", {
      ...mine,
      participants: ["department:40"],
      properties: sketch("Geteilte Skizze"),
    });
    await addRecord(city.store, "planned-sites", {
      department: "51",
      visibility: "INTERNAL",
      properties: sketch("Standort ohne Fläche", { openingYear: 2029 }),
    });
    await addRecord(city.store, "planned-sites", {
      department: "51",
      visibility: "INTERNAL",
      state: "FINANZIERT",
      properties: sketch("Beschlossener Standort", {
        securingType: "EIGENTUM",
        budgetReference: "DHH 2026/27",
      }),
    });
    await addRecord(city.store, "parameter-sets", {
      visibility: "INTERNAL",
      geometry: null,
      properties: { name: "Kennwerte 2027", validFrom: "2027-01-01", source: "Entwurf" },
    });
  });
  afterAll(() => city.close());

  const tasks = async (headers: Record<string, string>, query = ""): Promise<string[]> => {
    const answer = await city.app.inject({ url: `/api/tasks${query}`, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    const { items, total } = answer.json<{ items: Task[]; total: number }>();
    expect(total).toBe(items.length);
    return items.map(({ kind, title }) => `${kind}: ${title}`);
  };

  describe("tasks", () => {
    it("of a planner are own sketches nobody knows and steps of the own department", async () => {
      expect(await tasks(city.as("PLANNER", jugendamt))).toEqual([
        "own-sketch: Eigene Skizze",
        "next-step: Standort ohne Fläche",
      ]);
    });

    it("say by when what is planned shall be there, where the record says so", async () => {
      const answer = await city.app.inject({ url: "/api/tasks", headers: city.as("PLANNER", jugendamt) });
      const { items } = answer.json<{ items: Task[] }>();
      expect(items.map(({ title, due }) => [title, due])).toEqual([
        ["Eigene Skizze", null],
        ["Standort ohne Fläche", "2029"],
      ]);
    });

    it("of another department are what was shared with it", async () => {
      expect(await tasks(city.as("PLANNER", { department: "40" }))).toEqual([
        "shared-with-me: Geteilte Skizze",
      ]);
    });

    it("of the Geschäftsstelle are decided records without release and drafts to agree", async () => {
      expect((await tasks(city.as("SECRETARIAT"))).sort()).toEqual([
        "next-step: Kennwerte 2027",
        "to-release: Beschlossener Standort",
      ]);
    });

    it("stand longest waiting first, and end with the step that was waited for", async () => {
      const headers = city.as("SECRETARIAT");
      const set = await addRecord(city.store, "parameter-sets", {
        visibility: "INTERNAL",
        geometry: null,
        properties: { name: "Kennwerte 2028", validFrom: "2028-01-01", source: "Entwurf" },
      });
      const step = async (to: string) =>
        city.app.inject({
          method: "POST",
          url: `/api/records/parameter-sets/${set.id}/transitions`,
          headers,
          payload: { to },
        });
      expect(await tasks(headers)).toContain("next-step: Kennwerte 2028");
      for (const to of ["ABGESTIMMT", "BESCHLOSSEN"]) expect((await step(to)).statusCode).toBe(200);
      expect((await tasks(headers)).at(-1)).toBe("to-release: Kennwerte 2028");
      await city.app.inject({
        method: "POST",
        url: `/api/records/parameter-sets/${set.id}/release`,
        headers,
        payload: { visibility: "PUBLIC", reason: "Beschlossen" },
      });
      expect((await tasks(headers)).filter((task) => task.endsWith("Kennwerte 2028"))).toEqual([]);
    });

    it("under a lowered Sicht are only those of records it shows", async () => {
      expect(await tasks(city.as("PLANNER", jugendamt), "?ceiling=PUBLIC")).toEqual([]);
      expect(await tasks(city.as("PLANNER", jugendamt), "?ceiling=INTERNAL")).toEqual([
        "next-step: Standort ohne Fläche",
      ]);
    });

    it("there are none for heads of districts, statistics and technicians without shared records, and no list for the public", async () => {
      expect(await tasks(city.as("DISTRICT_HEAD", { district: "01" }))).toEqual([]);
      expect(await tasks(city.as("STATISTICS"))).toEqual([]);
      expect(await tasks(city.as("ADMIN"))).toEqual([]);
      expect((await city.app.inject("/api/tasks")).statusCode).toBe(401);
    });
  });
});
