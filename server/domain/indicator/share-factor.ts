const factors: Readonly<Record<string, number>> = {
  "%": 100,
  "per-100": 100,
  "je 100": 100,
  "per-1000": 1000,
  "je 1.000": 1000,
};

/** What a share between 0 and 1 is multiplied by in this unit; null for units that tell no share. */
export function shareFactor(unit: string): number | null {
  return factors[unit] ?? null;
}
