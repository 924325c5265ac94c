import type { Point, Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { actor } from "#domain/actor/actor.ts";
import { areaSelectionDossier } from "#domain/area-selection/area-selection-dossier.ts";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import { evidence } from "#domain/evidence/evidence.ts";
import { facility } from "#domain/facility/facility.ts";
import { glossaryTerm } from "#domain/glossary/glossary-term.ts";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { interpretation } from "#domain/interpretation/interpretation.ts";
import { parameterSet, parameterSetSchema } from "#domain/parameter-set/parameter-set.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import { missingFields } from "#domain/record/lifecycle.ts";
import { editionDifferences } from "#domain/renewal/edition-differences.ts";
import { editionsOf } from "#domain/renewal/editions.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { socialMatch } from "#domain/renewal/social-match.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { publicNeedsSite } from "#domain/site/public-needs-site.ts";
import { type DemoCity, type DemoRecord, generateDemoCity } from "../../../scripts/demo/demo-city.ts";
import { grouped } from "../../../scripts/demo/grouped.ts";
import { isInside } from "../../../scripts/demo/partition/polygon.ts";
import type { LonLat } from "../../../scripts/demo/partition/projection.ts";

const types = [
  facility,
  quarterProject,
  renewalArea,
  renewalPriorityArea,
  candidateSite,
  plannedSite,
  publicNeedsSite,
  parameterSet,
  indexDefinition,
  computedIndicator,
  actor,
  expertAssessment,
  interpretation,
  evidence,
  glossaryTerm,
  socialMatch,
  areaSelectionDossier,
];
const typeOf = new Map(types.map((type) => [type.type, type]));

let city: DemoCity;
let of: (type: string) => DemoRecord[];
const facilityType = ({ properties }: DemoRecord) => String(properties.type);

beforeAll(() => {
  city = generateDemoCity();
  of = (type) => city.records.filter((record) => record.type === type);
});

describe("the demo's records", () => {
  it("are as many as the plan asks for", () => {
    expect(
      Object.fromEntries(
        [...grouped(city.records, ({ type }) => type)].map(([type, own]) => [type, own.length]),
      ),
    ).toEqual({
      "renewal-priority-areas": 31,
      "renewal-areas": 12,
      "quarter-projects": 25,
      facilities: 1574,
      "public-needs-sites": 45,
      "candidate-sites": 28,
      "planned-sites": 32,
      "parameter-sets": 2,
      "index-definitions": 1,
      "computed-indicators": 3,
      actors: 38,
      "expert-assessments": 3,
      interpretations: 2,
      evidence: 4,
      "glossary-terms": 1,
      "social-matches": 5,
      "area-selection-dossiers": 6,
    });
    expect(new Set(of("facilities").map(facilityType)).size).toBeGreaterThanOrEqual(30);
  });

  it("satisfy the declaration of their type: fields, state, required fields, geometry", () => {
    for (const record of city.records) {
      const type = typeOf.get(record.type)!;
      type.schema.parse(record.properties);
      expect(missingFields(type.lifecycle.states[record.state]!, record.properties)).toEqual([]);
      expect(
        record.geometry === null
          ? type.geometry.optional
          : type.geometry.kinds.includes(record.geometry.type),
      ).toBe(true);
      if (record.geometry) expect(record.districts.length).toBeGreaterThan(0);
    }
  });

  it("occur in every state of the lifecycles of sites", () => {
    for (const type of [candidateSite, plannedSite, publicNeedsSite]) {
      const found = new Set(of(type.type).map(({ state }) => state));
      expect([...found].sort()).toEqual(Object.keys(type.lifecycle.states).sort());
    }
  });

  it("occur in every state in which SVG are matched and areas chosen, some of them known to the public", () => {
    for (const type of [socialMatch, areaSelectionDossier]) {
      const found = new Set(of(type.type).map(({ state }) => state));
      expect([...found].sort()).toEqual(Object.keys(type.lifecycle.states).sort());
      const open = of(type.type).filter(({ visibility }) => visibility === "PUBLIC");
      expect(open.map(({ state }) => type.lifecycle.states[state]?.isDecided)).toEqual([true]);
    }
    const places = of("social-matches").map(({ properties }) => Number(properties.priorityAreaId));
    const named = places.map((place) => of("renewal-priority-areas")[place - 1]);
    expect(named.map((area) => area?.state)).toEqual(Array(5).fill("BESCHLOSSEN"));
  });

  it("say for some quarter projects what they get in a year, and for some that it is unknown", () => {
    const funds = of("quarter-projects").map(({ properties }) => (properties as { fund: object }).fund);
    const amounts = funds.flatMap((fund) =>
      "annualAmountEur" in fund ? [Number(fund.annualAmountEur)] : [],
    );
    expect(amounts.length).toBeGreaterThan(8);
    expect(amounts.length).toBeLessThan(funds.length);
    for (const amount of amounts) expect(amount % 5000).toBe(0);
    expect([Math.min(...amounts) >= 15_000, Math.max(...amounts) <= 150_000]).toEqual([true, true]);
  });

  it("have three counts with a reference date where places are counted", () => {
    const daycare = of("facilities").filter((record) => facilityType(record).startsWith("KITA"));
    const capacities = daycare.flatMap(({ properties }) => properties.capacity as Record<string, number>[]);
    for (const { licensed, offered, occupied, referenceDate } of capacities) {
      expect(offered).toBeLessThanOrEqual(licensed!);
      if (occupied !== null) expect(occupied).toBeLessThanOrEqual(offered!);
      expect(referenceDate).toBe("2024-03-01");
    }
    expect(capacities.length).toBeGreaterThan(300);
  });

  it("have pairs of one kind side by side that are little used, for a check of doubles", () => {
    const pairs = of("facilities").filter((record) =>
      /Kindertageseinrichtung|Seniorentagespflege/.test(String(record.properties.name)),
    );
    expect(pairs).toHaveLength(14);
    for (let k = 0; k < pairs.length; k += 2) {
      const [a, b] = [pairs[k]!, pairs[k + 1]!].map(
        ({ geometry }) => (geometry as Point).coordinates as LonLat,
      );
      expect(Math.hypot((a![0] - b![0]) * 73_500, (a![1] - b![1]) * 111_200)).toBeLessThan(400);
    }
    for (const { properties } of pairs) {
      for (const { occupied, offered } of properties.capacity as Record<string, number | null>[]) {
        if (occupied !== null) expect(occupied! / offered!).toBeLessThan(0.7);
      }
    }
  });

  it("have standards for the kinds drawn on the map, each with its source and said to be agreed by nobody", () => {
    const [demo, empty] = of("parameter-sets").map(({ properties }) => parameterSetSchema.parse(properties));
    expect(demo!.name).toContain("nicht abgestimmt");
    expect(demo!.standards.length).toBeGreaterThanOrEqual(10);
    for (const standard of demo!.standards) expect(["FROM_MEMORY", "DEMO"]).toContain(standard.sourceStatus);
    const drawn = new Set(of("facilities").map(facilityType));
    for (const { facilityTypes } of demo!.standards) {
      expect(facilityTypes.filter((type) => !drawn.has(type))).toEqual([]);
    }
    const kinds = new Set(demo!.standards.map(({ kind }) => kind));
    expect(kinds.size).toBe(demo!.standards.length);
    for (const kind of demo!.combinations.flatMap((combination) => combination.kinds)) {
      expect(kinds).toContain(kind);
    }
    expect(empty).toMatchObject({ standards: [], profiles: [], combinations: [] });
  });

  it("keep protected facilities restricted, hidden, and out of the numbering of the others", () => {
    const hidden = of("facilities").filter(({ properties }) => properties.locationProtection === "HIDDEN");
    expect(hidden).toHaveLength(6);
    expect(hidden.every(({ visibility }) => visibility === "RESTRICTED")).toBe(true);
    const openNames = new Set(
      of("facilities").flatMap((r) => (r.visibility === "PUBLIC" ? [seriesOf(r)] : [])),
    );
    expect(hidden.filter((record) => openNames.has(seriesOf(record)))).toEqual([]);
  });

  it("number the more open ones first, so that a gap tells nothing", () => {
    const levels = ["PUBLIC", "DISTRICT", "INTERNAL", "RESTRICTED"];
    for (const type of ["candidate-sites", "planned-sites", "quarter-projects", "renewal-areas"]) {
      const order = of(type).map(({ visibility }) => levels.indexOf(visibility));
      expect(order).toEqual(order.toSorted());
    }
  });

  it("stand in the district they name, outside woods and water", () => {
    const rings = (number: string) =>
      (city.areas.find((area) => area.level === "district" && area.number === number)!.geometry as Polygon)
        .coordinates as LonLat[][];
    const obstacles = city.base
      .filter((feature) => feature.class === "wood" || feature.class === "water")
      .map(({ geometry }) => (geometry as Polygon).coordinates[0] as LonLat[]);
    const strayed = of("facilities").filter(({ geometry, districts }) => {
      const place = (geometry as Point).coordinates as LonLat;
      return !isInside(place, rings(districts[0]!)) || obstacles.some((ring) => isInside(place, [ring]));
    });
    expect(strayed.map(({ properties }) => properties.name)).toEqual([]);
  });

  it("keep the published names of priority areas and invent the rest as demo", () => {
    const areas = of("renewal-priority-areas").map(({ properties }) => properties);
    const present = areas.filter(({ validTo }) => validTo === undefined);
    expect(present.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, k) => k + 1));
    expect(areas[0]).toMatchObject({ name: "Kaltental", edition: "Fortschreibung 2012" });
    expect(areas[18]).toMatchObject({ name: "Demo-SVG 19" });
    expect(areas[21]).toMatchObject({ name: "Weißenhofsiedlung", edition: "Einzelbeschluss 2019" });
  });

  it("hold an earlier edition of priority areas from which some stayed, changed, went out and came in", () => {
    const records = of("renewal-priority-areas").map((record, index) => ({ ...record, id: String(index) }));
    const [before, after] = editionsOf(records).map(({ areas }) =>
      areas.map(({ id, geometry }) => ({ id, outline: geometry as Polygon })),
    );
    const found = editionDifferences(before!, after!).map(({ change }) => change);
    const counts = Object.fromEntries([...grouped(found, (change) => change)].map(([k, v]) => [k, v.length]));
    expect(counts).toEqual({ IN: 13, OUT: 2, CHANGED: 3, STAYED: 4 });
  });
});

describe("a larger demo", () => {
  it("has three times the records and splits every subdistrict into three quarters that add up", () => {
    const large = generateDemoCity({ scale: 3 });
    expect(large.records.filter(({ type }) => type === "facilities")).toHaveLength(4722);
    const quarters = grouped(
      large.areas.filter(({ level }) => level === "statistical-quarter"),
      ({ parentNumber }) => parentNumber,
    );
    expect(quarters.size).toBe(152);
    for (const subdistrict of large.areas.filter(({ level }) => level === "subdistrict")) {
      const own = quarters.get(subdistrict.number)!;
      expect(own.map(({ number }) => number)).toEqual([1, 2, 3].map((k) => `${subdistrict.number}-${k}`));
      expect(own.reduce((sum, { residents }) => sum + residents, 0)).toBe(subdistrict.residents);
      expect(Math.abs(own.reduce((sum, { areaHa }) => sum + areaHa, 0) - subdistrict.areaHa)).toBeLessThan(
        0.3,
      );
    }
  });
});

function seriesOf({ properties }: DemoRecord): string {
  return String(properties.name).replace(/ \d+$/, "");
}
