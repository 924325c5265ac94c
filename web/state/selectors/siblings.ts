import type { AreaAnswer } from "#domain/contract/contract.ts";

/**
 * The area with its siblings, in the order of the official numbers and at most `most` of them: those of
 * the same parent where there is one, around the area itself where there are more. Never a ranking.
 */
export function neighboursInOrder(
  areas: readonly AreaAnswer[],
  area: AreaAnswer,
  most: number,
): readonly AreaAnswer[] {
  const siblings = areas
    .filter((other) => other.parentNumber === area.parentNumber)
    .sort((a, b) => a.number.localeCompare(b.number, "de", { numeric: true }));
  const place = siblings.findIndex((other) => other.number === area.number);
  const start = Math.max(0, Math.min(place - Math.floor(most / 2), siblings.length - most));
  return siblings.slice(start, start + most);
}
