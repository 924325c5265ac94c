import { createHash } from "node:crypto";
import type { Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeNetwork } from "#domain/network/network-file.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { type DemoCity, generateDemoCity } from "../../../scripts/demo/demo-city.ts";
import { isInside } from "../../../scripts/demo/partition/polygon.ts";
import { type LonLat, toMeters } from "../../../scripts/demo/partition/projection.ts";
import { type DemoPlanningFiles, makePlanningFiles } from "../../../scripts/demo/planning-files.ts";

let city: DemoCity;
let files: DemoPlanningFiles;
beforeAll(() => {
  city = generateDemoCity();
  files = makePlanningFiles(city);
});

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, number) => all + number, 0);
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the demo's population grid", () => {
  it("adds up to the residents and the age groups of every subdistrict, exactly", () => {
    const { grid } = files;
    const home = grid.areas.find(({ level }) => level === "subdistrict")!;
    const total = (counts: Uint32Array, area: number) =>
      sum(counts.filter((_, cell) => home.index[cell] === area));
    home.numbers.forEach((number, area) => {
      const residents = city.areas.find((candidate) => candidate.number === number)!.residents;
      expect(total(grid.residents, area)).toBe(residents);
    });
    const city2022 = (code: string) =>
      city.observations.find(
        (o) => o.indicatorCode === code && o.level === "city" && o.period === "2022-12-31",
      )!.numerator;
    const group = (code: string) =>
      sum(grid.counts[grid.ageGroups.findIndex((candidate) => candidate.code === code)]!);
    expect(group("under3")).toBe(city2022("share-under-3"));
    expect(group("age3to5")).toBe(city2022("share-3-to-5"));
    expect(group("age6to14")).toBe(city2022("share-6-to-14"));
    expect(group("age15to24")).toBe(city2022("share-15-to-24"));
    expect(group("age80plus")).toBe(city2022("share-80-plus"));
  });

  it("counts the same people in its age groups as in its residents, and none in an empty cell", () => {
    const { grid } = files;
    for (let cell = 0; cell < grid.cellCount; cell++) {
      expect(sum(grid.counts.map((counts) => counts[cell]!))).toBe(grid.residents[cell]);
      expect(grid.residents[cell]).toBeGreaterThan(0);
    }
  });

  it("lies on the squares of the census, each once", () => {
    const { grid } = files;
    expect(grid.cellSizeM).toBe(100);
    const keys = new Set<string>();
    for (let cell = 0; cell < grid.cellCount; cell++) {
      expect([grid.east[cell]! % 100, grid.north[cell]! % 100]).toEqual([0, 0]);
      keys.add(`${grid.east[cell]},${grid.north[cell]}`);
    }
    expect(keys.size).toBe(grid.cellCount);
  });

  it("has its cells in their subdistrict, outside woods and water", () => {
    const { grid } = files;
    const home = grid.areas.find(({ level }) => level === "subdistrict")!;
    const rings = new Map(
      city.areas.map((area) => [area.number, (area.geometry as Polygon).coordinates as LonLat[][]]),
    );
    const obstacles = city.base
      .filter((feature) => feature.class === "wood" || feature.class === "water")
      .map(({ geometry }) => (geometry as Polygon).coordinates[0] as LonLat[]);
    const strayed = [];
    for (let cell = 0; cell < grid.cellCount; cell++) {
      const place: LonLat = [grid.longitude[cell]! / 1e7, grid.latitude[cell]! / 1e7];
      const number = home.numbers[home.index[cell]!]!;
      if (!isInside(place, rings.get(number)!)) strayed.push(number);
      if (obstacles.some((ring) => isInside(place, [ring]))) strayed.push(place);
    }
    expect(strayed).toEqual([]);
  });

  it("is denser in the middle of the city than at its edge", () => {
    const { grid } = files;
    const districts = grid.areas.find(({ level }) => level === "district")!;
    const perCell = (number: string) => {
      const index = districts.numbers.indexOf(number);
      const own = grid.residents.filter((_, cell) => districts.index[cell] === index);
      return sum(own) / own.length;
    };
    const inner = city.areas.filter(({ isInner }) => isInner).map(({ number }) => perCell(number));
    const outer = city.areas
      .filter(({ level, isInner }) => level === "district" && !isInner)
      .map(({ number }) => perCell(number));
    expect(sum(inner) / inner.length).toBeGreaterThan(1.3 * (sum(outer) / outer.length));
  });
});

