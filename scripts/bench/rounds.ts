/** What several rounds of one measurement gave. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

export interface Compared {
  ours: Spread;
  peer: Spread;
  /** ours / peer, formed per round: both halves of a round saw the same weather. */
  ratio: Spread;
}

/**
 * Measures two things by turns, `rounds` times after one round that is thrown away; who goes first alternates, so that
 * what the machine does on the side hits both.
 */
export async function interleave(
  rounds: number,
  measure: { ours: () => Promise<number>; peer: () => Promise<number> },
): Promise<Compared> {
  const ours: number[] = [];
  const peer: number[] = [];
  await measure.ours();
  await measure.peer();
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) ours.push(await measure.ours());
    peer.push(await measure.peer());
    if (round % 2 === 1) ours.push(await measure.ours());
  }
  return { ours: spread(ours), peer: spread(peer), ratio: spread(ours.map((value, i) => value / peer[i]!)) };
}
