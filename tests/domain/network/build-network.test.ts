import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNetwork, type StreetLine } from "#domain/network/build-network.ts";
import { connectedParts } from "#domain/network/connected-parts.ts";
import { pointCount } from "#domain/network/edge-shape.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { town } from "./towns.ts";

const total = (lengths: Iterable<number>) => [...lengths].reduce((sum, length) => sum + length, 0);

describe("a network built from street lines", () => {
  it("has nodes where ways branch and end, and the bends between as shapes", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [50, 10],
          [100, 0],
          [200, 0],
        ],
      },
      {
        points: [
          [100, 0],
          [100, 100],
        ],
      },
    ]);
    expect(network.nodeCount).toBe(4);
    expect(network.edgeCount).toBe(3);
    const shapes = Array.from({ length: 3 }, (_, edge) => pointCount(network, edge) - 2);
    expect(shapes.toSorted()).toEqual([0, 0, 1]);
    expect([...network.length].map((mm) => Math.round(mm / 1000)).toSorted((a, b) => a - b)).toEqual([
      100, 100, 102,
    ]);
  });

  it("runs lines together that meet end to end, whichever way they are drawn", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [100, 0],
        ],
      },
      {
        points: [
          [200, 0],
          [100, 0],
        ],
      },
      {
        points: [
          [200, 0],
          [300, 0],
        ],
      },
    ]);
    expect(network.edgeCount).toBe(1);
    expect(network.length[0]! / 1000).toBeCloseTo(300, 1);
  });

  it("keeps a node where the nature of the way changes", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [100, 0],
        ],
      },
      {
        points: [
          [100, 0],
          [110, 0],
        ],
        flags: edgeFlag.steps,
      },
      {
        points: [
          [110, 0],
          [200, 0],
        ],
      },
    ]);
    expect(network.edgeCount).toBe(3);
    const steps = network.flags.indexOf(edgeFlag.steps);
    expect(network.length[steps]! / 1000).toBeCloseTo(10, 1);
  });

  it("turns a slope with its edge and keeps a node where it changes", () => {
    const rising = {
      points: [
        [0, 0],
        [100, 0],
      ] as const,
      slope: 80,
    };
    const falling = {
      points: [
        [200, 0],
        [100, 0],
      ] as const,
      slope: -80,
    };
    const steady = town([rising, falling], true);
    expect(steady.edgeCount).toBe(1);
    expect(Math.abs(steady.slope[0]!)).toBe(80);
    const roof = town([rising, { ...falling, slope: 80 }], true);
    expect(roof.edgeCount).toBe(2);
  });

  it("keeps a ring without any branch as one edge", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [100, 0],
          [100, 100],
          [0, 100],
          [0, 0],
        ],
      },
    ]);
    expect(network.edgeCount).toBe(1);
    expect(network.from[0]).toBe(network.to[0]);
    expect(network.length[0]! / 1000).toBeCloseTo(400, 1);
  });

  it("joins lines that cross only where they share a point", () => {
    const bridge = town([
      {
        points: [
          [-100, 0],
          [100, 0],
        ],
      },
      {
        points: [
          [0, -100],
          [0, 100],
        ],
      },
    ]);
    expect(connectedParts(bridge).lengths).toHaveLength(2);
    const crossing = town([
      {
        points: [
          [-100, 0],
          [0, 0],
          [100, 0],
        ],
      },
      {
        points: [
          [0, -100],
          [0, 0],
          [0, 100],
        ],
      },
    ]);
    expect(connectedParts(crossing).lengths).toHaveLength(1);
  });

  it("keeps every metre of street and every connection, however the lines are drawn", () => {
    const stretch = fc.tuple(fc.nat(24), fc.nat(24)).filter(([a, b]) => a !== b);
    const stretches = fc.uniqueArray(stretch, {
      minLength: 1,
      maxLength: 60,
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    });
    fc.assert(
      fc.property(stretches, (pairs) => {
        const points = Array.from({ length: 25 }, (_, n) => [
          91_800_000 + (n % 5) * 9000,
          487_700_000 + Math.floor(n / 5) * 7000,
        ]);
        const lines = pairs.map(([a, b]): StreetLine => ({ points: [a, b], flags: 0 }));
        const input = {
          longitude: points.map(([x]) => x!),
          latitude: points.map(([, y]) => y!),
          hasSlopes: false,
        };
        const network = buildNetwork({ ...input, lines });
        const single = lines.map((line) => buildNetwork({ ...input, lines: [line] }).length[0]!);
        expect(Math.abs(total(network.length) - total(single))).toBeLessThanOrEqual(lines.length);
        expect(connectedParts(network).lengths).toHaveLength(partsOf(pairs));
        const turned = lines.map(({ points: ends, flags }) => ({
          points: Array.from(ends).reverse(),
          flags,
        }));
        const again = buildNetwork({ ...input, lines: turned.reverse() });
        expect([...again.length].toSorted()).toEqual([...network.length].toSorted());
      }),
    );
  });
});

/** Number of connected parts, by giving every end the lowest number of its neighbours until nothing changes. */
function partsOf(pairs: readonly (readonly [number, number])[]): number {
  const label = new Map(pairs.flat().map((end) => [end, end]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of pairs) {
      const lowest = Math.min(label.get(a)!, label.get(b)!);
      if (label.get(a) === label.get(b)) continue;
      label.set(a, lowest);
      label.set(b, lowest);
      changed = true;
    }
  }
  return new Set(label.values()).size;
}
