import { useMemo } from "react";
import { classOf } from "#domain/classification/class-method.ts";
import { classColours } from "#domain/classification/palette.ts";
import type { Text } from "#domain/text/text.ts";
import { useAreas } from "../../data/queries.ts";
import { monitoring as german } from "../../i18n/de/monitoring.ts";
import { monitoring as english } from "../../i18n/en/monitoring.ts";
import type { ShownMix } from "../../monitoring/use-mix.ts";
import type { ComputedFigures } from "../../state/monitoring-slice.ts";
import { usePage } from "../../state/use-page.ts";

/** Half, four fifths, and their inverses around the city's own share. */
const breaks = [0.5, 0.8, 1.25, 2];
const inBoth = (of: (words: typeof german) => string): Text => ({ de: of(german), en: of(english) });

/** Location quotients as figures of map, legend and table; a group is neither good nor bad, so the ramp is sequential. */
export function useComputedMix(mix: ShownMix | null): ComputedFigures | null {
  const level = usePage((state) => state.level);
  const areas = useAreas(level).data;
  return useMemo(() => {
    if (!mix || !areas) return null;
    const { indicator, period, quotients } = mix;
    const told = areas.map(({ number }) => [number, quotients.get(number) ?? null] as const);
    return {
      indicator: {
        ...indicator,
        code: `location-quotient-${indicator.code}`.slice(0, 80),
        name: {
          de: german.mix.quotient(indicator.name.de),
          en: english.mix.quotient(indicator.name.en),
        },
        shortName: inBoth(({ mix: words }) => words.quotientShort),
        ...{ kind: "index", unit: "", decimals: 2, direction: "NEUTRAL", visibility: "INTERNAL" },
      },
      period,
      values: new Map(
        told.map(([number, value]) => [
          number,
          value === null ? { value, state: "UNKNOWN" } : { value, state: "VALUE" },
        ]),
      ),
      classes: new Map(
        told.map(([number, value]) => [number, value === null ? "UNKNOWN" : classOf(value, breaks)]),
      ),
      scale: { breaks, colours: classColours("blue", breaks.length + 1) },
      labels: german.mix.classes.map((_, place) => inBoth(({ mix: words }) => words.classes[place] ?? "")),
      method: inBoth(({ mix: words }) => words.method),
      columns: [],
    };
  }, [mix, areas]);
}
