import type { Chance } from "../chance/seeded-chance.ts";

/** ln k! for k = 0 … `largest`, as sums of logarithms. */
export function logFactorials(largest: number): Float64Array {
  const table = new Float64Array(largest + 1);
  for (let k = 1; k <= largest; k++) table[k] = table[k - 1]! + Math.log(k);
  return table;
}

/**
 * One draw of the hypergeometric distribution: how many of `draws` people taken at random out of `all` are among the
 * `members`. By inversion outwards from the most likely number, so that the work grows with the deviation and not with
 * the city. `log` must reach `all`.
 */
export function hypergeometric(
  { all, members, draws }: { all: number; members: number; draws: number },
  { log, chance }: { log: Float64Array; chance: Chance },
): number {
  const least = Math.max(0, draws - (all - members));
  const most = Math.min(members, draws);
  if (least === most) return least;
  const others = all - members;
  const mode = Math.min(most, Math.max(least, Math.floor(((draws + 1) * (members + 1)) / (all + 2))));
  const atMode = Math.exp(
    log[members]! -
      log[mode]! -
      log[members - mode]! +
      (log[others]! - log[draws - mode]! - log[others - draws + mode]!) -
      (log[all]! - log[draws]! - log[all - draws]!),
  );
  let rest = chance() - atMode;
  let [up, down, atUp, atDown] = [mode, mode, atMode, atMode];
  while (rest >= 0 && (up < most || down > least)) {
    if (up < most) {
      atUp *= ((members - up) * (draws - up)) / ((up + 1) * (others - draws + up + 1));
      up++;
      rest -= atUp;
      if (rest < 0) return up;
    }
    if (down > least) {
      atDown *= (down * (others - draws + down)) / ((members - down + 1) * (draws - down + 1));
      down--;
      rest -= atDown;
      if (rest < 0) return down;
    }
  }
  return mode;
}
