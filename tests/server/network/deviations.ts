/** How far ways by two methods are apart. */
export interface Deviations {
  count: number;
  /** Shares of the other method's way, without sign, ascending. */
  shares: number[];
  /** Differences in metres, without sign, ascending. */
  metres: number[];
}

export function deviations(pairs: readonly { ours: number; theirs: number }[]): Deviations {
  const sorted = (values: number[]) => values.sort((a, b) => a - b);
  return {
    count: pairs.length,
    shares: sorted(pairs.map(({ ours, theirs }) => Math.abs(ours - theirs) / theirs)),
    metres: sorted(pairs.map(({ ours, theirs }) => Math.abs(ours - theirs))),
  };
}

export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
}

/** One line of the comparison: pairs, deviations at four quantiles, and how many ways are within 1 % and 2 %. */
export function comparisonLine(name: string, { count, shares, metres }: Deviations): string {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`.padStart(9);
  const within = (limit: number) => shares.filter((share) => share <= limit).length / count;
  const cells = [quantile(shares, 0.5), quantile(shares, 0.9), quantile(shares, 0.99), shares.at(-1) ?? 0];
  return [
    name.padEnd(44),
    String(count).padStart(6),
    ...cells.map(percent),
    `${quantile(metres, 1).toFixed(3)} m`.padStart(13),
    percent(within(0.01)),
    percent(within(0.02)),
  ].join(" ");
}

export const comparisonHead = [
  "ways".padEnd(44),
  "pairs".padStart(6),
  ..."median 90th 99th largest".split(" ").map((title) => title.padStart(9)),
  "in metres".padStart(13),
  "≤ 1 %".padStart(9),
  "≤ 2 %".padStart(9),
].join(" ");
