/**
 * Importance of the vertices of a line after Douglas and Peucker (1973): the squared distance at which a vertex stops
 * being negligible, in the squared unit of the coordinates. Ends are infinitely important. A vertex is never more
 * important than the one it refines, so that "keep all above a threshold" equals running the method with that threshold.
 *
 * `xy` holds x, y alternately; the line runs from vertex `first` to vertex `last`, both included.
 */
export function rateVertices(xy: Float64Array, first: number, last: number, importance: Float64Array): void {
  importance[first] = Number.POSITIVE_INFINITY;
  importance[last] = Number.POSITIVE_INFINITY;
  const stack = [first, last, Number.POSITIVE_INFINITY];
  while (stack.length > 0) {
    const ceiling = stack.pop()!;
    const to = stack.pop()!;
    const from = stack.pop()!;
    if (to - from < 2) continue;
    let farthest = from + 1;
    let greatest = -1;
    const ax = xy[2 * from]!;
    const ay = xy[2 * from + 1]!;
    const dx = xy[2 * to]! - ax;
    const dy = xy[2 * to + 1]! - ay;
    const length = dx * dx + dy * dy;
    for (let i = from + 1; i < to; i++) {
      let px = xy[2 * i]! - ax;
      let py = xy[2 * i + 1]! - ay;
      if (length > 0) {
        let along = (px * dx + py * dy) / length;
        if (along > 0) {
          if (along > 1) along = 1;
          px -= along * dx;
          py -= along * dy;
        }
      }
      const distance = px * px + py * py;
      if (distance > greatest) {
        greatest = distance;
        farthest = i;
      }
    }
    const rated = Math.min(greatest, ceiling);
    importance[farthest] = rated;
    stack.push(from, farthest, rated, farthest, to, rated);
  }
}

/** Makes the `count` most important inner vertices of a line permanent, so that a ring made of it keeps an area. */
export function keepMostImportant(
  importance: Float64Array,
  first: number,
  last: number,
  count: number,
): void {
  for (let kept = 0; kept < count; kept++) {
    let best = -1;
    for (let i = first + 1; i < last; i++) {
      if (importance[i] === Number.POSITIVE_INFINITY) continue;
      if (best < 0 || importance[i]! > importance[best]!) best = i;
    }
    if (best < 0) return;
    importance[best] = Number.POSITIVE_INFINITY;
  }
}
