import { useMemo } from "react";
import { screenAreas, screeningJoins } from "#domain/area-choice/screening.ts";
import { classColours } from "#domain/classification/palette.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useToldFigures } from "../../monitoring/use-told-figures.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { Legend } from "../indicator/legend.tsx";
import { AreaNames } from "./area-names.tsx";
import { choiceFigures, figureColumn, inBoth } from "./choice-figures.ts";
import { ScreeningForm } from "./screening-form.tsx";
import { useChoiceText, useOnMap } from "./use-choice-text.ts";

/** Areas that meet conditions: counts, which conditions held, and no score. */
export function ScreeningView() {
  const { say, formats } = useLanguage();
  const { city } = useOpened();
  const { screening: words, missing } = useChoiceText();
  const store = usePageStore();
  const { figures, areas } = useShown();
  const asked = usePage((state) => state.screening);
  const told = useToldFigures(asked.conditions.map(({ indicatorCode }) => indicatorCode));
  // What this person or level does not have cannot be checked, and is said so.
  const { conditions, unchecked } = useMemo(() => {
    const known = (code: string) => told?.some(({ indicatorCode }) => indicatorCode === code) ?? false;
    return {
      conditions: asked.conditions.filter(({ indicatorCode }) => known(indicatorCode)),
      unchecked: told ? asked.conditions.filter(({ indicatorCode }) => !known(indicatorCode)) : [],
    };
  }, [asked.conditions, told]);
  const numbers = useMemo(() => areas.map(({ number }) => number), [areas]);
  const screening = useMemo(
    () => (told && conditions.length > 0 ? screenAreas(numbers, conditions, told, asked.join) : null),
    [told, conditions, numbers, asked.join],
  );
  const held = (number: string) =>
    (screening?.answersOf.get(number) ?? []).filter((one) => one === true).length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: held follows from screening, the wording from formats
  const computed = useMemo(() => {
    if (!screening || !told) return null;
    const inside = new Set(screening.meeting);
    const open = new Set(screening.undecided);
    return choiceFigures(
      told,
      numbers.map((areaNumber) => ({
        areaNumber,
        value: held(areaNumber),
        shown: inside.has(areaNumber) ? 2 : open.has(areaNumber) ? 1 : 0,
      })),
      {
        isDemo: city.isDemo,
        name: inBoth(({ screening: one }) => one.title(conditions.length, asked.join)),
        shortName: inBoth(({ screening: one }) => one.short),
        decimals: 0,
        scale: { breaks: [], colours: classColours("blue", 3) },
        labels: [0, 1, 2].map((place) => inBoth(({ screening: one }) => one.classes[place] ?? "")),
        method: inBoth(({ screening: one }) => one.method),
        columns: conditions.map((condition, place) =>
          figureColumn(
            told.find(({ indicatorCode }) => indicatorCode === condition.indicatorCode)!,
            numbers,
            {
              name: conditionText(condition),
              missing,
              tell: (value, number) =>
                words.figure(
                  formats.number(value, 1),
                  screening.answersOf.get(number)?.[place] ? words.holds : words.fails,
                ),
            },
          ),
        ),
      },
    );
  }, [screening, told, conditions, numbers, city, formats, asked.join]);
  useOnMap(computed);

  function conditionText({ indicatorCode, bound, value }: (typeof asked.conditions)[number]): string {
    const indicator = told?.find((one) => one.indicatorCode === indicatorCode)?.indicator;
    const name = indicator ? say(indicator.shortName ?? indicator.name) : indicatorCode;
    const figure = indicator ? formats.value(value, indicator) : formats.number(value, 1);
    return bound === "AT_LEAST" ? words.atLeast(name, figure) : words.atMost(name, figure);
  }

  return (
    <>
      <ScreeningForm told={told ?? []} />
      {asked.conditions.length > 1 && (
        <fieldset className="choice">
          <legend>{words.join}</legend>
          {screeningJoins.map((join) => (
            <label key={join} className="check">
              <input
                type="radio"
                name="screening-join"
                checked={asked.join === join}
                onChange={() => store.getState().monitor({ screening: { ...asked, join } })}
              />
              <span>{words.joins[join]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {unchecked.map((condition) => (
        <Notice key={condition.indicatorCode}>{words.unchecked(conditionText(condition))}</Notice>
      ))}
      {asked.conditions.length === 0 && <p>{words.none}</p>}
      {asked.conditions.length > 0 && !told && <Skeleton lines={5} label={words.short} />}
      {screening && (
        <>
          <ul className="small condition-counts">
            {screening.conditions.map((condition) => (
              <li key={`${condition.indicatorCode} ${condition.bound} ${condition.value}`}>
                {words.counts(conditionText(condition), condition.met, condition.notMet, condition.unknown)}
              </li>
            ))}
          </ul>
          {figures.kind === "ready" && figures.computed && <Legend figures={figures} />}
          <AreaNames
            heading={words.meeting}
            numbers={screening.meeting}
            {...(asked.join === "ANY" && {
              tell: (number: string) => words.heldOf(held(number), conditions.length),
            })}
          />
          {screening.meeting.length === 0 && <p>{words.nobody}</p>}
          {screening.undecided.length > 0 && (
            <AreaNames heading={words.undecided} numbers={screening.undecided} />
          )}
          <p className="small">{words.table}</p>
        </>
      )}
    </>
  );
}
