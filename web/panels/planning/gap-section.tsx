import { useEffect } from "react";
import type { GapArea, GapResult } from "#domain/analysis/answers.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { countsByClass, gapScale } from "../../planning/gap-scale.ts";
import { type PlanningTerms, useAnswer } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { ClassSwatch } from "../../symbols/state-pattern.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { LevelSwitch } from "../indicator/level-switch.tsx";
import { IngredientDetails } from "./ingredient-details.tsx";
import { Unanswerable } from "./unanswerable.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";
import { Warnings } from "./warnings.tsx";

/** "Lücken": how many people have nothing within the way, where, and which areas are below the standard. */
export function GapSection({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const way = useWayText(terms);
  const gaps = useAnswer(terms, way.limit ? { name: "gaps", question: terms.question } : null);
  const answer = gaps.data;
  const isSettled = gaps.isSuccess && !gaps.isPlaceholderData;
  const unserved = answer?.result.unserved;
  const people = answer?.result.people;

  useEffect(() => {
    if (!isSettled || unserved === undefined || people === undefined) return;
    store.getState().announce(words.announce(formats.number(unserved), formats.number(people)));
  }, [isSettled, unserved, people, store, words, formats]);

  return (
    <section
      className="layer-group planning-gaps"
      aria-labelledby="planning-gaps"
      aria-busy={gaps.isFetching}
    >
      <h3 id="planning-gaps">{words.gaps.heading}</h3>
      <Unanswerable terms={terms} />
      {gaps.isError && <Notice kind="problem">{words.failed}</Notice>}
      {!answer && gaps.isFetching && <Skeleton lines={6} label={words.loading} />}
      {answer && (
        <>
          <p className="planning-headline">
            {words.gaps.headline(
              words.gaps.people(formats.number(answer.result.unserved), say(terms.standard.targetGroup)),
              say(terms.standard.name),
              way.limit,
            )}
          </p>
          <p className="small">
            {words.gaps.of(
              formats.number(answer.result.people),
              formats.number(answer.result.cells.sizeM),
              formats.date(answer.ingredients.grid.referenceDate),
            )}
          </p>
          {answer.result.unserved === 0 ? <p>{words.gaps.none}</p> : <GapLegend result={answer.result} />}
          <Warnings warnings={answer.warnings} />
          <LevelSwitch />
          <GapAreas terms={terms} result={answer.result} />
          <IngredientDetails answer={answer} terms={terms} />
        </>
      )}
    </section>
  );
}

function GapLegend({ result }: { result: GapResult }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const { people, hiddenCells } = result.cells;
  const scale = gapScale(people);
  const counts = countsByClass(people, scale);
  const label = (place: number) => {
    const from = scale.breaks[place - 1];
    const to = scale.breaks[place];
    if (from === undefined) return words.gaps.below(formats.number(to ?? 0));
    if (to === undefined) return words.gaps.above(formats.number(from));
    if (from === to - 1) return formats.number(from);
    return words.gaps.between(formats.number(from), formats.number(to - 1));
  };
  return (
    <>
      <table className="planning-legend" aria-label={words.gaps.legend}>
        <thead>
          <tr className="for-ears">
            <th scope="col">{words.gaps.legend}</th>
            <th scope="col">{words.gaps.cells}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, place) => (
            <tr key={scale.colours[place]}>
              <th scope="row">
                <ClassSwatch colour={scale.colours[place] ?? ""} />
                {label(place)}
              </th>
              <td className="number">{formats.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hiddenCells > 0 && <p className="small">{words.gaps.hidden(formats.number(hiddenCells))}</p>}
    </>
  );
}

/** How many areas the list shows before it points to the table. */
const mostAreas = 6;

/** Areas below the standard, the worst first, with the three conditions of the rule. */
function GapAreas({ terms, result }: { terms: PlanningTerms; result: GapResult }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const areas = useAreas(level).data ?? [];
  const nameOf = new Map(areas.map((area) => [area.number, area.name ?? area.number]));
  const below = result.areas
    .filter((area) => area.grade !== null)
    .sort((a, b) => (b.grade ?? 0) - (a.grade ?? 0) || (b.deficit ?? 0) - (a.deficit ?? 0));
  const hasTarget = terms.standard.capacityPerPerson !== null;

  return (
    <details className="gap-areas">
      <summary>
        {words.gaps.areas} ({formats.number(below.length)})
      </summary>
      {!hasTarget && <p className="small">{words.gaps.noTarget}</p>}
      {hasTarget && below.length === 0 && <p className="small">{words.gaps.noAreas}</p>}
      <ul className="plain-list">
        {below.slice(0, mostAreas).map((area) => (
          <li key={area.areaNumber}>
            <button
              type="button"
              className="link-button quiet gap-area-name"
              onClick={() => {
                store.getState().plan({ planningResult: "none" });
                store.getState().select({ kind: "area", level, number: area.areaNumber });
              }}
            >
              {nameOf.get(area.areaNumber) ?? area.areaNumber}
            </button>
            <small>
              {[
                words.gaps.grade(area.grade ?? 1),
                words.gaps.unserved(formats.number(area.unserved)),
                ...(area.deficit === null
                  ? []
                  : [
                      words.gaps.deficit(
                        formats.number(area.deficit),
                        say(capacityUnits[terms.standard.unit]),
                      ),
                    ]),
              ].join(" · ")}
            </small>
            <Conditions area={area} />
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => store.getState().openTable("areas")}>
        {words.gaps.all}
      </button>
    </details>
  );
}

function Conditions({ area }: { area: GapArea }) {
  const words = usePlanningText();
  const said = (holds: boolean | null) =>
    holds === null ? words.gaps.holds.unknown : holds ? words.gaps.holds.yes : words.gaps.holds.no;
  return (
    <details className="conditions">
      <summary>{words.duplicates.reasons}</summary>
      <ul>
        {(Object.keys(words.gaps.conditions) as (keyof GapArea["conditions"])[]).map((condition) => (
          <li key={condition}>
            {words.gaps.conditions[condition]}: {said(area.conditions[condition])}
          </li>
        ))}
      </ul>
    </details>
  );
}
