type Bounds = [west: number, south: number, east: number, north: number];

/** Box around a GeoJSON geometry in degrees; null without one. A point gets some ground around it. */
export function boundsOf(geometry: unknown): Bounds | null {
  const positions = positionsIn((geometry as { coordinates?: unknown } | null)?.coordinates);
  const [first] = positions;
  if (!first) return null;
  const box = positions.reduce<Bounds>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [first[0], first[1], first[0], first[1]],
  );
  return positions.length > 1 ? box : around(first);
}

/** About 250 metres to each side at 49° north. */
export function around([longitude, latitude]: readonly [number, number]): Bounds {
  return [longitude - 0.0034, latitude - 0.00225, longitude + 0.0034, latitude + 0.00225];
}

function positionsIn(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  if (typeof coordinates[0] === "number" && typeof coordinates[1] === "number") {
    return [[coordinates[0], coordinates[1]]];
  }
  return coordinates.flatMap(positionsIn);
}
