import { useEffect, useMemo } from "react";
import { similarAreas } from "#domain/area-choice/similar-areas.ts";
import { classColours } from "#domain/classification/palette.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { indexIndicators, usualTrial } from "../../monitoring/index-trial.ts";
import { choiceIndicators, useToldFigures } from "../../monitoring/use-told-figures.ts";
import { selectedOf } from "../../state/selection.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { IndicatorSelect } from "../indicator/indicator-select.tsx";
import { Legend } from "../indicator/legend.tsx";
import { choiceFigures, figureColumn, inBoth } from "./choice-figures.ts";
import { SimilarList } from "./similar-list.tsx";
import { useChoiceText, useOnMap } from "./use-choice-text.ts";

/** Deviations per indicator at which a class of likeness ends. */
const bands = [0.5, 1, 1.5];

/** Areas most like one of them over the indicators picked, with how far apart they are and in what. */
export function SimilarView() {
  const { say, formats, language } = useLanguage();
  const { city, indicators } = useOpened();
  const { similar: words, missing } = useChoiceText();
  const store = usePageStore();
  const { figures, areas } = useShown();
  const level = usePage((state) => state.level);
  const picked = usePage((state) => state.alikeBy);
  const asked = usePage((state) => state.alikeArea);
  const selected = usePage((state) => selectedOf(state.look));
  const offered = choiceIndicators(indicators, level);
  const codes =
    picked ??
    usualTrial(indexIndicators(indicators, level)).components.map(({ indicatorCode }) => indicatorCode);
  const told = useToldFigures(codes);
  const area = areas.find(({ number }) => number === asked);

  // Whoever comes with an area selected asks about that one.
  useEffect(() => {
    if (asked === null && selected?.kind === "area" && selected.level === level)
      store.getState().monitor({ alikeArea: selected.number });
  }, [asked, selected, level, store]);

  const found = useMemo(
    () => (told && area && told.length > 0 ? similarAreas(area.number, told) : null),
    [told, area],
  );
  const computed = useMemo(() => {
    if (!found || !told || !area) return null;
    const breaks = bands.map((band) => band * Math.sqrt(told.length));
    const distances = new Map(found.areas.map(({ areaNumber, distance }) => [areaNumber, distance]));
    distances.set(area.number, 0);
    const numbers = areas.map(({ number }) => number);
    return choiceFigures(
      told,
      numbers.map((areaNumber) => {
        const value = distances.get(areaNumber) ?? null;
        return {
          ...{ areaNumber, value },
          shown: value === null ? ("UNKNOWN" as const) : breaks.filter((limit) => value >= limit).length,
        };
      }),
      {
        isDemo: city.isDemo,
        name: inBoth(({ similar }) => similar.title(area.name ?? area.number)),
        shortName: inBoth(({ similar }) => similar.short),
        decimals: 2,
        scale: { breaks, colours: classColours("blue", bands.length + 1).reverse() },
        labels: [0, 1, 2, 3].map((place) => inBoth(({ similar }) => similar.classes[place] ?? "")),
        method: inBoth(({ similar }) => similar.method),
        columns: told.map((one) =>
          figureColumn(one, numbers, {
            name: say(one.indicator.shortName ?? one.indicator.name),
            missing,
            tell: (value) => formats.value(value, one.indicator),
          }),
        ),
      },
    );
  }, [found, told, area, areas, city, say, formats, missing]);
  useOnMap(computed);
  const pick = (chosen: readonly string[]) => store.getState().monitor({ alikeBy: chosen });

  return (
    <>
      <label className="field">
        <span>{words.area}</span>
        <select
          value={area?.number ?? ""}
          onChange={(event) => store.getState().monitor({ alikeArea: event.target.value || null })}
        >
          <option value="">{words.chooseArea}</option>
          {areas
            .toSorted((a, b) => (a.name ?? a.number).localeCompare(b.name ?? b.number, language))
            .map((one) => (
              <option key={one.number} value={one.number}>
                {one.name ?? one.number}
              </option>
            ))}
        </select>
      </label>
      <ul className="plain-list conditions" aria-label={words.by}>
        {codes.map((code) => {
          const indicator = offered.find((one) => one.code === code);
          const name = indicator ? say(indicator.shortName ?? indicator.name) : code;
          return (
            <li key={code}>
              <span>{indicator ? name : words.notHere(name)}</span>
              <IconButton
                icon="close"
                className="small-button"
                label={words.remove(name)}
                onClick={() => pick(codes.filter((one) => one !== code))}
              />
            </li>
          );
        })}
      </ul>
      <IndicatorSelect
        label={words.add}
        offered={offered}
        taken={codes}
        onChoose={({ code }) => pick([...codes, code])}
      />
      {!area && <p>{words.none}</p>}
      {area && !told && <Skeleton lines={5} label={words.short} />}
      {area && told && told.length > 0 && !found && (
        <Notice>{words.incomplete(area.name ?? area.number)}</Notice>
      )}
      {found && told && (
        <>
          {figures.kind === "ready" && figures.computed && <Legend figures={figures} />}
          <p className="small">{words.method}.</p>
          <SimilarList found={found} told={told} />
        </>
      )}
    </>
  );
}
