import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { connectedParts } from "#domain/network/connected-parts.ts";
import { decodeNetwork } from "#domain/network/network-file.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { areas, collection, districts, feature, importHarness, origin } from "./import-harness.ts";
import { type NodeToWrite, osmFile, type WayToWrite } from "./osm-file.ts";

const harness = importHarness();
const testData = process.env.TESTDATA_DIR ?? resolve(import.meta.dirname, "../../../../shared/data");
const mitte = resolve(testData, "stuttgart/osm_mitte_sample/roads.geojson");
const heidelberg = resolve(testData, "heidelberg/heidelberg.osm.pbf");
const hasTestData = existsSync(mitte) && existsSync(heidelberg);

async function importedNetwork(file: string, more: object = {}) {
  const report = await harness.done({ as: "network", file, ...origin, ...more });
  const [release] = await harness.store.releases({ dataset: "walking-network" });
  return { report, release: release!, network: decodeNetwork(await harness.store.content(release!.id)) };
}
const importedStreets = (nodes: readonly NodeToWrite[], ways: readonly WayToWrite[]) =>
  importedNetwork(harness.folder.write(osmFile({ nodes, ways })));
const parts = (network: Parameters<typeof connectedParts>[0]) => connectedParts(network).lengths.length;
const codes = (report: { notes: { code: string }[] }) => report.notes.map(({ code }) => code);

/** Two ways across each other at 8.7, 49.4; node 5 is in the middle. */
const cross: NodeToWrite[] = [
  { id: 1, at: [8.699, 49.4] },
  { id: 2, at: [8.701, 49.4] },
  { id: 3, at: [8.7, 49.399] },
  { id: 4, at: [8.7, 49.401] },
  { id: 5, at: [8.7, 49.4] },
];
const street = { highway: "residential" };

describe("the walking network of an OpenStreetMap file", () => {
  it("joins ways at nodes they share, and lets bridges and tunnels pass over each other", async () => {
    const shared = await importedStreets(cross, [
      { id: 1, nodes: [1, 5, 2], tags: street },
      { id: 2, nodes: [3, 5, 4], tags: street },
    ]);
    expect(parts(shared.network)).toBe(1);
    const bridge = await importedStreets(cross, [
      { id: 1, nodes: [1, 5, 2], tags: street },
      { id: 2, nodes: [3, 4], tags: { ...street, bridge: "yes", layer: "1" } },
    ]);
    expect(parts(bridge.network)).toBe(2);
  });

  it("is cut at a closed barrier and passes an open gate", async () => {
    const at = (tags: Record<string, string>) =>
      importedStreets(
        cross.map((node) => (node.id === 5 ? { ...node, tags } : node)),
        [{ id: 1, nodes: [1, 5, 2], tags: street }],
      );
    const closed = await at({ barrier: "gate", access: "private" });
    expect(parts(closed.network)).toBe(2);
    expect(codes(closed.report)).toContain("barriers-closed");
    expect(parts((await at({ barrier: "gate" })).network)).toBe(1);
  });

  it("keeps those with a wheelchair off a footway with a stile, but not off the carriageway beside", async () => {
    const nodes = cross.map((node) => (node.id === 5 ? { ...node, tags: { barrier: "stile" } } : node));
    const { network } = await importedStreets(nodes, [
      { id: 1, nodes: [1, 5, 2], tags: street },
      { id: 2, nodes: [3, 5, 4], tags: { highway: "footway" } },
    ]);
    expect([...network.flags].toSorted()).toEqual([0, 0, edgeFlag.notBarrierFree, edgeFlag.notBarrierFree]);
  });

  it("keeps steps and stated slopes, and says that heights are not known", async () => {
    const { network, report } = await importedStreets(cross, [
      { id: 1, nodes: [1, 5], tags: { highway: "steps" } },
      { id: 2, nodes: [5, 2], tags: { highway: "footway", incline: "9%" } },
    ]);
    expect([...network.flags].toSorted()).toEqual([0, edgeFlag.steps]);
    expect([...network.slope].map(Math.abs).toSorted()).toEqual([0, 90]);
    expect(network.hasSlopes).toBe(false);
    expect(codes(report)).toContain("no-heights");
  });

  it("takes what lies in the city's areas and just around them", async () => {
    const nodes: NodeToWrite[] = [
      { id: 1, at: [9.15, 48.75] },
      { id: 2, at: [9.151, 48.75] },
      { id: 3, at: [9.15, 48.81] },
      { id: 4, at: [9.151, 48.81] },
      { id: 5, at: [9.15, 48.9] },
      { id: 6, at: [9.151, 48.9] },
    ];
    const ways = [1, 3, 5].map((id) => ({ id, nodes: [id, id + 1], tags: street }));
    const file = harness.folder.write(osmFile({ nodes, ways }));
    const everything = await importedNetwork(file);
    expect(everything.network.edgeCount).toBe(3);
    expect(codes(everything.report)).toContain("network-without-areas");
    await harness.done(areas(harness.folder.write(districts)));
    const inCity = await importedNetwork(file);
    expect(inCity.network.edgeCount).toBe(2);
    expect(codes(inCity.report)).toContain("streets-outside");
    const inBox = await importedNetwork(file, { within: [9.14, 48.74, 9.16, 48.76] });
    expect(inBox.network.edgeCount).toBe(1);
  });

  it("is a release for planners, and the same file a second time changes nothing", async () => {
    const file = harness.folder.write(
      osmFile({ nodes: cross, ways: [{ id: 1, nodes: [1, 2], tags: street }] }),
    );
    const { release } = await importedNetwork(file, { released: "Tiefbauamt, 2026-01-31" });
    expect(release).toMatchObject({
      kind: "network",
      visibility: "INTERNAL",
      details: { nodeCount: 2, edgeCount: 1 },
    });
    const again = await importedNetwork(file, { released: "Tiefbauamt, 2026-01-31" });
    expect(again.report.datasets).toMatchObject([{ outcome: "unchanged" }]);
  });

  it("is refused without a single street on foot", async () => {
    const motorway = osmFile({
      nodes: cross,
      ways: [{ id: 1, nodes: [1, 2], tags: { highway: "motorway" } }],
    });
    const refusal = await harness.refused({ as: "network", file: harness.folder.write(motorway), ...origin });
    expect(refusal.sentence).toContain("keine Wege");
  });
});

