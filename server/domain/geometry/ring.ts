import type { Position } from "geojson";

/** Signed area by the shoelace formula, in squared coordinate units: positive when counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    // Relative to the first corner: coordinates in metres have seven digits before the point.
    doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return doubled / 2;
}

export function isSamePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Ring turned so that it runs counter-clockwise (`exterior`) or clockwise (hole), as RFC 7946 asks for. */
export function wound(ring: Position[], exterior: boolean): Position[] {
  return signedArea(ring) >= 0 === exterior ? ring : ring.toReversed();
}

/** Where a point lies with respect to a closed ring (even-odd rule). */
export function sideOfRing([x = 0, y = 0]: Position, ring: readonly Position[]): "inside" | "outside" | "on" {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const withinBox =
      x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
    if (turn === 0 && withinBox) return "on";
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside ? "inside" : "outside";
}