describe("the demo's walking network", () => {
  it("is one connected city of some ten thousand crossings", () => {
    const { network } = files;
    expect(network.nodeCount).toBeGreaterThan(30_000);
    expect(network.nodeCount).toBeLessThan(60_000);
    expect(reachedFrom(0, () => true)).toBe(network.nodeCount);
  });

  it("has steps on steep stretches, which some people cannot use", () => {
    const { network } = files;
    expect(network.hasSlopes).toBe(true);
    const steps = [...network.flags.keys()].filter((edge) => network.flags[edge]! & edgeFlag.steps);
    expect(steps.length).toBeGreaterThan(1000);
    for (const edge of steps) expect(network.flags[edge]! & edgeFlag.notBarrierFree).not.toBe(0);
    const meanSlope = (edges: readonly number[]) =>
      sum(edges.map((edge) => Math.abs(network.slope[edge]!))) / edges.length;
    expect(meanSlope(steps)).toBeGreaterThan(3 * meanSlope([...network.slope.keys()]));
    const withoutSteps = reachedFrom(largestDegree(), (edge) => !(network.flags[edge]! & edgeFlag.steps));
    expect(withoutSteps).toBeLessThan(network.nodeCount);
    expect(withoutSteps).toBeGreaterThan(0.8 * network.nodeCount);
  });

  it("measures no edge shorter than the air line between its ends", () => {
    const { network } = files;
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const [ax, ay] = placeOf(network.from[edge]!);
      const [bx, by] = placeOf(network.to[edge]!);
      // Half a per cent for the projection of the test, and a millimetre for rounding.
      expect(network.length[edge]! / 1000).toBeGreaterThan(0.995 * Math.hypot(ax - bx, ay - by) - 0.001);
    }
  });

  it("crosses the river at few places, hundreds of metres apart", () => {
    const river = city.base.find(({ class: kind, name }) => kind === "water" && name === "Neckar")!;
    const shore = (river.geometry as Polygon).coordinates[0]!.map((p) => toMeters(p as LonLat));
    const bridges = [...files.network.from.keys()].flatMap((edge) => {
      const line = shapeOf(edge);
      const middles = line
        .slice(1)
        .map(([x, y], k) => [(x + line[k]![0]) / 2, (y + line[k]![1]) / 2] as const);
      return middles.some((p) => isInside([...p], [shore])) ? [middles[0]!] : [];
    });
    expect(bridges.length).toBeGreaterThan(10);
    expect(bridges.length).toBeLessThan(60);
  });

  it("is the same byte for byte for the same seed, and another one for another seed", () => {
    expect(hash(encodeNetwork(makePlanningFiles(city).network))).toBe(hash(encodeNetwork(files.network)));
    expect(hash(encodeNetwork(makePlanningFiles(city, { seed: 7 }).network))).not.toBe(
      hash(encodeNetwork(files.network)),
    );
  });
});

function placeOf(node: number) {
  return toMeters([files.network.longitude[node]! / 1e7, files.network.latitude[node]! / 1e7]);
}

function shapeOf(edge: number) {
  const { from, to, shapeStart, shapeLongitude, shapeLatitude } = files.network;
  const points = [placeOf(from[edge]!)];
  for (let k = shapeStart[edge]!; k < shapeStart[edge + 1]!; k++) {
    points.push(toMeters([shapeLongitude[k]! / 1e7, shapeLatitude[k]! / 1e7]));
  }
  return [...points, placeOf(to[edge]!)];
}

function largestDegree(): number {
  const degree = new Uint32Array(files.network.nodeCount);
  for (const node of [...files.network.from, ...files.network.to]) degree[node]!++;
  return degree.indexOf(degree.reduce((most, d) => Math.max(most, d), 0));
}

/** Number of nodes reached over edges somebody may use. */
function reachedFrom(start: number, isUsable: (edge: number) => boolean): number {
  const { network } = files;
  const neighbours: number[][] = Array.from({ length: network.nodeCount }, () => []);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (!isUsable(edge)) continue;
    neighbours[network.from[edge]!]!.push(network.to[edge]!);
    neighbours[network.to[edge]!]!.push(network.from[edge]!);
  }
  const seen = new Uint8Array(network.nodeCount);
  seen[start] = 1;
  const waiting = [start];
  let count = 1;
  while (waiting.length > 0) {
    for (const next of neighbours[waiting.pop()!]!) {
      if (seen[next]) continue;
      seen[next] = 1;
      count++;
      waiting.push(next);
    }
  }
  return count;
}
