import { doubleArea, type RingList } from "./ring-list.ts";

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance from the cell's middle to the border, negative outside. */
  distance: number;
  /** No point of the cell is farther from the border than this. */
  best: number;
}

/**
 * The point of a feature farthest from its border (pole of inaccessibility, after V. Agafonkin's quadtree search),
 * in the unit square; to 1 % of the size of the feature's largest part, which is the only one looked at.
 * `null` for a feature without rings.
 */
export function labelPoint(rings: RingList, feature: number): [number, number] | null {
  const part = largestPart(rings, feature);
  if (!part) return null;
  const { xy, end } = rings;
  const outerFrom = part.first === 0 ? 0 : end[part.first - 1]!;
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = outerFrom; i < end[part.first]!; i++) {
    west = Math.min(west, xy[2 * i]!);
    east = Math.max(east, xy[2 * i]!);
    north = Math.min(north, xy[2 * i + 1]!);
    south = Math.max(south, xy[2 * i + 1]!);
  }
  const size = Math.min(east - west, south - north);
  const precision = size / 100;
  const cell = (x: number, y: number, half: number): Cell => {
    const distance = distanceToBorder(rings, part, x, y);
    return { x, y, half, distance, best: distance + half * Math.SQRT2 };
  };
  let best = cell((west + east) / 2, (north + south) / 2, 0);
  let open: Cell[] = [];
  for (let x = west; x < east; x += size) {
    for (let y = north; y < south; y += size) open.push(cell(x + size / 2, y + size / 2, size / 2));
  }
  while (open.length > 0) {
    const next: Cell[] = [];
    for (const tried of open) if (tried.distance > best.distance) best = tried;
    for (const { x, y, half, best: possible } of open) {
      if (possible - best.distance <= precision) continue;
      const h = half / 2;
      next.push(cell(x - h, y - h, h), cell(x + h, y - h, h), cell(x - h, y + h, h), cell(x + h, y + h, h));
    }
    open = next;
  }
  return [best.x, best.y];
}

/** Ring numbers of one polygon: its outer ring and the holes behind it. */
interface Part {
  first: number;
  last: number;
}

function largestPart(rings: RingList, feature: number): Part | null {
  let largest: Part | null = null;
  let largestArea = 0;
  const ringEnd = rings.featureEnd[feature]!;
  for (let ring = feature === 0 ? 0 : rings.featureEnd[feature - 1]!; ring < ringEnd; ) {
    let last = ring;
    while (last + 1 < ringEnd && rings.isHole[last + 1]) last++;
    const area = doubleArea(rings.xy, 2 * (ring === 0 ? 0 : rings.end[ring - 1]!), 2 * rings.end[ring]!);
    if (area > largestArea) {
      largestArea = area;
      largest = { first: ring, last };
    }
    ring = last + 1;
  }
  return largest;
}

function distanceToBorder({ xy, end }: RingList, part: Part, x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (let ring = part.first; ring <= part.last; ring++) {
    const from = ring === 0 ? 0 : end[ring - 1]!;
    const to = end[ring]!;
    let ax = xy[2 * (to - 1)]!;
    let ay = xy[2 * (to - 1) + 1]!;
    for (let i = from; i < to; i++) {
      const bx = xy[2 * i]!;
      const by = xy[2 * i + 1]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by));
      ax = bx;
      ay = by;
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const px = x - ax - along * dx;
  const py = y - ay - along * dy;
  return px * px + py * py;
}
