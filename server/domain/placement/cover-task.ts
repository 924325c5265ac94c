import { fewestSites, repairedSites } from "./fewest-sites.ts";
import { firstChoice, mostSavings } from "./most-savings.ts";
import type { PlacementTask } from "./placement-task.ts";
import { afterOpening, bestOf, type Savings, totalSaving, without } from "./savings.ts";

/** Who is covered, as both covering objectives see it. */
export interface CoverCity {
  /** What each candidate newly covers: people as they count, with the equity weight where there is one. */
  savings: Savings;
  /** Thousandths of people of each cell as they are. */
  weights: Uint32Array;
  /** Covered already, as people count. */
  covered: number;
}

/** COVER_MOST: most people with a place within the limit, with at most `count` new sites. */
export function coverMostTask(city: CoverCity, count: number): PlacementTask {
  const { savings, covered } = city;
  return {
    ...coverEffects(city),
    isLowerBetter: false,
    present: covered,
    async solve(run, tell) {
      const found = await mostSavings(savings, count, run, (stage, value, bound) =>
        tell(stage, covered + value, bound === null ? null : covered + bound),
      );
      return { ...found, value: covered + found.value, bound: covered + found.bound };
    },
    quick: async () => firstChoice(savings, count),
    value: (chosen) => covered + totalSaving(savings, chosen),
    inAnswer: (value) => value / 1000,
    opened: (candidate) =>
      coverMostTask(
        {
          ...city,
          savings: afterOpening(savings, [candidate]),
          covered: covered + totalSaving(savings, [candidate]),
        },
        count - 1,
      ),
    without: (isBanned) => coverMostTask({ ...city, savings: without(savings, isBanned) }, count),
  };
}

/** FEWEST_SITES: as few new sites as bring the covered people to `wanted`, of which `open` are settled already. */
export function fewestSitesTask(city: CoverCity, wanted: number, open = 0): PlacementTask {
  const { savings, covered } = city;
  const missing = Math.max(0, wanted - covered);
  return {
    ...coverEffects(city),
    isLowerBetter: true,
    present: 0,
    async solve(run, tell) {
      const found = await fewestSites(savings, missing, run, (stage, value, bound) =>
        tell(stage, open + value, bound === null ? null : open + bound),
      );
      return { ...found, value: open + found.value, bound: open + found.bound };
    },
    quick: async (_, kept) => repairedSites(savings, missing, kept),
    value: (chosen) => open + chosen.length,
    inAnswer: (value) => value,
    opened: (candidate) =>
      fewestSitesTask(
        {
          ...city,
          savings: afterOpening(savings, [candidate]),
          covered: covered + totalSaving(savings, [candidate]),
        },
        wanted,
        open + 1,
      ),
    without: (isBanned) => fewestSitesTask({ ...city, savings: without(savings, isBanned) }, wanted, open),
  };
}

function coverEffects({ savings, weights }: CoverCity): Pick<PlacementTask, "people" | "difference"> {
  return {
    people(chosen) {
      const times = new Uint8Array(savings.cellCount);
      const cellsOf = (j: number) => savings.cells.subarray(savings.start[j], savings.start[j + 1]);
      for (const j of chosen) for (const i of cellsOf(j)) times[i]!++;
      return chosen.map((j) => cellsOf(j).reduce((sum, i) => sum + (times[i] === 1 ? weights[i]! : 0), 0));
    },
    difference(before, after) {
      const then = bestOf(savings, before);
      return bestOf(savings, after).map((saving, i) =>
        saving > 0 === then[i]! > 0 ? 0 : saving > 0 ? weights[i]! : -weights[i]!,
      );
    },
  };
}
