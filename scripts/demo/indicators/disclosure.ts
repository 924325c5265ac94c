import { grouped } from "../grouped.ts";
import type { Figure } from "./figures.ts";

/** A cell of a published table. `parent` is the number of the area whose figure is the sum of its children's. */
export interface Cell {
  number: string;
  parent: string | null;
  figure: Figure;
  /** Not shown for another reason already (too few residents). */
  isWithheld: boolean;
  /** Smallest count that may be shown; counts of 0 may be. */
  threshold: number;
  minDenominator: number;
}

/** Primary suppression: too few people, a small count, or almost everybody (which tells of each of them). */
function isSensitive({ figure: { numerator, denominator }, threshold, minDenominator }: Cell): boolean {
  const rest = denominator - numerator;
  return (
    denominator < minDenominator || (numerator > 0 && numerator < threshold) || (rest > 0 && rest < threshold)
  );
}

/** Whether what is hidden of one sum is too much for anyone to work a single cell out of it. */
function isSafe(hidden: readonly Cell[]): boolean {
  const threshold = Math.max(...hidden.map((cell) => cell.threshold));
  const sum = hidden.reduce((all, { figure }) => all + figure.numerator, 0);
  const rest = hidden.reduce((all, { figure }) => all + figure.denominator - figure.numerator, 0);
  return hidden.length >= 2 && sum >= 2 * threshold && rest >= 2 * threshold;
}

/**
 * Numbers of the cells to hide in one table of one period (Geheimhaltung, METHODS §10). `levels` runs from
 * the finest to the coarsest; the total above the coarsest is always shown. Where a sum is shown and cells below it are
 * hidden, further ones are hidden, smallest first, until sum minus siblings gives at least twice the
 * threshold from at least two cells; where that is impossible (a district of one subdistrict) the sum is hidden too.
 */
export function suppressedCells(levels: readonly (readonly Cell[])[]): Set<string> {
  const hidden = new Set<Cell>();
  const byNumber = new Map(levels.flat().map((cell) => [cell.number, cell]));
  for (const cell of levels.flat()) {
    if (cell.isWithheld || isSensitive(cell)) hidden.add(cell);
  }
  for (const cells of levels) {
    for (const [parentNumber, siblings] of grouped(cells, ({ parent }) => parent)) {
      const parent = byNumber.get(parentNumber ?? "");
      if (parent && hidden.has(parent)) continue;
      const isHiddenEnough = hideFurther(siblings, hidden);
      if (!isHiddenEnough && parent) hidden.add(parent);
    }
  }
  hideBelow(levels, hidden);
  return new Set([...hidden].map(({ number }) => number));
}

function hideFurther(siblings: readonly Cell[], hidden: Set<Cell>): boolean {
  const own = siblings.filter((cell) => hidden.has(cell));
  if (own.length === 0) return true;
  const others = siblings
    .filter((cell) => !hidden.has(cell))
    .sort((a, b) => a.figure.numerator - b.figure.numerator || a.number.localeCompare(b.number));
  while (!isSafe(own)) {
    const next = others.shift();
    if (next === undefined) return false;
    own.push(next);
    hidden.add(next);
  }
  return true;
}

/** A hidden sum whose children are all shown could be added up again: its smallest child is hidden with it. */
function hideBelow(levels: readonly (readonly Cell[])[], hidden: Set<Cell>): void {
  for (let level = levels.length - 1; level > 0; level--) {
    const childrenOf = grouped(levels[level - 1]!, ({ parent }) => parent);
    for (const cell of levels[level]!) {
      const children = childrenOf.get(cell.number) ?? [];
      if (!hidden.has(cell) || children.length === 0 || children.some((child) => hidden.has(child))) continue;
      hidden.add(children.reduce((a, b) => (b.figure.numerator < a.figure.numerator ? b : a)));
    }
  }
}
