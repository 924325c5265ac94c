import type { SiteCheck, SiteEvaluation } from "../analysis/answers.ts";
import type { LandPlot } from "../analysis/planning-base.ts";
import type { SketchedSite } from "../scenario/scenario.ts";
import type { SuitabilityCandidate } from "./suitability.ts";

/** A sketch with everything known about it. */
export interface ExaminedSite {
  site: SketchedSite;
  evaluation: SiteEvaluation;
  check: SiteCheck;
}

/**
 * What a sketched site is weighed by. Values are rounded as they are shown, so that sites that read alike count
 * alike. The way is the median afterwards in the area that gains most, in metres or minutes; where no area gains, or
 * fewer than half of its people reach any place, there is none to compare.
 */
export function suitabilityValues(
  { site, evaluation, check }: ExaminedSite,
  land: readonly LandPlot[],
): SuitabilityCandidate {
  const way = evaluation.areas[0]?.after.medianWay ?? null;
  const { overlap, newlyServed } = evaluation;
  const isSecured = securedOf(
    land.find(({ id }) => id === site.record?.id),
    check,
  );
  // A standard that wants no outdoor area is always met.
  const isEnough = check.outdoor === null ? true : check.outdoor.isEnough;
  return {
    id: site.id,
    isExcluded: check.constraints.some(({ rating }) => rating === "EXCLUDING"),
    values: {
      NEWLY_SERVED: Math.round(newlyServed),
      OVERLAP: overlap === null ? null : Math.round(overlap * 100),
      MEDIAN_WAY: way === null ? null : Math.round(way * 10) / 10,
      OUTDOOR: asNumber(isEnough),
      LAND: asNumber(isSecured),
      CONSTRAINTS: worstConstraint(check.constraints.map(({ rating }) => rating)),
    },
  };
}

const asNumber = (answer: boolean | null) => (answer === null ? null : Number(answer));

/**
 * Whether land is the city's or secured otherwise. A planned site says so when it is; of other land only an owner
 * somebody rated as standing in the way is a "no", because its record may just not tell.
 */
function securedOf(plot: LandPlot | undefined, check: SiteCheck): boolean | null {
  if (plot?.isCityOwned || plot?.isSecured) return true;
  if (plot?.type === "planned-sites") return false;
  const owner = check.constraints.find(({ kind }) => kind === "OWNERSHIP");
  return owner && owner.rating !== "NOT_CHECKED" && owner.rating !== "NONE" ? false : null;
}

/**
 * 0 for none, 1 for minor, 2 for major [design]. A major constraint stays one whatever is found besides; anything
 * better is known only when every kind was looked at, because "nicht geprüft" is never harmless.
 */
function worstConstraint(ratings: readonly string[]): number | null {
  if (ratings.includes("MAJOR")) return 2;
  if (ratings.includes("NOT_CHECKED")) return null;
  return ratings.includes("MINOR") ? 1 : 0;
}
