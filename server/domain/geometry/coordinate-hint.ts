/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];

export function isWithin([west, south, east, north]: Extent, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Coordinate systems of German files that a pair of large numbers may come from. */
export type ProjectedGuess = "EPSG:25832" | "EPSG:31467" | "EPSG:3857";

/**
 * Boxes of Germany in each system, west, south, east, north in its metres. UTM and Web Mercator overlap in a
 * corner no German city lies in twice; it is a hint for a person, who decides.
 */
const boxes: readonly (readonly [ProjectedGuess, Extent])[] = [
  ["EPSG:25832", [250_000, 5_200_000, 950_000, 6_110_000]],
  ["EPSG:31467", [3_200_000, 5_200_000, 3_950_000, 6_110_000]],
  ["EPSG:3857", [640_000, 5_900_000, 1_700_000, 7_400_000]],
];

/** Which projected system a position labelled as longitude and latitude probably is in. */
export function guessProjected(x: number, y: number): ProjectedGuess | undefined {
  return boxes.find(([, box]) => isWithin(box, x, y) || isWithin(box, y, x))?.[0];
}