describe("the walking network of lines", () => {
  it("joins lines where they share a vertex, and passes over points and areas", async () => {
    const line = (...coordinates: number[][]) => ({ type: "LineString", coordinates });
    const file = harness.folder.write(
      collection(
        feature({ highway: "footway" }, line([9.18, 48.77], [9.181, 48.77], [9.182, 48.77])),
        feature({ highway: "steps" }, line([9.181, 48.77], [9.181, 48.771])),
        feature({ highway: "footway" }, line([9.1815, 48.769], [9.1815, 48.771])),
        feature({ highway: "bus_stop" }, { type: "Point", coordinates: [9.18, 48.77] }),
      ),
    );
    const { network, report } = await importedNetwork(file);
    expect(network.edgeCount).toBe(4);
    expect(parts(network)).toBe(2);
    expect(report.notes.find(({ code }) => code === "streets-not-walkable")?.facts).toEqual({ count: 1 });
  });
});

describe.skipIf(!hasTestData)(
  `real streets (${hasTestData ? testData : "skipped: test data missing, set TESTDATA_DIR"})`,
  () => {
    it("of Stuttgart-Mitte hang together to more than nine tenths", async () => {
      const { network, report } = await importedNetwork(mitte);
      const { lengths } = connectedParts(network);
      const whole = lengths.reduce((sum, length) => sum + length, 0);
      expect(report.rowsRead).toBe(2019);
      expect(lengths[0]! / whole).toBeGreaterThan(0.9);
      expect([...network.flags].filter((flags) => flags & edgeFlag.steps).length).toBeGreaterThan(200);
    });

    it("of Heidelberg hang together nearly all, without the long-distance routes of the file", async () => {
      const { network, report } = await importedNetwork(heidelberg, { within: [8.57, 49.35, 8.8, 49.46] });
      const { lengths } = connectedParts(network);
      const whole = lengths.reduce((sum, length) => sum + length, 0);
      expect(report.rowsRead).toBe(25_359);
      expect(whole / 1e6).toBeGreaterThan(2000);
      expect(whole / 1e6).toBeLessThan(2500);
      expect(lengths[0]! / whole).toBeGreaterThan(0.98);
      expect(Math.min(...network.longitude)).toBeGreaterThan(8.55e7);
      expect(Math.max(...network.longitude)).toBeLessThan(8.85e7);
    });
  },
);
