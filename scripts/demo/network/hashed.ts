/**
 * A number in [0, 1) that belongs to a seed and up to three whole numbers: for a hundred thousand stretches,
 * where a source of random numbers each would take too long.
 */
export function hashed(seed: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const part of [a, b, c]) {
    hash = Math.imul(hash ^ (part + 0x7f4a7c15), 0xc2b2ae35);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
