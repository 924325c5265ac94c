import { useMemo } from "react";
import { type BurdenKind, burdenKinds } from "#domain/area-choice/burden-kinds.ts";
import { stackedBurdens } from "#domain/area-choice/stacked-burdens.ts";
import { classColours } from "#domain/classification/palette.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { areaChoice as german } from "../../i18n/de/area-choice.ts";
import { areaChoice as english } from "../../i18n/en/area-choice.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { choiceIndicators, useToldFigures } from "../../monitoring/use-told-figures.ts";
import { usePage } from "../../state/use-page.ts";
import { Skeleton } from "../../ui/progress.tsx";
import { Legend } from "../indicator/legend.tsx";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { AreaNames } from "./area-names.tsx";
import { choiceFigures, figureColumn, inBoth } from "./choice-figures.ts";
import { useChoiceText, useOnMap } from "./use-choice-text.ts";

const kinds = Object.keys(burdenKinds) as BurdenKind[];
/** From here on burdens are listed as coming together. */
const several = 2;

/** How many of noise, green, play, transit and doctors are among the worst fifth of an area, each named. */
export function BurdensView() {
  const { say, formats } = useLanguage();
  const { city, indicators } = useOpened();
  const { burdens: words, missing } = useChoiceText();
  const { figures, areas } = useShown();
  const level = usePage((state) => state.level);
  const chosen = useMemo(() => {
    const offered = choiceIndicators(indicators, level).filter(({ direction }) => direction !== "NEUTRAL");
    return kinds.map((kind) => {
      const code = burdenKinds[kind].codes.find((one) => offered.some((other) => other.code === one));
      return { kind, code: code ?? null };
    });
  }, [indicators, level]);
  const told = useToldFigures(chosen.flatMap(({ code }) => code ?? []));
  const stacked = useMemo(() => {
    const numbers = areas.map(({ number }) => number);
    return told ? new Map(stackedBurdens(numbers, told).map((one) => [one.areaNumber, one])) : null;
  }, [told, areas]);
  const kindOf = (code: string) => {
    const kind = chosen.find((one) => one.code === code)?.kind;
    return kind ? say(burdenKinds[kind].name) : code;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow from the language, which formats stands for
  const computed = useMemo(() => {
    if (!stacked || !told || told.length === 0) return null;
    const numbers = areas.map(({ number }) => number);
    const checked = chosen.filter(({ code }) => code !== null).map(({ kind }) => burdenKinds[kind]);
    return choiceFigures(
      told,
      numbers.map((areaNumber) => {
        const one = stacked.get(areaNumber);
        const count = one?.burdens.length ?? 0;
        const isUnknown = one?.unknown.length === told.length;
        return {
          areaNumber,
          value: isUnknown ? null : count,
          shown: isUnknown ? ("UNKNOWN" as const) : Math.min(count, words.classes.length - 1),
        };
      }),
      {
        isDemo: city.isDemo,
        name: {
          de: german.burdens.title(checked.map(({ name }) => name.de).join(", ")),
          en: english.burdens.title(checked.map(({ name }) => name.en).join(", ")),
        },
        shortName: inBoth(({ burdens }) => burdens.short),
        decimals: 0,
        scale: { breaks: [], colours: classColours("blue", words.classes.length) },
        labels: words.classes.map((_, place) => inBoth(({ burdens }) => burdens.classes[place] ?? "")),
        method: inBoth(({ burdens }) => burdens.method),
        columns: [
          {
            ...{ id: "burdens", name: words.which, isNumber: false, width: 220 },
            cells: new Map(
              numbers.map((number) => [
                number,
                { text: tell(number), sort: stacked.get(number)?.burdens.length ?? 0 },
              ]),
            ),
          },
          ...told.map((one) =>
            figureColumn(one, numbers, {
              name: say(one.indicator.shortName ?? one.indicator.name),
              missing,
              tell: (value, number) =>
                stacked.get(number)?.burdens.includes(one.indicatorCode)
                  ? words.worst(formats.value(value, one.indicator))
                  : formats.value(value, one.indicator),
            }),
          ),
        ],
      },
    );
  }, [stacked, told, chosen, areas, city, formats]);
  useOnMap(computed);

  function tell(number: string): string {
    const one = stacked?.get(number);
    if (!one) return "";
    const unknown = one.unknown.map((code) => words.noFigure(kindOf(code)));
    return [...one.burdens.map(kindOf), ...unknown].join(", ");
  }

  if (!told || !stacked) return <Skeleton lines={6} label={words.short} />;
  const many = [...stacked.values()].filter(({ burdens }) => burdens.length >= several);
  const partly = [...stacked.values()].filter(({ unknown }) => unknown.length > 0).length;
  return (
    <>
      <p className="small">{words.about}</p>
      <ul className="small plain-list">
        {chosen.map(({ kind, code }) => {
          const one = told.find(({ indicatorCode }) => indicatorCode === code);
          const name = say(burdenKinds[kind].name);
          return (
            <li key={kind}>
              {one?.period
                ? words.by(name, say(one.indicator.name), shortPeriod(one.period))
                : words.unchecked(name)}
            </li>
          );
        })}
      </ul>
      {figures.kind === "ready" && figures.computed && <Legend figures={figures} />}
      {partly > 0 && <p className="small">{words.partly(partly)}</p>}
      <AreaNames heading={words.several} numbers={many.map(({ areaNumber }) => areaNumber)} tell={tell} />
      <p className="small">{words.noTotal}</p>
    </>
  );
}
