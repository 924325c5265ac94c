import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { scenario } from "#domain/scenario/scenario.ts";
import { everyWayOut, leaks } from "../lib/every-way-out.ts";
import { addRecord, type SmallCity, smallCity } from "../lib/small-city.ts";
import { bodyOf } from "./access/matrix-city.ts";

/** Stands in every text that is not for everyone. */
const inside = "Vermerk-nur-intern";
const login = "planung.amt51@stadt.example";
const account = "7d0f9a52-3f6e-4a83-9c51-2f0d6c1b7e10";
const colleague = "c1b6a2de-8f0e-4c7e-a7a4-0b6a6d3a5f21";
const at = "2024-01-01T00:00:00.000Z";

let city: SmallCity;
const open: { type: string; id: string }[] = [];
const closed: string[] = [];
beforeAll(async () => {
  city = await smallCity({ settings: { outboundHosts: ["karten.example"] } });
  for (const [id, name] of [
    [account, login],
    [colleague, `kollege.${login}`],
  ] as const) {
    await city.store.accounts.add(
      {
        ...{ id, login: name, office: `${inside} Stelle`, role: "PLANNER", department: "51", districts: [] },
        ...{ signIn: "local", isLocked: false, createdAt: at, lastSignInAt: null },
        ...{ passwordHash: null, subject: null },
      },
      { acts: [] },
    );
  }
  for (const declared of storedRecordTypes.filter((type) => type !== scenario)) {
    const { type } = declared;
    const content = () => {
      const { properties, geometry } = type === "external-layers" ? externalMap : bodyOf(type);
      return {
        properties: withInternalTexts(declared, properties),
        geometry: geometry as never,
        department: "51",
        owner: account,
        participants: [colleague, "department:51"],
      };
    };
    const entry = { on: "2024-01-02", at, by: colleague, reason: inside, early: null };
    const releaseLog = [{ ...entry, from: "INTERNAL" as const, to: "PUBLIC" as const }];
    const { id } = await addRecord(city.store, type, { ...content(), releaseLog });
    open.push({ type, id });
    closed.push((await addRecord(city.store, type, { ...content(), visibility: "INTERNAL" })).id);
  }
  await city.services.layers.refresh({ records: open, datasets: [] });
});
afterAll(() => city?.close());

const externalMap = {
  properties: {
    ...{ title: "Pläne", service: "WMS", address: `https://karten.example/${inside}`, layer: inside },
    ...{ attribution: "Stadtplanungsamt", version: "1.3.0", format: "image/png", crs: "EPSG:3857" },
  },
  geometry: null,
};

/** The same properties with the mark in every text field that is not for everyone. */
function withInternalTexts(
  { fields, schema }: (typeof storedRecordTypes)[number],
  properties: Record<string, unknown>,
): Record<string, unknown> {
  const filled = { ...properties };
  for (const [field, { visibility = "PUBLIC" }] of Object.entries(fields)) {
    if (visibility === "PUBLIC" || field in properties) continue;
    const marked = { ...filled, [field]: `${inside}: Rückfrage an ${login}` };
    if (schema.safeParse(marked).success) filled[field] = marked[field];
  }
  return filled;
}

const answersFor = (headers?: Record<string, string>) =>
  everyWayOut(city.app, {
    ...(headers ? { headers } : {}),
    place: [9.05, 48.75],
    words: [inside, login],
    records: [...open, ...open.map(({ type }, index) => ({ type, id: closed[index]! }))],
  });

describe("what everybody is answered", () => {
  it("P-06 holds no e-mail address, user name, account, note, or id of an internal record, on any way out", async () => {
    const answers = await answersFor();
    expect([...answers.values()].filter((text) => text.startsWith("200")).length).toBeGreaterThan(100);
    const found = [...answers].flatMap(([url, text]) =>
      [...text.matchAll(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi)].map(([address]) => `${url}: ${address}`),
    );
    expect(found).toEqual([]);
    expect(leaks(answers, [inside, login, account, colleague, "department:51"])).toEqual([]);
    expect(closed.flatMap((id) => leaks(answers, [id]).filter((url) => !url.includes(id)))).toEqual([]);
  });

  it("is silent where the Geschäftsstelle reads each of them", async () => {
    const answers = await answersFor(city.as("SECRETARIAT"));
    expect(leaks(answers, [inside])).toContain("/api/records/facilities?limit=1000");
    expect(leaks(answers, [login])).toContain("/api/records/public-needs-sites?limit=1000");
    expect(leaks(answers, [account])).toContain("/api/records/renewal-areas?limit=1000");
    expect(leaks(answers, closed)).toContain("/ogc/collections/facilities/items?limit=10000");
  });
});
