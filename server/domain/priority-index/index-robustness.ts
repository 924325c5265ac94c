import { type Chance, seededChance } from "../chance/seeded-chance.ts";
import { componentColumn } from "./component-column.ts";
import { type IndexTransform, indexTransforms } from "./index-definition.ts";
import { countedAreas, type IndexInput } from "./index-input.ts";
import { type IndexRules, scoredAreas } from "./priority-index.ts";
import { type StackedColumns, stackedColumns, VariantRun } from "./variant-run.ts";

/** What a variant changes: weights alone, or with them a component left out, or the normalisation (METHODS §4.6). */
export const variantFamilies = ["WEIGHTS", "LEAVE_ONE_OUT", "NORMALISATION"] as const;
export type VariantFamily = (typeof variantFamilies)[number];

/** A class reached in fewer than this share of the variants is "unsicher" (METHODS §4.6). */
export const leastSameShare = 0.8;

/** Weights are drawn evenly between 75 % and 125 % of their own (METHODS §4.6). */
export const weightSpread = 0.25;

export const maxVariants = 1000;

export interface RobustnessOptions {
  /** 1 to `maxVariants`. */
  variants: number;
  /** The same seed draws the same weights everywhere. */
  seed: number;
}

export interface AreaRobustness {
  areaNumber: string;
  /** Lowest and highest class over all variants with a score. */
  classMin: number;
  classMax: number;
  /** Share of all variants with the class of the definition; a variant without a score does not have it. */
  sameShare: number;
  /** The same by what was changed; null for a family that has no variants, such as leaving out the only component. */
  sameShareByFamily: Record<VariantFamily, number | null>;
  isUncertain: boolean;
}

export interface IndexRobustness {
  variants: number;
  variantsByFamily: Record<VariantFamily, number>;
  seed: number;
  /** Areas with a score, in the order of the input. */
  areas: AreaRobustness[];
}

/**
 * How far classes depend on choices nobody can prove right. Families take turns, a third of the variants each: every
 * variant draws its weights; the second family leaves out one component after the other as well, the third normalises all
 * components in one other way after the other. The rule of 80 % of the weight holds for what a variant keeps.
 */
export function indexRobustness(
  rules: IndexRules,
  input: IndexInput,
  { variants, seed }: RobustnessOptions,
): IndexRobustness {
  const counted = countedAreas(rules, input);
  const stack = (transform?: IndexTransform): StackedColumns =>
    stackedColumns(
      rules.components.map(
        (component, k) =>
          componentColumn(
            counted.raw[k]!,
            { ...component, ...(transform && { transform }) },
            { ...rules, residents: counted.residents },
          ).values,
      ),
    );
  const own = stack();
  const others = indexTransforms
    .filter((transform) => rules.components.some((component) => component.transform !== transform))
    .map(stack);
  const count = rules.components.length;
  const families = variantFamilies.filter((family) => family !== "LEAVE_ONE_OUT" || count > 1);

  const base = Int8Array.from(
    scoredAreas(rules, input, counted).scored,
    ({ classIndex }) => classIndex ?? -1,
  );
  const run = new VariantRun({ base, cuts: rules.classification, families: variantFamilies.length });
  const chance = seededChance(seed);
  const weights = Float64Array.from(rules.components, ({ weight }) => weight);
  const drawn = new Float64Array(count);
  const turns: Record<VariantFamily, number> = { WEIGHTS: 0, LEAVE_ONE_OUT: 0, NORMALISATION: 0 };
  for (let variant = 0; variant < variants; variant++) {
    const family = families[variant % families.length]!;
    const turn = turns[family]++;
    drawWeights(weights, drawn, chance);
    if (family === "LEAVE_ONE_OUT") drawn[turn % count] = 0;
    const columns = family === "NORMALISATION" ? others[turn % others.length]! : own;
    run.count(columns, drawn, variantFamilies.indexOf(family));
  }
  const share = (same: number, of: number) => (of === 0 ? null : same / of);
  return {
    variants,
    variantsByFamily: turns,
    seed,
    areas: counted.positions.flatMap((position, index) => {
      if (base[index]! < 0) return [];
      const same = variantFamilies.map((_, family) => run.same[family * base.length + index]!);
      const sameShare = same.reduce((sum, one) => sum + one, 0) / variants;
      return [
        {
          areaNumber: input.areaNumbers[position]!,
          classMin: run.lowest[index]!,
          classMax: run.highest[index]!,
          sameShare,
          sameShareByFamily: {
            WEIGHTS: share(same[0]!, turns.WEIGHTS),
            LEAVE_ONE_OUT: share(same[1]!, turns.LEAVE_ONE_OUT),
            NORMALISATION: share(same[2]!, turns.NORMALISATION),
          },
          isUncertain: sameShare < leastSameShare,
        },
      ];
    }),
  };
}

function drawWeights(weights: Float64Array, drawn: Float64Array, chance: Chance): void {
  for (let k = 0; k < weights.length; k++) {
    drawn[k] = weights[k]! * (1 - weightSpread + 2 * weightSpread * chance());
  }
}
