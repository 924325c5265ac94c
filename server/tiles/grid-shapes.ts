import { doubleArea, reverseVertices } from "./ring-list.ts";
import type { ShapeSet } from "./shape-set.ts";

/** The shapes of a layer as they are at one level of detail, on a grid of whole numbers over the world. */
export interface GridShapes {
  /** x, y alternately, part after part; rings are open. */
  xy: Int32Array;
  /** Vertex number after the last one of each part. */
  partEnd: Uint32Array;
  partIsHole: Uint8Array;
  featurePartEnd: Uint32Array;
  /** minX, minY, maxX, maxY per feature; min > max for a feature that has nothing to show. */
  box: Int32Array;
}

export interface GridOptions {
  /** Grid units along the side of the world. */
  gridSize: number;
  /** Vertices less important than this are left out; see `rateVertices`. */
  leastImportance: number;
  /** Features that shrink to nothing become one grid cell instead of disappearing. */
  keepTiny: boolean;
}

/**
 * Generalises and rounds all shapes to a grid. Each arc is treated once, so both users of a shared border get the same
 * vertices. Parts that shrink to a point or a line are dropped, with their holes.
 */
export function gridShapes(
  shapes: ShapeSet,
  { gridSize, leastImportance, keepTiny }: GridOptions,
): GridShapes {
  const arcs = gridArcs(shapes, gridSize, leastImportance);
  const { partArcs, partArcEnd, featurePartEnd, closed } = shapes;
  const featureCount = featurePartEnd.length;
  let capacity = 8 * featureCount;
  for (const reference of partArcs) {
    const arc = reference < 0 ? ~reference : reference;
    capacity += 2 * (arcs.end[arc]! - (arc === 0 ? 0 : arcs.end[arc - 1]!));
  }
  const xy = new Int32Array(capacity);
  const partEnd = new Uint32Array(partArcEnd.length + featureCount);
  const partIsHole = new Uint8Array(partEnd.length);
  const keptPartEnd = new Uint32Array(featureCount);
  const box = new Int32Array(4 * featureCount);
  let length = 0;
  let parts = 0;
  let part = 0;

  for (let feature = 0; feature < featureCount; feature++) {
    const firstPart = part;
    const firstKept = parts;
    const begin = length;
    let outerKept = false;
    for (; part < featurePartEnd[feature]!; part++) {
      const hole = shapes.partIsHole[part] === 1;
      if (hole && !outerKept) continue;
      const start = length;
      length = appendPart(part, start);
      const kept = closed ? closeRing(start, hole) : length - start >= 4;
      if (!hole) outerKept = kept;
      if (!kept) {
        length = start;
        continue;
      }
      partIsHole[parts] = hole ? 1 : 0;
      partEnd[parts++] = length / 2;
    }
    if (keepTiny && parts === firstKept && part > firstPart) {
      appendCell(firstPart);
      partEnd[parts++] = length / 2;
    }
    keptPartEnd[feature] = parts;
    writeBox(box, feature, xy, begin, length);
  }
  return {
    xy: xy.slice(0, length),
    partEnd: partEnd.slice(0, parts),
    partIsHole: partIsHole.slice(0, parts),
    featurePartEnd: keptPartEnd,
    box,
  };

  function appendPart(number: number, start: number): number {
    let out = start;
    for (let i = number === 0 ? 0 : partArcEnd[number - 1]!; i < partArcEnd[number]!; i++) {
      const reference = partArcs[i]!;
      const arc = reference < 0 ? ~reference : reference;
      const from = arc === 0 ? 0 : arcs.end[arc - 1]!;
      const to = arcs.end[arc]!;
      for (let step = 0; step < to - from; step++) {
        const vertex = 2 * (reference < 0 ? to - 1 - step : from + step);
        const x = arcs.xy[vertex]!;
        const y = arcs.xy[vertex + 1]!;
        if (out > start && xy[out - 2] === x && xy[out - 1] === y) continue;
        xy[out++] = x;
        xy[out++] = y;
      }
    }
    return out;
  }

  /** Opens the ring written since `start`, turns it the right way round; false when it has no area left. */
  function closeRing(start: number, hole: boolean): boolean {
    if (length - start > 2 && xy[start] === xy[length - 2] && xy[start + 1] === xy[length - 1]) length -= 2;
    const area = length - start < 6 ? 0 : doubleArea(xy, start, length);
    if (area === 0) return false;
    // Generalising can turn a sliver inside out.
    if (area > 0 === hole) reverseVertices(xy, start, length);
    return true;
  }

  function appendCell(number: number): void {
    const reference = partArcs[number === 0 ? 0 : partArcEnd[number - 1]!]!;
    const arc = reference < 0 ? ~reference : reference;
    const vertex = 2 * (arc === 0 ? 0 : arcs.end[arc - 1]!);
    const x = arcs.xy[vertex]!;
    const y = arcs.xy[vertex + 1]!;
    xy.set([x, y, x + 1, y, x + 1, y + 1, x, y + 1], length);
    length += 8;
  }
}

function gridArcs(shapes: ShapeSet, gridSize: number, leastImportance: number) {
  const { xy, importance, arcEnd } = shapes;
  const kept = new Int32Array(xy.length);
  const end = new Uint32Array(arcEnd.length);
  let length = 0;
  let vertex = 0;
  for (let arc = 0; arc < arcEnd.length; arc++) {
    const start = length;
    for (; vertex < arcEnd[arc]!; vertex++) {
      if (importance[vertex]! < leastImportance) continue;
      const x = Math.round(xy[2 * vertex]! * gridSize);
      const y = Math.round(xy[2 * vertex + 1]! * gridSize);
      if (length > start && kept[length - 2] === x && kept[length - 1] === y) continue;
      kept[length++] = x;
      kept[length++] = y;
    }
    end[arc] = length / 2;
  }
  return { xy: kept, end };
}

function writeBox(box: Int32Array, feature: number, xy: Int32Array, from: number, to: number): void {
  let minX = 0x7fffffff;
  let minY = 0x7fffffff;
  let maxX = -1;
  let maxY = -1;
  for (let i = from; i < to; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  box[4 * feature] = minX;
  box[4 * feature + 1] = minY;
  box[4 * feature + 2] = maxX;
  box[4 * feature + 3] = maxY;
}
