import { type Chance, seededChance } from "#domain/chance/seeded-chance.ts";

export type Random = Chance;

/** FNV-1a over the parts: a seed per thing, so that one edit does not shift everything made after it. */
export function seedFrom(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join("|")) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  }
  // One more mixing round, because FNV leaves neighbouring numbers close together.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The random source belonging to these parts. */
export function randomFor(...parts: (string | number)[]): Random {
  return seededChance(seedFrom(...parts));
}

/** Standard normal deviate (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Whole number in [low, high]. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the items; the list must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

/** Index drawn with the given weights (≥ 0, not all 0). */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length; index++) {
    rest -= weights[index]!;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
