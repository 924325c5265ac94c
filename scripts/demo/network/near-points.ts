/** Points in squares, so that those near a place are found without looking at all. */
export interface NearPoints {
  add(index: number): void;
  /** The nearest point within `reach` metres that is wanted; -1 for none. A tie goes to the one added first. */
  nearest(x: number, y: number, reach: number, isWanted?: (index: number) => boolean): number;
}

export function nearPoints(
  plan: { x: readonly number[]; y: readonly number[] },
  squareMeters: number,
): NearPoints {
  const squares = new Map<number, number[]>();
  const column = (x: number) => Math.floor(x / squareMeters);
  const key = (column: number, row: number) => column * 1_000_003 + row;
  return {
    add(index) {
      const at = key(column(plan.x[index]!), column(plan.y[index]!));
      const own = squares.get(at);
      if (own) own.push(index);
      else squares.set(at, [index]);
    },
    nearest(x, y, reach, isWanted = () => true) {
      let best = -1;
      let least = reach;
      for (let i = column(x - reach); i <= column(x + reach); i++) {
        for (let j = column(y - reach); j <= column(y + reach); j++) {
          for (const index of squares.get(key(i, j)) ?? []) {
            const distance = Math.hypot(plan.x[index]! - x, plan.y[index]! - y);
            if (distance < least && isWanted(index)) {
              best = index;
              least = distance;
            }
          }
        }
      }
      return best;
    },
  };
}
