import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypes, storedRecordTypes } from "#domain/record/record-types.ts";
import type { RecordChange } from "../../server/store/store.ts";
import { demoDirectory } from "../lib/demo-directory.ts";
import { embedOfEverything, everyWayOut, leaks, placesOfEmbed } from "../lib/every-way-out.ts";
import { as, type RunningApp, runningApp } from "../lib/running-app.ts";

const demoNotice = "Demodaten – Zahlen erfunden, Geometrie schematisch";

let running: RunningApp;
let restricted: StoredRecord[];
beforeAll(async () => {
  running = await runningApp(async () => {}, undefined, await demoDirectory());
  const pages = await Promise.all(
    recordTypes.map(({ type }) =>
      running.store.records({
        type,
        scope: "everything",
        filters: [{ field: "visibility", op: "eq", value: "RESTRICTED" }],
        limit: 1000,
      }),
    ),
  );
  restricted = pages.flatMap((page) => page.items);
});
afterAll(() => running.close());

/** Where a record lies, for asking the tiles around it. */
function placeOf({ geometry }: StoredRecord): [number, number] {
  let inner: unknown = (geometry as { coordinates?: unknown }).coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  return inner as [number, number];
}

/** Names are told apart by what only they have; the numbers of others must not match. */
function wordsOf(record: StoredRecord): string[] {
  return [
    record.id,
    `"${String(record.properties.name ?? record.properties.title)}"`,
    `;${String(record.properties.name)};`,
  ];
}

describe("the demo's restricted records", () => {
  it("exist, a sketched site among them", () => {
    expect(restricted.filter(({ type }) => type === "candidate-sites").length).toBeGreaterThan(3);
    expect(restricted.filter(({ type }) => type === "facilities").length).toBeGreaterThan(1);
  });

  it("a restricted sketch is in no byte for the public or a district head, and there for the Geschäftsstelle", async () => {
    const sketch = restricted.find(
      ({ type, geometry, participants }) =>
        type === "candidate-sites" && geometry && participants.length === 0,
    )!;
    const place = placeOf(sketch);
    const words = [String(sketch.properties.name)];
    const district = sketch.districts[0] ?? "06";
    const secrets = restricted.flatMap(wordsOf);
    for (const headers of [as("PUBLIC"), as("DISTRICT_HEAD", { district })]) {
      const answers = await everyWayOut(running.app, { headers, place, words });
      expect(leaks(answers, secrets)).toEqual([]);
    }
    const seen = leaks(await everyWayOut(running.app, { headers: as("SECRETARIAT"), place, words }), [
      sketch.id,
    ]);
    expect(seen).toContain("/api/overlay/candidate-sites");
    expect(seen).toContain("/api/export/candidate-sites.geojson");
  });

  it("the head of no district is shown any restricted record", async () => {
    const { items } = (await running.app.inject("/api/areas?level=district")).json() as {
      items: { number: string }[];
    };
    expect(items).toHaveLength(23);
    for (const { number } of items) {
      for (const { type } of recordTypes) {
        const url = `/api/records/${type}?visibility=RESTRICTED`;
        const list = await running.app.inject({ url, headers: as("DISTRICT_HEAD", { district: number }) });
        expect({ number, type, total: list.json().total }).toEqual({ number, type, total: 0 });
      }
    }
  });

  it("events tell its id to nobody who may not read it", async () => {
    const sketch = restricted.find(({ type }) => type === "candidate-sites")!;
    const next = { ...sketch, revision: sketch.revision + 1 };
    const before = running.services.tiles.version("candidate-sites");
    const told: string[] = [];
    const stop = running.services.events.subscribe((event) => told.push(JSON.stringify(event)));
    const written = await running.store.write(
      [
        {
          action: "edit",
          type: sketch.type,
          id: sketch.id,
          title: "x",
          expectedRevision: sketch.revision,
          record: next,
        },
      ],
      { actor: "test", at: new Date().toISOString() },
    );
    expect(written.kind).toBe("written");
    await running.services.layers.refresh({ records: [], datasets: [] });
    stop();
    expect(running.services.tiles.version("candidate-sites")).toBe(before);
    expect(told.filter((event) => event.includes('"layer"'))).toEqual([]);
  });
});

