import { type AreaOverlap, areaKey, wholeShare } from "./area-tree.ts";
import type { Count, CountTable } from "./count-table.ts";
import { grouped } from "./grouped.ts";
import type { Place } from "./observation-table.ts";

/**
 * Sums across kinds of areas that overlap: a Quartier is made of the Stadtteile within it and of pieces of those it
 * cuts. Nobody tells a piece, but pieces tie both kinds together.
 */
export function addOverlapSums(
  byArea: ReadonlyMap<string, Place>,
  overlaps: readonly AreaOverlap[],
  table: CountTable,
): void {
  const kinds = grouped(
    overlaps.filter(({ inner, outer }) => byArea.has(areaKey(inner)) && byArea.has(areaKey(outer))),
    ({ inner, outer }) => `${inner.level} ${outer.level}`,
  );
  for (const pairs of kinds.values()) {
    const pieces = new Map<string, { count: Count; isWhole: boolean }[]>();
    for (const [inner, own] of grouped(pairs, (pair) => areaKey(pair.inner))) {
      const { count } = byArea.get(inner)!;
      const isWhole = own.length === 1 && own[0]!.share >= wholeShare;
      const cut = own.map((pair) => {
        const piece = isWhole ? count : table.count({ value: 0, most: count.most });
        const outer = areaKey(pair.outer);
        pieces.set(outer, [...(pieces.get(outer) ?? []), { count: piece, isWhole }]);
        return piece;
      });
      if (isWhole) continue;
      const isCovered = own.reduce((sum, { share }) => sum + share, 0) >= wholeShare;
      const outside = isCovered ? [] : [table.count({ value: 0, most: count.most })];
      table.sum(count, [...cut, ...outside], 0);
    }
    for (const [outer, own] of pieces) {
      const { count } = byArea.get(outer)!;
      const counts = own.map((piece) => piece.count);
      if (own.every(({ isWhole }) => isWhole)) table.sum(count, counts);
      else table.sum(count, counts, 0);
    }
  }
}
