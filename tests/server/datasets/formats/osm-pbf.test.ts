import { describe, expect, it } from "vitest";
import { readOsmPbf } from "../../../../server/datasets/formats/osm-pbf.ts";
import { importLimits } from "../../../../server/datasets/limits.ts";
import { osmFile, osmSections, section, type WayToWrite } from "../osm-file.ts";

const nodes = [
  { id: 11, at: [8.7, 49.4] as const },
  { id: 12, at: [8.701, 49.4005] as const, tags: { barrier: "gate", name: "Tor" } },
  { id: 7_000_000_013, at: [8.702, 49.4] as const },
  { id: 14, at: [-0.1234567, -33.5] as const },
];
const ways: WayToWrite[] = [
  { id: 2, nodes: [11, 12, 7_000_000_013], tags: { highway: "footway", name: "Weg" } },
  { id: 1, nodes: [7_000_000_013, 14], tags: { highway: "path" } },
  { id: 3, nodes: [11, 14], tags: { building: "yes" } },
  { id: 4, nodes: [11, 99], tags: { highway: "path" } },
  { id: 5, nodes: [11], tags: { highway: "path" } },
];
const query = {
  isWanted: (tags: Readonly<Record<string, string>>) => tags.highway !== undefined,
  wayKeys: new Set(["highway"]),
  nodeKeys: new Set(["barrier"]),
};
const read = (bytes: Uint8Array, limits = importLimits) => readOsmPbf(bytes, query, limits);

describe("an OpenStreetMap file", () => {
  it.each([
    ["with dense nodes", {}],
    ["with single nodes", { dense: false }],
    ["that is not packed", { raw: true }],
  ])("%s gives the ways one asked for, with their nodes and tags", (_, options) => {
    const extract = read(osmFile({ nodes, ways }, options));
    expect(extract.ways.map(({ id, tags }) => [id, { ...tags }])).toEqual([
      [1, { highway: "path" }],
      [2, { highway: "footway" }],
    ]);
    const [path, footway] = extract.ways;
    expect(Array.from(footway!.nodes, (node) => extract.nodeIds[node])).toEqual([11, 12, 7_000_000_013]);
    const [, end] = path!.nodes;
    expect([extract.longitude[end!], extract.latitude[end!]]).toEqual([-1_234_567, -335_000_000]);
    expect([...extract.nodeTags].map(([node, tags]) => [extract.nodeIds[node], { ...tags }])).toEqual([
      [12, { barrier: "gate" }],
    ]);
  });

  it("leaves out ways whose nodes are not in the file, and says how many", () => {
    expect(read(osmFile({ nodes, ways })).incompleteWays).toBe(1);
  });

  it("is refused in German when it is cut short anywhere", () => {
    const sections = osmSections({ nodes, ways });
    const whole = Buffer.concat(sections);
    const sectionEnds = sections.map((_, at) => Buffer.concat(sections.slice(0, at)).length);
    for (let length = 1; length < whole.length; length++) {
      if (sectionEnds.includes(length)) continue;
      expect(() => read(whole.subarray(0, length)), `${length} bytes`).toThrow(
        /beschädigt oder unvollständig/,
      );
    }
  });

  it("never answers with anything but an extract or a refusal when bytes are changed", () => {
    const whole = osmFile({ nodes, ways }, { raw: true });
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0x55;
      try {
        expect(read(changed).ways.length).toBeLessThanOrEqual(ways.length);
      } catch (error) {
        expect(error).toMatchObject({ name: "Error", code: expect.stringMatching(/broken-file|too-many/) });
      }
    }
  });

  it("is refused when it asks for something readers do not know, or is packed otherwise", () => {
    expect(() => read(osmFile({ nodes, ways }, { feature: "HistoricalInformation" }))).toThrow(
      "HistoricalInformation",
    );
    expect(() => read(section("OSMData", Uint8Array.of(0x22, 1, 0)))).toThrow("anders als mit zlib gepackt");
  });

  it("stops at the limits of an import", () => {
    const file = osmFile({ nodes, ways });
    expect(() => read(file, { ...importLimits, vertices: 4 })).toThrow("mehr als 4 Stützpunkte");
    expect(() => read(file, { ...importLimits, unpackedBytes: 1 })).toThrow("überschreitet die Grenzen");
    expect(() => read(file, { ...importLimits, readerSeconds: -1 })).toThrow("abgebrochen");
  });
});