describe("the demo says that it is one", () => {
  it("in every export", async () => {
    for (const file of [
      "facilities.csv",
      "facilities.geojson",
      "areas-district.csv",
      "areas-subdistrict.geojson",
    ]) {
      const answer = await running.app.inject(`/api/export/${file}`);
      expect(answer.body).toContain(demoNotice);
      expect(answer.headers["content-disposition"]).toContain("demo-");
    }
  });

  it("in what the dashboard starts with", async () => {
    expect((await running.app.inject("/api/city")).json().isDemo).toBe(true);
  });
});

/** Stands last: it empties the city of everything that is not public. */
describe("what the public reads of the full demo", () => {
  const closedRecords = async () => {
    const pages = await Promise.all(
      storedRecordTypes.map(({ type }) =>
        running.store.records({
          type,
          scope: "everything",
          filters: [{ field: "visibility", op: "in", value: ["DISTRICT", "INTERNAL", "RESTRICTED"] }],
          limit: 1000,
        }),
      ),
    );
    for (const { items, total } of pages) expect(items).toHaveLength(total);
    return pages.flatMap(({ items }) => items);
  };
  const written = async (changes: readonly RecordChange[]) => {
    const outcome = await running.store.write(changes, { actor: "test", at: new Date().toISOString() });
    expect(outcome.kind).toBe("written");
    await running.services.layers.refresh({
      records: changes.map(({ type, id }) => ({ type, id })),
      datasets: [],
    });
  };

  it("has not a byte of it changed when every record that is not public is renamed, then removed", async () => {
    const closed = await closedRecords();
    expect(new Set(closed.map(({ type }) => type)).size).toBeGreaterThan(3);
    const site = closed.find(({ type, geometry }) => type === "candidate-sites" && geometry)!;
    const place = placeOf(site);
    const words = [String(site.properties.name), "Umbenannt", "Kita"];
    const layers = storedRecordTypes.map(({ type }) => type);
    const told: string[] = [];
    const stop = running.services.events.subscribe((event) => {
      if (event.event === "layer") told.push(JSON.stringify(event));
    });
    const everyByte = async () => {
      const answers = await everyWayOut(running.app, { place, words, records: [site] });
      for (const layer of layers) answers.set(`events ${layer}`, `${running.services.tiles.version(layer)}`);
      return answers;
    };
    const differing = (before: Map<string, string>, after: Map<string, string>) =>
      [...before].flatMap(([url, text]) => (after.get(url) === text ? [] : [url]));

    const before = await everyByte();
    expect(before.get("/ogc/collections/facilities/items?limit=10000")).toMatch(/^200 .*Kita/s);
    expect(before.get(placesOfEmbed("facilities"))).toMatch(/^200 .*Kita/s);
    expect(before.get(embedOfEverything)).toMatch(/^200 /);

    await written(
      closed.map((record) => {
        const field = "title" in record.properties ? "title" : "name" in record.properties ? "name" : "code";
        const properties = { ...record.properties, [field]: `Umbenannt ${record.id.slice(0, 4)}` };
        const base = { type: record.type, id: record.id, title: properties[field] as string };
        const next = { ...record, revision: record.revision + 1, properties };
        return { ...base, action: "edit", expectedRevision: record.revision, record: next };
      }),
    );
    const renamed = await everyByte();
    const seen = await running.app.inject({ url: "/api/search?q=Umbenannt", headers: as("SECRETARIAT") });
    expect(seen.body).toContain("Umbenannt");
    expect(differing(before, renamed)).toEqual([]);

    await written(
      (await closedRecords()).map(({ type, id, revision }) => {
        return { action: "delete", type, id, title: "", expectedRevision: revision };
      }),
    );
    expect(await closedRecords()).toEqual([]);
    expect(differing(before, await everyByte())).toEqual([]);
    expect(told).toEqual([]);

    const { items } = await running.store.records({ type: "facilities", scope: "everything", limit: 1 });
    const { type, id, revision, properties, ...rest } = items[0]!;
    const record = { ...rest, type, id, revision: revision + 1, properties: { ...properties, name: "Neu" } };
    await written([{ action: "edit", type, id, title: "Neu", expectedRevision: revision, record }]);
    const control = differing(before, await everyByte());
    stop();
    expect(control).toEqual(
      expect.arrayContaining([
        "/api/records/facilities?limit=1000",
        "/api/overlay/facilities?scope=all",
        "/api/export/facilities.csv",
        "/api/export/facilities.geojson",
        "/api/export/facilities.gpkg",
        "/ogc/collections/facilities/items?limit=10000",
        placesOfEmbed("facilities"),
        "events facilities",
      ]),
    );
    expect(told).toHaveLength(1);
  });
});
