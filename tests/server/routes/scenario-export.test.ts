import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { addRecord, kita, type SmallCity, smallCity } from "../../lib/small-city.ts";

const site = aSite({ id: "site-1", name: "Kita am Bach", position: [9.15, 48.75] });

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let scenarioId: string;
  const headers = () => city.as("PLANNER", { department: "51" });
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const closing = await addRecord(city.store, "facilities", { properties: kita("Kita Alt") });
    await addRecord(city.store, "facilities", { properties: kita("Kita Bleibt") });
    const created = await city.app.inject({
      method: "POST",
      url: "/api/scenarios",
      headers: headers(),
      payload: {
        geometry: null,
        properties: {
          name: "Variante B",
          changes: [
            { change: "add-site", site },
            { change: "close", recordType: "facilities", recordId: closing.id },
          ],
        },
      },
    });
    scenarioId = created.json().id;
  });
  afterAll(() => city.close());

  const exported = (file: string, who = headers(), scenario = scenarioId) =>
    city.app.inject({ url: `/api/export/${file}?scenario=${scenario}`, headers: who });
  const lineOf = (text: string, name: string) => text.split("\n").find((line) => line.includes(name)) ?? "";

  it("a list of facilities follows the scenario and names it in every row", async () => {
    const { body } = await exported("facilities.csv");
    expect(lineOf(body, "Kita am Bach")).toMatch(/kommt hinzu;Variante B/);
    expect(lineOf(body, "Kita am Bach")).toContain("02");
    expect(lineOf(body, "Kita Alt")).toMatch(/schließt;Variante B/);
    expect(lineOf(body, "Kita Bleibt")).toMatch(/unverändert;Variante B/);
  });

  it("figures of areas name the scenario, and the present names none", async () => {
    expect((await exported("areas-district.csv")).body).toMatch(/;Variante B/);
    const present = await exported("facilities.csv", headers(), "bestand");
    expect(present.body).not.toContain("Variante B");
    expect(present.body).not.toContain("Kita am Bach");
    const shapes = (await exported("facilities.geojson")).json();
    expect(shapes.scenario).toBe("Variante B");
    expect(shapes.features).toHaveLength(3);
  });

  it("for anybody else the scenario's files are as unknown as any other", async () => {
    for (const who of [
      city.as("PUBLIC"),
      city.as("PLANNER", { department: "40" }),
      city.as("DISTRICT_HEAD", { district: "01" }),
    ]) {
      for (const file of ["facilities.csv", "facilities.geojson", "areas-district.csv"]) {
        const hidden = await exported(file, who);
        const unknown = await exported(file, who, crypto.randomUUID());
        expect(hidden.statusCode).toBe(404);
        const plain = (text: string) => text.replace(/"instance":"[^"]*"/, "");
        expect(plain(hidden.body)).toBe(plain(unknown.body));
      }
    }
  });
});
