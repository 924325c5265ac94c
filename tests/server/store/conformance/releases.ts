import { expect, it } from "vitest";
import type { Observation } from "#domain/indicator/observation.ts";
import type { AreaRow, FeatureRow } from "../../../../server/store/store.ts";
import {
  create,
  deletion,
  edit,
  manifest,
  moment,
  publishSites,
  stagedSite,
  type,
  writeContext,
} from "../builders.ts";
import type { Opened } from "./harness.ts";

const options = (contentHash: string) => ({ actor: "demo:STATISTICS", at: moment(), contentHash });

const area: AreaRow = {
  number: "01",
  name: "Mitte",
  level: "district",
  parentNumber: null,
  boundaryVersion: "2024",
  residents: 23_500,
  areaHa: 380.5,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [9.17, 48.77],
        [9.19, 48.77],
        [9.19, 48.79],
        [9.17, 48.77],
      ],
    ],
  },
  labelPoint: [9.18, 48.78],
};

const observations: Observation[] = [
  {
    indicatorCode: "sealed",
    level: "district",
    areaNumber: "01",
    period: "2023",
    value: 71.25,
    state: "VALUE",
    numerator: 271.1,
    denominator: 380.5,
    flag: "REVIDIERT",
  },
  {
    indicatorCode: "sealed",
    level: "district",
    areaNumber: "02",
    period: "2024",
    value: null,
    state: "SUPPRESSED",
  },
  { indicatorCode: "sealed", level: "city", areaNumber: "0", period: "2024", value: 0, state: "VALUE" },
];

