import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, kita, type SmallCity, sketch, square } from "../../lib/small-city.ts";
import { addFigures, districtCity } from "./district-city.ts";

const point = (longitude: number) => ({ type: "Point" as const, coordinates: [longitude, 48.75] });
const places = (offered: number) => [
  { unit: "PLATZ", category: "U3", licensed: offered, offered, occupied: null, referenceDate: "2024-03-01" },
];
const statement = (areaNumber: string, more: Record<string, unknown> = {}) => ({
  ...{ areaLevel: "subdistrict", areaNumber, topic: "VIEW", statement: `Eindruck aus ${areaNumber}` },
  ...{ evidence: "BEGEHUNG", authorOffice: "Bezirksamt", date: "2024-05-01" },
  ...more,
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await districtCity(await newDatabase());
    const { store } = city;
    const add = (type: string, properties: Record<string, unknown>, more: object = {}) =>
      addRecord(store, type, { properties, ...more } as never);
    await add("facilities", kita("Kita am Platz", { capacity: places(40) }), { geometry: point(9.02) });
    await add("facilities", kita("Kita ohne Zahl"), { geometry: point(9.03) });
    await add("facilities", kita("Kita zu", { capacity: places(99) }), {
      ...{ geometry: point(9.03), state: "GESCHLOSSEN" },
    });
    await add("facilities", kita("Zuflucht", { type: "SCHUTZHAUS", locationProtection: "HIDDEN" }), {
      ...{ geometry: point(9.04), visibility: "RESTRICTED", department: "51" },
    });
    await add("facilities", kita("Wohngruppe", { type: "PFLEGE_WG", locationProtection: "AREA_ONLY" }), {
      geometry: point(9.04),
    });
    const use = (amount: number) => ({ uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", amount }] });
    const decided = { state: "IM_BAU", geometry: point(9.02) };
    await add("planned-sites", sketch("Neubau öffentlich", use(60)), decided);
    await add("planned-sites", sketch("Neubau intern", use(80)), {
      ...{ state: "PLANUNGSRECHT", geometry: point(9.03), visibility: "INTERNAL" },
    });
    await add("planned-sites", sketch("Neubau im Bezirk", use(20)), { ...decided, visibility: "DISTRICT" });
    const polygon = { geometry: square(9.01, 48.71, 0.01) };
    const svg = { number: 3, name: "Gebiet Drei", edition: "2024", source: "Amt 61" };
    await add("renewal-priority-areas", svg, polygon);
    await add(
      "renewal-priority-areas",
      { ...svg, number: 4, name: "Entwurf Vier" },
      {
        ...{ ...polygon, visibility: "INTERNAL" },
      },
    );
    await add("quarter-projects", { title: "Quartier West", kind: "FOCUSED", start: "2024-02-01" }, polygon);
    await add(
      "quarter-projects",
      { title: "Antrag V-07", kind: "FOCUSED" },
      {
        ...{ ...polygon, visibility: "RESTRICTED" },
      },
    );
    const local = { geometry: null, districts: ["01"] };
    await add("expert-assessments", statement("101", { contradictsIndicators: ["children-in-need"] }), {
      ...{ ...local, visibility: "DISTRICT" },
    });
    await add("expert-assessments", statement("102", { publicSummary: "Zusammengefasst" }), local);
    await add("expert-assessments", statement("201"), {
      ...{ geometry: null, districts: ["02"], visibility: "DISTRICT" },
    });
  });
  afterAll(() => city.close());

  const head = () => city.as("DISTRICT_HEAD", { district: "01" });
  const planner = () => city.as("PLANNER", { department: "51" });
  const office = () => city.as("SECRETARIAT", { department: "10" });
  const ask = (number: string, headers: Record<string, string> = {}, query = "") =>
    city.app.inject({ url: `/api/districts/${number}/profile${query}`, headers });
  async function profile(number: string, headers: Record<string, string> = {}, query = "") {
    const answer = await ask(number, headers, query);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<DistrictProfile>();
  }
  const supplyOf = ({ supply }: DistrictProfile) =>
    supply.rows.map(({ type, layers: { BESTAND, BESCHLOSSEN, GEPLANT } }) => [
      type,
      ...[BESTAND, BESCHLOSSEN, GEPLANT].map(({ count, capacity }) => [count, capacity]),
    ]);

  describe("Bezirksprofil", () => {
    it("tells figures by Stadtteil with class, difference from the city, Stichtag and source", async () => {
      const { monitoring, sources, residents } = await profile("01");
      const [children, ...others] = monitoring.indicators;
      expect(others).toEqual([]);
      expect(children).toMatchObject({ code: "children-in-need", period: "2024", city: { value: 20 } });
      expect(children!.district).toEqual({ value: 25.5, state: "VALUE", class: 4, difference: 5.5 });
      expect(sources[children!.source]).toEqual({
        ...{ source: "Testquelle", licence: "frei", referenceDate: "2024" },
      });
      expect(monitoring).toMatchObject({ level: "subdistrict", missing: null });
      expect(
        monitoring.areas.map(({ number, cells: [cell] }) => [number, cell?.value, cell?.difference]),
      ).toEqual([
        ["101", 30.5, 10.5],
        ["102", null, null],
      ]);
      expect(residents).toMatchObject({ value: 1000, state: "VALUE", shareOfCity: 0.5 });
    });

    it("a hidden figure is called hidden, also to those who read it elsewhere, because profiles are passed on", async () => {
      const values = await city.app.inject({
        url: "/api/indicators/children-in-need/values?level=subdistrict",
        headers: planner(),
      });
      expect(values.body).toContain("73.1");
      for (const headers of [{}, head(), planner(), office()]) {
        const answer = await ask("01", headers);
        expect(answer.json().monitoring.areas[1].cells[0]).toEqual({
          ...{ value: null, state: "SUPPRESSED", class: null, difference: null },
        });
        expect(answer.body).not.toContain("73.1");
      }
    });

    it("the public reads what is public: no statement, no draft, no application, nothing protected", async () => {
      const answer = await ask("01");
      const told = answer.json<DistrictProfile>();
      expect(told.visibility).toBe("PUBLIC");
      expect(supplyOf(told)).toEqual([["KITA_MIX", [2, 40], [1, 60], [0, null]]]);
      expect(told.supply.rows[0]!.layers.BESTAND.withoutCapacity).toBe(1);
      expect(told.renewal.map(({ title }) => title)).toEqual(["SVG 03 Gebiet Drei"]);
      expect(told.projects.map(({ title }) => title)).toEqual(["Quartier West"]);
      expect(told.sites.map(({ title }) => title)).toEqual(["Neubau öffentlich"]);
      expect(told.statements).toBeNull();
      for (const word of [
        "Zuflucht",
        "SCHUTZHAUS",
        "PFLEGE_WG",
        "V-07",
        "Vier",
        "intern",
        "Eindruck",
        "rent",
      ]) {
        expect(answer.body).not.toContain(word);
      }
    });

    it("a head of district reads the own Stadtbezirk as the district does, and every other one as the public", async () => {
      const own = await profile("01", head());
      expect(own.visibility).toBe("DISTRICT");
      expect(supplyOf(own)).toEqual([["KITA_MIX", [2, 40], [2, 80], [0, null]]]);
      expect(own.sites.map(({ title }) => title)).toEqual(["Neubau im Bezirk", "Neubau öffentlich"]);
      expect(own.statements?.map(({ areaNumber }) => areaNumber).sort()).toEqual(["101", "102"]);
      const [contradiction] = own.statements!.filter(({ areaNumber }) => areaNumber === "101");
      expect(contradiction).toMatchObject({
        ...{ contradictsIndicators: ["children-in-need"], confirmsIndicators: [], office: "Bezirksamt" },
      });
      const { body } = await ask("01", head());
      for (const word of ["V-07", "Vier", "Neubau intern", "Zuflucht"]) expect(body).not.toContain(word);

      expect(await profile("02", head())).toEqual(await profile("02"));
      const lowered = await profile("01", head(), "?ceiling=PUBLIC");
      expect(lowered).toEqual(await profile("01"));
    });

    it("what somebody shared with a head of another district stays out of that district's profile", async () => {
      await addRecord(city.store, "quarter-projects", {
        ...{ properties: { title: "Geteilt", kind: "FOCUSED" }, geometry: square(9.11, 48.71, 0.01) },
        ...{ districts: ["02"], visibility: "RESTRICTED", participants: ["demo:DISTRICT_HEAD:01"] },
      });
      expect((await ask("02", head())).body).not.toContain("Geteilt");
      expect((await ask("02", office())).body).toContain("Geteilt");
    });

    it("protected places count in no Stadtbezirk, not even for those who know them", async () => {
      const told = await ask("01", office());
      expect(told.body).not.toContain("SCHUTZHAUS");
      expect(supplyOf(told.json())).toContainEqual(["PFLEGE_WG", [1, null], [0, null], [0, null]]);
    });

    it("with a single Stadtteil the Stadtviertel stand in its place for whom their figures are, and the reason for others", async () => {
      const open = await profile("02");
      expect(open.monitoring).toMatchObject({ level: null, areas: [], missing: "SINGLE_SUBDISTRICT" });
      expect(open.monitoring.indicators[0]).toMatchObject({ scale: null, district: { value: 14.5 } });
      const inside = await profile("02", planner());
      expect(inside.monitoring).toMatchObject({ level: "statistical-quarter", missing: null });
      const rent = inside.monitoring.indicators.findIndex(({ code }) => code === "rent");
      expect(inside.monitoring.areas.map(({ number, cells }) => [number, cells[rent]?.value])).toEqual([
        ["201-1", 12.1],
        ["201-2", 12.9],
      ]);
      const children = inside.monitoring.indicators.findIndex(({ code }) => code === "children-in-need");
      expect(inside.monitoring.areas[0]?.cells[children]?.state).toBe("NOT_APPLICABLE");
    });

    it("a figure that only Stadtteile have is told of them, and does not apply to the Stadtbezirk", async () => {
      const heat = { code: "heat", levels: ["subdistrict" as const] };
      await addFigures(city.store, heat, { subdistrict: { "101": 3.5, "102": 4.5 } });
      const { monitoring } = await profile("01");
      const at = monitoring.indicators.findIndex(({ code }) => code === "heat");
      expect(monitoring.indicators[at]).toMatchObject({
        ...{ period: "2024", district: { value: null, state: "NOT_APPLICABLE" } },
      });
      expect(monitoring.areas.map(({ cells }) => cells[at]?.value)).toEqual([3.5, 4.5]);
    });

    it("for a number no Stadtbezirk has there is nothing, whoever asks", async () => {
      for (const headers of [{}, head(), office()]) expect((await ask("99", headers)).statusCode).toBe(404);
    });
  });
});
