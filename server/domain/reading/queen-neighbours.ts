import type { Geometry } from "geojson";
import { positionsOf } from "../geometry/contains-point.ts";

/**
 * Who borders on whom by queen contiguity: areas that share at least one point of their borders, a corner being enough.
 * Points count as shared where both outlines hold the very same coordinates, as those of one boundary version do. In the
 * order given, each list ascending; an area without geometry borders on nobody.
 */
export function queenNeighbours(outlines: readonly (Geometry | null)[]): number[][] {
  const holders = new Map<string, number[]>();
  for (const [index, outline] of outlines.entries()) {
    if (!outline || outline.type === "GeometryCollection") continue;
    for (const point of new Set(positionsOf(outline).map(([x, y]) => `${x} ${y}`))) {
      const held = holders.get(point);
      if (held) held.push(index);
      else holders.set(point, [index]);
    }
  }
  const found = outlines.map(() => new Set<number>());
  for (const held of holders.values())
    for (const one of held) for (const other of held) if (one !== other) found[one]!.add(other);
  return found.map((neighbours) => [...neighbours].sort((a, b) => a - b));
}