export function releasesSuite({ store }: Opened): void {
  it("staged rows are invisible until published, then they are all there in order", async () => {
    const release = await store().openRelease(manifest({ dataset: "areas-district", kind: "areas" }));
    await store().stage(release, { kind: "areas", rows: [area] });
    await store().stage(release, {
      kind: "areas",
      rows: [{ ...area, number: "02", name: null, residents: null, labelPoint: null }],
    });
    expect(await store().releases({ dataset: "areas-district" })).toEqual([]);
    const outcome = await store().publish(release, options("one"));
    expect(outcome).toMatchObject({
      kind: "published",
      created: 2,
      release: { id: release, state: "PUBLISHED", rowCount: 2, contentHash: "one" },
    });
    expect(await store().areas(release)).toEqual([
      area,
      { ...area, number: "02", name: null, residents: null, labelPoint: null },
    ]);
    expect(await store().releases({ dataset: "areas-district" })).toEqual(
      outcome.kind === "published" ? [outcome.release] : [],
    );
  });

  it("observations keep their value states, and are found by level and period", async () => {
    const release = await store().openRelease(
      manifest({ dataset: "indicator-sealed", kind: "observations" }),
    );
    await store().stage(release, { kind: "observations", rows: observations });
    await store().publish(release, options("one"));
    expect(await store().observations(release)).toEqual(observations);
    expect(await store().observations(release, { level: "district", period: "2024" })).toEqual([
      observations[1],
    ]);
  });

  it("raw figures stand apart from what is told, and go with their release", async () => {
    const release = await store().openRelease(
      manifest({ dataset: "indicator-hidden", kind: "observations" }),
    );
    const raw = observations[1]!;
    const told = { ...raw, value: null, state: "SUPPRESSED" as const };
    delete told.numerator;
    delete told.denominator;
    await store().stage(release, { kind: "observations", rows: [told], finer: [raw] });
    await store().publish(release, options("one"));
    expect(await store().observations(release)).toEqual([told]);
    expect(await store().finerObservations(release)).toEqual([raw]);
    expect(await store().finerObservations(release, { level: "block" })).toEqual([]);
  });

  it("features keep properties and geometry", async () => {
    const rows: FeatureRow[] = [
      {
        key: "b",
        properties: { name: "Neckar", width: 40.5, navigable: true, note: null },
        geometry: {
          type: "LineString",
          coordinates: [
            [9.2, 48.8],
            [9.3, 48.9],
          ],
        },
      },
      { key: "a", properties: {}, geometry: null },
    ];
    const release = await store().openRelease(manifest({ dataset: "base", kind: "features" }));
    await store().stage(release, { kind: "features", rows });
    await store().publish(release, options("one"));
    expect(await store().features(release)).toEqual(rows);
  });

  it("a new release takes the place of the former, which stays readable", async () => {
    const publish = async (value: number, hash: string) => {
      const release = await store().openRelease(
        manifest({ dataset: "indicator-heat", kind: "observations" }),
      );
      await store().stage(release, { kind: "observations", rows: [{ ...observations[0]!, value }] });
      return { release, outcome: await store().publish(release, options(hash)) };
    };
    const first = await publish(1, "one");
    const second = await publish(2, "two");
    const again = await publish(2, "two");
    expect(again.outcome).toMatchObject({ kind: "unchanged", current: { id: second.release } });
    expect((await store().releases({ dataset: "indicator-heat" })).map(({ id }) => id)).toEqual([
      second.release,
    ]);
    const all = await store().releases({ dataset: "indicator-heat", all: true });
    expect(all.map(({ id, state }) => [id, state])).toEqual([
      [second.release, "PUBLISHED"],
      [first.release, "SUPERSEDED"],
    ]);
    expect((await store().observations(first.release))[0]?.value).toBe(1);
    expect(await store().observations(again.release)).toEqual([]);
  });

  it("equal figures whose publication is now allowed are a new release", async () => {
    const publish = async (visibility: "INTERNAL" | "PUBLIC") => {
      const release = await store().openRelease(
        manifest({ dataset: "indicator-noise", kind: "observations", visibility }),
      );
      await store().stage(release, { kind: "observations", rows: observations });
      return store().publish(release, options("same"));
    };
    await publish("INTERNAL");
    expect(await publish("PUBLIC")).toMatchObject({ kind: "published", release: { visibility: "PUBLIC" } });
  });

  it("a discarded release has no rows and cannot go on", async () => {
    const release = await store().openRelease(manifest({ dataset: "layer-given-up", kind: "features" }));
    await store().stage(release, { kind: "features", rows: [{ key: "a", properties: {}, geometry: null }] });
    await store().discard(release, "zu viele Zeilen ohne Schlüssel");
    expect(await store().features(release)).toEqual([]);
    const [found] = await store().releases({ dataset: "layer-given-up", all: true });
    expect(found?.state).toBe("ABORTED");
    await expect(store().publish(release, options("one"))).rejects.toThrow(/ABORTED/);
    await expect(store().stage(release, { kind: "features", rows: [] })).rejects.toThrow(/ABORTED/);
    const entries = await store().audit({ limit: 1_000_000 });
    expect(
      entries.filter(({ id }) => id === "layer-given-up").map(({ action, reason }) => [action, reason]),
    ).toEqual([["discard", "zu viele Zeilen ohne Schlüssel"]]);
  });

  it("rows of another kind than announced are refused", async () => {
    const release = await store().openRelease(manifest({ dataset: "base-2", kind: "features" }));
    await expect(store().stage(release, { kind: "areas", rows: [area] })).rejects.toThrow(/features/);
  });

  it("I-21 a second import of the same records changes nothing, a third replaces what the source changed", async () => {
    const first = await publishSites(store(), [stagedSite("1"), stagedSite("2"), stagedSite("3")], "first");
    expect(first).toMatchObject({ kind: "published", created: 3, changed: 0, unchanged: 0 });
    expect(
      await publishSites(store(), [stagedSite("1"), stagedSite("2"), stagedSite("3")], "first"),
    ).toMatchObject({ kind: "unchanged" });
    const before = await store().importKeys(type, "schools");

    const changed = stagedSite("2", { properties: { name: "Schule 2", places: 120 } });
    const third = await publishSites(store(), [stagedSite("1"), changed, stagedSite("4")], "third");
    expect(third).toMatchObject({ kind: "published", created: 1, changed: 1, unchanged: 1 });
    const after = await store().importKeys(type, "schools");
    expect([...after.keys()].sort()).toEqual(["1", "2", "3", "4"]);
    expect(after.get("1")).toEqual(before.get("1"));
    expect(after.get("3")).toEqual(before.get("3"));
    expect(after.get("2")).toMatchObject({
      id: before.get("2")?.id,
      revision: 2,
      properties: { places: 120 },
    });
    expect((await store().revisions(type, after.get("2")?.id ?? "")).map(({ action }) => action)).toEqual([
      "import",
      "import",
    ]);
    const found = await store().records({ type, scope: "everything", text: "schule 4", limit: 10 });
    expect(found.items.map(({ id }) => id)).toEqual([after.get("4")?.id]);
  });

  it("an import respects what people did meanwhile", async () => {
    const rows = ["p1", "p2", "p3"].map((key) => stagedSite(key));
    await publishSites(store(), rows, "people-1");
    const keys = await store().importKeys(type, "schools");
    const [edited, released, deleted] = ["p1", "p2", "p3"].map((key) => keys.get(key)!);
    await store().write([edit(edited!, { name: "von Hand", places: 1 })], writeContext());
    const change = {
      ...edit(released!, released!.properties),
      record: { ...released!, visibility: "RESTRICTED" as const },
    };
    await store().write([change as ReturnType<typeof edit>, deletion(deleted!)], writeContext());

    const moved = ["p1", "p2", "p3"].map((key) =>
      stagedSite(key, key === "p1" ? {} : { properties: { name: `Schule ${key}`, places: 7 } }),
    );
    const outcome = await publishSites(store(), moved, "people-2");
    expect(outcome).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
    expect((await store().record(type, edited!.id, "everything"))?.properties.name).toBe("von Hand");
    expect(await store().record(type, released!.id, "everything")).toMatchObject({
      visibility: "RESTRICTED",
      properties: { places: 7 },
    });
    expect(await store().record(type, deleted!.id, "everything")).toBeUndefined();
  });

  it("an import that moves a record whose public face shows an area hides its place from the public", async () => {
    const point = (x: number) => ({ type: "Point" as const, coordinates: [x, 48.7] });
    const owner = "faces";
    await publishSites(store(), [stagedSite("f1", { owner, geometry: point(9.1) })], "faces-1");
    const record = (await store().importKeys(type, "schools")).get("f1")!;
    const publicFace = { title: "Schule", place: "district" as const, areaNumber: "1", geometry: point(9.5) };
    const faced = { ...edit(record, record.properties), record: { ...record, publicFace } };
    await store().write([faced as ReturnType<typeof edit>], writeContext());
    const scope = [{ visibility: ["PUBLIC" as const], owner }];
    const found = async (x: number) =>
      (await store().records({ type, scope, limit: 1, bbox: [x - 0.01, 48.69, x + 0.01, 48.71] })).total;
    expect([await found(9.1), await found(9.5)]).toEqual([0, 1]);

    await publishSites(store(), [stagedSite("f1", { owner, geometry: point(9.2) })], "faces-2");
    expect([await found(9.1), await found(9.2), await found(9.5)]).toEqual([0, 0, 0]);
    expect(await store().record(type, record.id, "everything")).toMatchObject({
      geometry: point(9.2),
      publicFace: { title: "Schule", place: "NONE", areaNumber: null, geometry: null },
    });
  });

  it("the same key twice in one import is refused while staging", async () => {
    const release = await store().openRelease(manifest({ dataset: "twice" }));
    await expect(
      store().stage(release, { kind: "records", type, rows: [stagedSite("1"), stagedSite("1")] }),
    ).rejects.toThrow();
    expect((await store().releases({ dataset: "twice", all: true }))[0]?.rowCount).toBe(0);
  });

  it("staged records are in no list before they are published", async () => {
    const release = await store().openRelease(manifest({ dataset: "hidden" }));
    await store().stage(release, { kind: "records", type, rows: [stagedSite("x", { owner: "hidden" })] });
    const scope = [{ visibility: ["PUBLIC" as const], owner: "hidden" }];
    expect((await store().records({ type, scope, limit: 1 })).total).toBe(0);
    await create(store());
    await store().publish(release, options("hidden"));
    expect((await store().records({ type, scope, limit: 1 })).total).toBe(1);
  });
}
