import { createHash } from "node:crypto";

/** Counts become multiples of this: a cell of 3 may have had anything from 1 to 5 people. */
export const roundingBase = 3;

/**
 * Controlled rounding of counts of cells that nobody perturbed before (METHODS §10). The cells are counted up one
 * after the other, area by area and within an area in a random order; whenever the running total passes a multiple
 * of three, the cell at hand gets the three people. Every count is so rounded up or down to a multiple of three,
 * up as often as it is close to it, and the total of any run of cells – of every area at every level of the
 * hierarchy, and of the city – stays within two people of the truth. A cell without people stays one.
 *
 * The order is drawn from `secret`, which only someone who has the true counts can know: the same file makes the
 * same release, and nobody can count the rounding back.
 */
export function roundedCounts(
  counts: readonly number[],
  /** Areas of each cell from the largest to the smallest, as one text: cells of one area share its beginning. */
  areaPaths: readonly string[],
  secret: string,
): number[] {
  const random = randomNumbers(secret);
  const draws = counts.map(() => random());
  const order = counts
    .map((_, cell) => cell)
    .sort((a, b) => compared(areaPaths[a]!, areaPaths[b]!) || draws[a]! - draws[b]! || a - b);
  const rounded = new Array<number>(counts.length).fill(0);
  let total = random() % roundingBase;
  let passed = 0;
  for (const cell of order) {
    total += counts[cell]!;
    const now = Math.floor(total / roundingBase);
    rounded[cell] = (now - passed) * roundingBase;
    passed = now;
  }
  return rounded;
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers below 2³² (Marsaglia's xorshift with 128 bits of state), started by the hash of a text. */
function randomNumbers(secret: string): () => number {
  const digest = createHash("sha256").update(secret).digest();
  let [x, y, z, w] = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [number, number, number, number];
  return () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return w;
  };
}
