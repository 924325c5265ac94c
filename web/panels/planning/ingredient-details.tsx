import type { AnalysisAnswer } from "#domain/analysis/answers.ts";
import { profiles } from "#domain/network/profile.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { Fact } from "../selection/facts.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** "So gerechnet": where every part of a figure comes from. */
export function IngredientDetails({
  answer: { ingredients, scenario },
  terms,
}: {
  answer: Pick<AnalysisAnswer<unknown>, "ingredients" | "scenario">;
  terms: PlanningTerms;
}) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const way = useWayText(terms);
  const { ages, capacityDates, grid, network, parameterSet } = ingredients;
  const asOf = ({ source, referenceDate }: { source: string; referenceDate: string }) =>
    words.ingredients.asOf(source, formats.date(referenceDate));
  return (
    <details className="ingredients">
      <summary>{words.ingredients.heading}</summary>
      <dl className="facts">
        <Fact name={words.ingredients.scenario} value={scenario.name} />
        <Fact
          name={words.ingredients.way}
          value={ingredients.method === "network" ? words.site.network : words.site.airLine}
        />
        <Fact
          name={words.ingredients.limit}
          value={`${way.amount(ingredients.limit, ingredients.measure)}${
            ingredients.differsFromStandard ? `. ${words.way.differs}` : ""
          }`}
        />
        <Fact name={words.ingredients.profile} value={say(profiles[ingredients.profile])} />
        <Fact
          name={words.ingredients.layers}
          value={formats.list(ingredients.layers.map((layer) => say(supplyLayers[layer])))}
        />
        <Fact name={words.ingredients.points} value={formats.number(ingredients.supplyPoints)} />
        <Fact
          name={words.ingredients.ages}
          value={`${words.need.ages(ages.from, ages.to)}${
            ingredients.agesEstimated ? `. ${words.need.agesEstimated}` : ""
          }`}
        />
        <Fact
          name={words.ingredients.parameters}
          value={`${parameterSet.name}, ${words.standard.validFrom} ${formats.date(parameterSet.validFrom)}`}
        />
        <Fact name={words.ingredients.grid} value={asOf(grid)} />
        <Fact
          name={words.ingredients.network}
          value={network ? asOf(network) : words.ingredients.noNetwork}
        />
        {capacityDates && (
          <Fact
            name={words.ingredients.capacity}
            value={words.ingredients.between(
              formats.date(capacityDates.earliest),
              formats.date(capacityDates.latest),
            )}
          />
        )}
      </dl>
    </details>
  );
}
