/** The longest length of 1, 2 or 5 times a power of ten that is not above `meters`. */
export function roundedScale(meters: number): number {
  if (!(meters > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(meters));
  const factor = [5, 2, 1].find((step) => step * power <= meters) ?? 1;
  return factor * power;
}
