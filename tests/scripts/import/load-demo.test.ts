import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeGrid } from "#domain/demand/grid-file.ts";
import { decodeNetwork } from "#domain/network/network-file.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { type DemoCity, generateDemoCity } from "../../../scripts/demo/demo-city.ts";
import { keepDemoCurrent, loadDemo, NotADemoDatabaseError } from "../../../scripts/lib/load-demo.ts";
import { citySettingSchema } from "../../../server/city.ts";
import { runImport } from "../../../server/datasets/import-job.ts";
import { importSpecSchema } from "../../../server/datasets/import-spec.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { databaseFileName } from "../../../server/store/sqlite/sqlite-engine.ts";
import type { Store } from "../../../server/store/store.ts";
import { demoDirectory } from "../../lib/demo-directory.ts";

const folder = mkdtempSync(join(tmpdir(), "import-test-"));
const at = "2026-01-31T08:00:00.000Z";
let directory: string;
let store: Store;
let city: DemoCity;
beforeAll(async () => {
  directory = await demoDirectory();
  store = await openStore({ dataDirectory: directory, recordTypes });
  city = generateDemoCity();
});
afterAll(async () => {
  await store.close();
  for (const used of [directory, folder]) rmSync(used, { recursive: true, force: true });
});

/** As an edition left the database that did not have this dataset yet; answers the release that is gone. */
async function withoutRelease(dataset: string): Promise<string> {
  const [release] = await store.releases({ dataset });
  await store.close();
  const database = new Database(join(directory, databaseFileName));
  database.prepare("delete from release_content where release_id = ?").run(release!.id);
  database.prepare("delete from dataset_release where id = ?").run(release!.id);
  database.close();
  store = await openStore({ dataDirectory: directory, recordTypes });
  return release!.id;
}

describe("the demo city in the database", () => {
  it("is marked as invented in its setting and in every release", async () => {
    expect(citySettingSchema.parse(await store.setting("city"))).toMatchObject({ isDemo: true });
    const releases = await store.releases();
    expect(releases.filter(({ isDemo }) => !isDemo)).toEqual([]);
    expect(new Set(releases.map(({ provenance }) => provenance.source))).toEqual(new Set([city.source]));
  });

  it("has all areas, figures and records of the generator", async () => {
    const releases = await store.releases();
    const rows = (kind: string) =>
      releases.filter((release) => release.kind === kind).reduce((sum, { rowCount }) => sum + rowCount, 0);
    expect(rows("areas")).toBe(city.areas.length);
    expect(rows("features")).toBe(city.base.length);
    expect(rows("observations")).toBe(city.observations.length);
    let records = 0;
    for (const { type } of recordTypes) {
      records += (await store.records({ type, scope: "everything", limit: 1 })).total;
    }
    expect(records).toBe(city.records.length);
  });

  it("holds matches of priority areas that are there, by their ids", async () => {
    const matches = await store.records({ type: "social-matches", scope: "everything", limit: 10 });
    expect(matches.total).toBe(5);
    for (const { properties, districts } of matches.items) {
      const id = String(properties.priorityAreaId);
      const area = await store.record("renewal-priority-areas", id, "everything");
      expect(area?.districts).toContain(districts[0]);
    }
  });

  it("keeps INTERNAL what may not be published, and the visibility and owner of every record", async () => {
    const forbidden = city.indicators.filter(({ publicationAllowed }) => !publicationAllowed);
    const internal = (await store.releases()).filter(({ visibility }) => visibility === "INTERNAL");
    expect(internal.map(({ dataset }) => dataset).sort()).toEqual(
      [...forbidden.map(({ code }) => `indicator-${code}`), "population-grid", "walking-network"].sort(),
    );
    const count = (items: readonly { type: string; visibility: string; owner: string }[]) => {
      const counts: Record<string, number> = {};
      for (const { type, visibility, owner } of items) {
        const key = `${type} ${visibility} ${owner}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    };
    const stored = [];
    for (const { type } of recordTypes) {
      let after: string | null = null;
      do {
        const page = await store.records({ type, scope: "everything", limit: 500, ...(after && { after }) });
        stored.push(...page.items);
        after = page.next;
      } while (after);
    }
    expect(count(stored)).toEqual(count(city.records));
  });

  it("has its people and streets as files for planners", async () => {
    const content = async (dataset: string) => {
      const [release] = await store.releases({ dataset });
      return store.content(release!.id);
    };
    const grid = decodeGrid(await content("population-grid"));
    expect(grid.residents.reduce((sum, residents) => sum + residents, 0)).toBe(
      city.areas.find(({ level }) => level === "city")!.residents,
    );
    expect(grid.protection).toEqual({ kind: "INVENTED" });
    const network = decodeNetwork(await content("walking-network"));
    expect(network.hasSlopes).toBe(true);
  });

  it("of this edition is left alone, one of an earlier edition gets what is new at the next start and nothing else", async () => {
    const releases = async () => (await store.releases({ all: true })).map(({ id }) => id).sort();
    const whole = await releases();
    expect(await keepDemoCurrent(store)).toBe(false);
    expect(await releases()).toEqual(whole);
    await store.saveSetting("demo", { edition: 1, scale: 1 });
    const lost = await withoutRelease("walking-network");
    expect(await keepDemoCurrent(store)).toBe(true);
    const after = await store.releases({ all: true });
    const added = after.filter(({ id }) => !whole.includes(id));
    expect(added.map(({ dataset }) => dataset)).toEqual(["walking-network"]);
    expect(await releases()).toEqual([...whole.filter((id) => id !== lost), added[0]!.id].sort());
    expect(await keepDemoCurrent(store)).toBe(false);
  });

  it("takes no real data, and a database with real data takes no demo", async () => {
    const origin = { sourceText: "Amt", licence: "CC0", referenceDate: "2024" };
    const layer = importSpecSchema.parse({ as: "layer", name: "x", file: "/nowhere", ...origin });
    expect(await runImport(store, layer, { actor: "import", at })).toMatchObject({ code: "demo-database" });
    const real = await openStore({ dataDirectory: join(folder, "real"), recordTypes });
    await real.saveSetting("city", { name: { de: "Stadt", en: "City" }, isDemo: false });
    await expect(loadDemo(real)).rejects.toThrow(NotADemoDatabaseError);
    expect(await keepDemoCurrent(real)).toBe(false);
    await real.close();
  });
});
