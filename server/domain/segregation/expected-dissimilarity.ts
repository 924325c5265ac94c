import { mean, quantile } from "simple-statistics";
import { seededChance } from "../chance/seeded-chance.ts";
import { cityShare, type GroupCounts } from "./group-counts.ts";
import { hypergeometric, logFactorials } from "./hypergeometric.ts";
import { dissimilarity } from "./segregation-indices.ts";

export interface ExpectedDissimilarity {
  /** Mean of D when the members of the group live anywhere by chance. */
  expected: number;
  /** 2.5 and 97.5 % of the simulated values: inside, chance alone explains what is seen. */
  low: number;
  high: number;
  runs: number;
  seed: number;
}

/**
 * D under random allocation (METHODS §5): the X members of the group are drawn without replacement from the T residents,
 * so that each area keeps its residents and x_i follow the multivariate hypergeometric distribution, drawn area after area.
 * Small groups have a high D by chance; what matters is D less `expected`. Whole people only. Null as for the indices.
 */
export function expectedDissimilarity(
  counts: GroupCounts,
  { runs, seed }: { runs: number; seed: number },
): ExpectedDissimilarity | null {
  const city = cityShare(counts);
  if (!city) return null;
  const log = logFactorials(city.T);
  const chance = seededChance(seed);
  const drawn = new Array<number>(counts.total.length).fill(0);
  const rest = new Array<number>(counts.total.length).fill(0);
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    let [all, members] = [city.T, city.X];
    for (let i = 0; i < counts.total.length; i++) {
      const draws = counts.total[i]!;
      drawn[i] = hypergeometric({ all, members, draws }, { log, chance });
      rest[i] = draws - drawn[i]!;
      all -= draws;
      members -= drawn[i]!;
    }
    found.push(dissimilarity(drawn, rest)!);
  }
  return { expected: mean(found), low: quantile(found, 0.025), high: quantile(found, 0.975), runs, seed };
}
