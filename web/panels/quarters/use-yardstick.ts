import { residentsOfClasses } from "#domain/area-choice/fair-share.ts";
import type { IndexAnswer } from "#domain/priority-index/index-answer.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { useServerAnalysis } from "../../data/analysis.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type KeptDefinition, useDefinitions } from "../../monitoring/use-definitions.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/** What a spread stands beside: all residents, or those in the most burdened classes of a kept index. */
export interface YardstickOption {
  key: string;
  /** As one chooses it, and as a column is headed. */
  name: string;
  head: string;
  definition: KeptDefinition | null;
  /** Index of the least burdened class that counts. */
  from: number;
}

export interface Yardstick {
  residents: readonly { district: string; residents: number | null }[];
  /** Areas without a class, whose residents count nowhere; null where everybody counts. */
  unclassed: number | null;
}

/** Level whose classes count. */
const level = "subdistrict";

/** All residents first, then for each definition told for Stadtteile its most burdened class and its two most burdened ones. */
export function useYardstickOptions(): readonly YardstickOption[] {
  const { say, formats } = useLanguage();
  const words = useQuartersText();
  const kept = useDefinitions() ?? [];
  const all = { key: "", name: words.residents, head: words.residents, definition: null, from: 0 };
  return [
    all,
    ...kept
      .filter(({ definition }) => definition.levels.includes(level))
      .flatMap((one) => {
        const { labels } = one.definition.classification;
        const state = indexDefinition.lifecycle.states[one.state]?.name;
        const index = [indexDefinition.title(one.definition), state && say(state)].filter(Boolean).join(", ");
        return [labels.length - 1, labels.length - 2]
          .filter((from) => from > 0)
          .map((from) => {
            const head = words.inClasses(labels.length - from, formats.list(labels.slice(from).map(say)));
            return {
              key: `${one.id} ${from}`,
              name: words.byIndex(head, index),
              head,
              definition: one,
              from,
            };
          });
      }),
  ];
}

/** Residents by Stadtbezirk as the option counts them; undefined until they are here, with the error where they do not come. */
export function useYardstick({ definition, from }: YardstickOption): {
  yardstick: Yardstick | undefined;
  error: unknown;
} {
  const districts = useAreas("district").data;
  const areas = useAreas(level).data;
  const asked = definition ? { level, definitionId: definition.id } : null;
  const answer = useServerAnalysis<IndexAnswer["result"]>("index", asked, "");
  if (!districts) return { yardstick: undefined, error: null };
  if (!definition) {
    const residents = districts.map((one) => ({ district: one.number, residents: one.residents }));
    return { yardstick: { residents, unclassed: null }, error: null };
  }
  if (!areas || !answer.data || answer.isPlaceholderData)
    return { yardstick: undefined, error: answer.error };
  const classOf = new Map(
    answer.data.result.areas.map(({ areaNumber, classIndex }) => [areaNumber, classIndex]),
  );
  const residents = residentsOfClasses(
    districts.map(({ number }) => number),
    areas.map(({ number, parentNumber, residents: people }) => ({
      district: parentNumber,
      residents: people,
      classIndex: classOf.get(number) ?? null,
    })),
    from,
  );
  return {
    yardstick: { residents, unclassed: residents.reduce((sum, { unclassed }) => sum + unclassed, 0) },
    error: null,
  };
}
