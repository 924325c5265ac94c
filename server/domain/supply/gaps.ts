import type { GapArea } from "../analysis/answers.ts";
import type { PlanningRules, Standard } from "../parameter-set/standard.ts";

/** An area before the gap rule: accessibility in capacity per person (E2SFCA), null where nobody lives. */
export interface AreaSupply {
  areaNumber: string;
  people: number;
  unserved: number;
  /** With the layers asked for, with what is decided on top, and with what is planned on top of both. */
  accessibility: number | null;
  withDecided: number | null;
  withPlanned: number | null;
  /** True where people of the area reach a place of unknown capacity: there may be more than is known. */
  isUnderstated: boolean;
  isDecidedUnderstated: boolean;
}

/** From this many missing units on a gap is a large one [design]. */
const largeGapUnits = 3;

/** Compared and told in millionths, so that the last digits of a division decide nothing. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * Gap rule (METHODS §3): a "Prüfanlass Unterversorgung" needs all of accessibility below a share of the target, a
 * deficit of at least one sensible unit, and that what is decided does not close it. What is not known can only
 * add to a supply, so a condition that fails is certain and one that holds with unknown capacities about is null.
 *
 * Grade [design]: 1, plus one where at least three units are missing, plus one where not even what is planned
 * closes the gap, so that it will last.
 */
export function gapOf(
  area: AreaSupply,
  standard: Pick<Standard, "capacityPerPerson" | "sensibleUnit">,
  rules: Pick<PlanningRules, "gapShareOfTarget">,
): GapArea {
  const { areaNumber, people, unserved, accessibility } = area;
  const target = standard.capacityPerPerson;
  const told = { areaNumber, people, unserved, accessibility, target };
  if (target === null || accessibility === null) {
    const conditions = { belowTarget: null, deficitIsUnit: null, notClosedByDecided: null };
    return { ...told, deficit: null, conditions, grade: null };
  }
  const unit = standard.sensibleUnit;
  const isBelow = (reached: number) => rounded(reached) < rounded(rules.gapShareOfTarget * target);
  const deficitAt = (reached: number) => Math.max(0, rounded((target - reached) * people));
  const lacksUnit = (reached: number) => unit !== null && deficitAt(reached) >= unit;
  const remainsAt = (reached: number | null) => reached !== null && isBelow(reached) && lacksUnit(reached);

  const orUnknown = (holds: boolean, isUnderstated: boolean) => (holds && isUnderstated ? null : holds);
  const conditions: GapArea["conditions"] = {
    belowTarget: orUnknown(isBelow(accessibility), area.isUnderstated),
    deficitIsUnit: unit === null ? null : orUnknown(lacksUnit(accessibility), area.isUnderstated),
    notClosedByDecided:
      unit === null
        ? null
        : orUnknown(remainsAt(area.withDecided), area.isUnderstated || area.isDecidedUnderstated),
  };
  const isGap = Object.values(conditions).every((holds) => holds === true);
  const isLarge = unit !== null && deficitAt(accessibility) >= largeGapUnits * unit;
  const grade = (1 + Number(isLarge) + Number(remainsAt(area.withPlanned))) as 1 | 2 | 3;
  return { ...told, deficit: deficitAt(accessibility), conditions, grade: isGap ? grade : null };
}
