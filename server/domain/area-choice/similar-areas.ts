import { mean, standardDeviation } from "simple-statistics";
import type { IndicatorFigures } from "./indicator-figures.ts";

export interface SimilarArea {
  areaNumber: string;
  /** Euclidean distance of the z-scores over all picked indicators; 0 is alike. */
  distance: number;
  /** The three largest differences in standard deviations, this area less the asked one, largest first. */
  differences: { indicatorCode: string; difference: number }[];
}

export interface SimilarAreas {
  /** Nearest first; equal distances by number. */
  areas: SimilarArea[];
  /** Areas that miss a picked figure and cannot be compared. */
  incomplete: string[];
}

const differencesShown = 3;

/**
 * Areas most like one area over the indicators a person picked (METHODS §8.1). z over all areas with a figure, deviation of
 * the whole (÷ n); an indicator that does not vary separates nobody. Null when the asked area itself misses a figure.
 */
export function similarAreas(asked: string, picked: readonly IndicatorFigures[]): SimilarAreas | null {
  const scores = picked.map(({ indicatorCode, byArea }) => ({ indicatorCode, byArea: zScores(byArea) }));
  if (scores.some(({ byArea }) => !byArea.has(asked))) return null;
  const others = new Set(scores.flatMap(({ byArea }) => [...byArea.keys()]));
  others.delete(asked);
  const areas: SimilarArea[] = [];
  const incomplete: string[] = [];
  for (const areaNumber of [...others].sort()) {
    if (scores.some(({ byArea }) => !byArea.has(areaNumber))) incomplete.push(areaNumber);
    else {
      const differences = scores.map(({ indicatorCode, byArea }) => ({
        indicatorCode,
        difference: byArea.get(areaNumber)! - byArea.get(asked)!,
      }));
      areas.push({
        areaNumber,
        distance: Math.hypot(...differences.map(({ difference }) => difference)),
        differences: differences
          .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
          .slice(0, differencesShown),
      });
    }
  }
  return { areas: areas.sort((a, b) => a.distance - b.distance), incomplete };
}

function zScores(byArea: ReadonlyMap<string, number>): Map<string, number> {
  const values = [...byArea.values()];
  if (values.length === 0) return new Map();
  const [centre, spread] = [mean(values), standardDeviation(values)];
  const varies = values.some((value) => value !== values[0]);
  return new Map([...byArea].map(([area, value]) => [area, varies ? (value - centre) / spread : 0]));
}
