/** Box on the grid, borders included. */
export interface GridBox {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/**
 * Cuts rings and lines at a box, on whole numbers. A cut through an edge is computed from the edge's lower end on the
 * cutting axis, so two areas that pass it in opposite directions get the same point.
 */
export class Clipper {
  /** The result, x, y alternately. */
  xy = new Int32Array(1024);
  length = 0;
  /** Lines can fall into several pieces: index after each. */
  pieceEnd: number[] = [];
  #spare = new Int32Array(1024);

  /** Sutherland–Hodgman against the sides the ring reaches over. The open ring lies in `source[from … to)`. */
  ring(source: Int32Array, from: number, to: number, box: GridBox): void {
    let minX = 0x7fffffff;
    let minY = 0x7fffffff;
    let maxX = -0x80000000;
    let maxY = -0x80000000;
    this.#reserve(to - from);
    for (let i = from, out = 0; i < to; i += 2) {
      const x = source[i]!;
      const y = source[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
      this.xy[out++] = x;
      this.xy[out++] = y;
    }
    this.length = to - from;
    if (minX > box.maxX || maxX < box.minX || minY > box.maxY || maxY < box.minY) {
      this.length = 0;
      return;
    }
    if (minX < box.minX) this.#cut(0, box.minX, 1);
    if (maxX > box.maxX) this.#cut(0, box.maxX, -1);
    if (minY < box.minY) this.#cut(1, box.minY, 1);
    if (maxY > box.maxY) this.#cut(1, box.maxY, -1);
    this.#dropRepeated();
  }

  /** Keeps the stretches of a line inside the box as pieces of two or more vertices. */
  line(source: Int32Array, from: number, to: number, box: GridBox): void {
    // Every edge can begin a new piece of two vertices.
    this.#reserve(2 * (to - from));
    this.length = 0;
    this.pieceEnd.length = 0;
    let start = 0;
    let open = false;
    for (let i = from; i + 3 < to; i += 2) {
      if (!cropEdge(source[i]!, source[i + 1]!, source[i + 2]!, source[i + 3]!, box)) {
        this.#endPiece(start);
        start = this.length;
        open = false;
        continue;
      }
      if (!open) this.#push(edge[0], edge[1], start);
      this.#push(edge[2], edge[3], start);
      open = edge[2] === source[i + 2]! && edge[3] === source[i + 3]!;
      if (open) continue;
      this.#endPiece(start);
      start = this.length;
    }
    this.#endPiece(start);
  }

  #push(x: number, y: number, start: number): void {
    if (this.length > start && this.xy[this.length - 2] === x && this.xy[this.length - 1] === y) return;
    this.xy[this.length++] = x;
    this.xy[this.length++] = y;
  }

  #endPiece(start: number): void {
    if (this.length - start >= 4) this.pieceEnd.push(this.length);
    else this.length = start;
  }

  #cut(axis: 0 | 1, limit: number, side: 1 | -1): void {
    if (this.length === 0) return;
    this.#reserve(2 * this.length);
    const input = this.xy;
    const output = this.#spare;
    let out = 0;
    let px = input[this.length - 2]!;
    let py = input[this.length - 1]!;
    let wasInside = side * ((axis === 0 ? px : py) - limit) >= 0;
    for (let i = 0; i < this.length; i += 2) {
      const x = input[i]!;
      const y = input[i + 1]!;
      const isInside = side * ((axis === 0 ? x : y) - limit) >= 0;
      if (isInside !== wasInside) {
        output[out++] = axis === 0 ? limit : crossing(py, px, y, x, limit);
        output[out++] = axis === 0 ? crossing(px, py, x, y, limit) : limit;
      }
      if (isInside) {
        output[out++] = x;
        output[out++] = y;
      }
      px = x;
      py = y;
      wasInside = isInside;
    }
    this.xy = output;
    this.#spare = input;
    this.length = out;
  }

  #dropRepeated(): void {
    let out = 0;
    for (let i = 0; i < this.length; i += 2) {
      const x = this.xy[i]!;
      const y = this.xy[i + 1]!;
      if (out > 0 && this.xy[out - 2] === x && this.xy[out - 1] === y) continue;
      this.xy[out++] = x;
      this.xy[out++] = y;
    }
    if (out > 2 && this.xy[0] === this.xy[out - 2] && this.xy[1] === this.xy[out - 1]) out -= 2;
    this.length = out;
  }

  #reserve(count: number): void {
    if (count <= this.xy.length && count <= this.#spare.length) return;
    const size = 2 * Math.max(count, this.xy.length);
    const grown = new Int32Array(size);
    grown.set(this.xy.subarray(0, this.length));
    this.xy = grown;
    this.#spare = new Int32Array(size);
  }
}

/** Second coordinate where the edge a–b meets `limit` on the first one, rounded. */
function crossing(a0: number, a1: number, b0: number, b1: number, limit: number): number {
  return a0 < b0
    ? Math.round(a1 + ((b1 - a1) * (limit - a0)) / (b0 - a0))
    : Math.round(b1 + ((a1 - b1) * (limit - b0)) / (a0 - b0));
}

/** Result of `cropEdge`: start x, y and end x, y. Reused, because lines are cut edge by edge. */
const edge: [number, number, number, number] = [0, 0, 0, 0];

/**
 * The stretch of an edge inside the box, written to `edge`; false when there is none. Side after side in the order and
 * with the rounding of `ring`, so that a border drawn as a line lies exactly on the edge of its area.
 */
function cropEdge(ax: number, ay: number, bx: number, by: number, box: GridBox): boolean {
  edge[0] = ax;
  edge[1] = ay;
  edge[2] = bx;
  edge[3] = by;
  return (
    cropSide(0, box.minX, 1) &&
    cropSide(0, box.maxX, -1) &&
    cropSide(1, box.minY, 1) &&
    cropSide(1, box.maxY, -1)
  );
}

function cropSide(axis: 0 | 1, limit: number, side: 1 | -1): boolean {
  const other = 1 - axis;
  const [a0, a1, b0, b1] = [edge[axis]!, edge[other]!, edge[2 + axis]!, edge[2 + other]!];
  const aInside = side * (a0 - limit) >= 0;
  const bInside = side * (b0 - limit) >= 0;
  if (!aInside && !bInside) return false;
  if (aInside && bInside) return true;
  const end = aInside ? 2 : 0;
  edge[end + axis] = limit;
  edge[end + other] = crossing(a0, a1, b0, b1, limit);
  return true;
}
