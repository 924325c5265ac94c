import { afterAll, beforeAll, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import { questionSchema } from "#domain/analysis/question.ts";
import type { Scenario } from "#domain/scenario/scenario.ts";
import { loadGround, planningData, thePresent } from "../../../web/planning/planning-data.ts";
import { answered, type PlanningQuery } from "../../../web/planning/planning-query.ts";
import {
  addNetwork,
  addStandards,
  cellPlace,
  kitaStandards,
  kitaWithPlaces,
  planningCity,
  pointAt,
  sketchedSite,
} from "../../lib/planning-city.ts";
import { addRecord, type SmallCity, sketch } from "../../lib/small-city.ts";

let city: SmallCity;
let closedKita: string;
let resizedKita: string;
beforeAll(async () => {
  city = await planningCity();
  await addNetwork(city.store);
  const places = kitaWithPlaces("Kita Mitte", 60, { openingHours: "Mo–Fr 7–17 Uhr" });
  closedKita = (await addRecord(city.store, "facilities", { properties: places, geometry: pointAt(1) })).id;
  const second = kitaWithPlaces("Kita Ost", 45);
  resizedKita = (await addRecord(city.store, "facilities", { properties: second, geometry: pointAt(3) })).id;
  const uses = [{ facilityType: "KITA_MIX", unit: "PLATZ", amount: 33 }];
  const planned = { properties: sketch("Kita geplant", { uses }), state: "FINANZIERT", geometry: pointAt(5) };
  await addRecord(city.store, "planned-sites", planned);
});
afterAll(() => city.close());

const headers = () => city.as("PLANNER", { department: "51" });
const question = questionSchema.parse({
  kind: "KITA",
  level: "district",
  layers: ["BESTAND", "BESCHLOSSEN", "IDEE"],
});

/** What the page asks, with the body it would send for the same. */
function queries(scenario: string): { query: PlanningQuery; body: object }[] {
  const asked = { ...question, scenario };
  const site = sketchedSite(7) as never;
  const place = cellPlace(4);
  const limits = [250, 450];
  return [
    ...(["coverage", "supply", "floating-catchment", "gaps", "duplicates"] as const).map((name) => ({
      query: { name, question: asked },
      body: asked,
    })),
    {
      query: { name: "catchment", question: asked, place, limits },
      body: { question: asked, place, limits },
    },
    { query: { name: "site", question: asked, site }, body: { question: asked, site } },
    { query: { name: "site-check", question: asked, site }, body: { question: asked, site } },
  ];
}

async function ground() {
  const base = (await city.app.inject({ url: "/api/analysis/base", headers: headers() })).json();
  return loadGround(base, {
    fetchBytes: async (address) =>
      (await city.app.inject({ url: `/${address}`, headers: headers() })).rawPayload,
  });
}

async function expectSame(scenario: string, browser: ReturnType<typeof planningData>) {
  const model = makePlanningModel(browser);
  for (const { query, body } of queries(scenario)) {
    const answer = await city.app.inject({
      method: "POST",
      url: `/api/analysis/${query.name}`,
      headers: headers(),
      payload: body,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body, query.name).toBe(JSON.stringify(answered(model, query)));
  }
}

it("browser and server answer every question about the present with the same bytes", async () => {
  await expectSame("bestand", planningData(await ground(), thePresent));
});

it("and in a scenario that adds, closes and resizes, with its own set, standard and year", async () => {
  const set = await addStandards(city.store, {
    ...kitaStandards,
    name: "Älterer Satz",
    validFrom: "2020-01-01",
  });
  const [standard] = kitaStandards.standards;
  const scenario: Scenario = {
    name: "Alles anders",
    referenceYear: 2030,
    parameterSetId: set.id,
    standards: [{ ...standard!, maxWayM: 450 }],
    changes: [
      { change: "add-site", site: sketchedSite(6) as never },
      { change: "close", recordType: "facilities", recordId: closedKita },
      {
        change: "resize",
        recordType: "facilities",
        recordId: resizedKita,
        capacity: [{ unit: "PLATZ", category: "", amount: 75 }],
      },
    ],
  };
  const saved = await city.app.inject({
    method: "POST",
    url: "/api/scenarios",
    headers: headers(),
    payload: { properties: scenario },
  });
  expect(saved.statusCode, saved.body).toBe(201);
  const { id, properties } = saved.json();
  await expectSame(id, planningData(await ground(), { ...properties, id }));
});
