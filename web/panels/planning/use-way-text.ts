import { profiles } from "#domain/network/profile.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { limitOfTerms, type WayLimit } from "../../planning/way-limit.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** How ways are said: lengths, the limit in a sentence, and the line every result carries. */
export function useWayText(terms: PlanningTerms | null) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const limit = terms && limitOfTerms(terms);
  const measure = limit?.measure ?? "metres";
  const hasNetwork = terms !== null && terms.base.network !== null;
  const amount = (value: number, of = measure) =>
    words.way.amount[of](formats.number(value, of === "minutes" && value % 1 !== 0 ? 1 : 0));
  const walk = ({ amount: value, measure: of }: WayLimit) => {
    const figure = formats.number(value, of === "minutes" && value % 1 !== 0 ? 1 : 0);
    return hasNetwork
      ? words.way.walk[of](figure)
      : `${words.way.amount[of](figure)} (${words.noNetworkTitle})`;
  };
  const code = terms?.question.profile ?? terms?.standard.profile ?? "ADULT";
  const speed =
    terms?.parameterSet.profiles.find(({ profile }) => profile === code)?.speedMmPerSecond ?? null;
  return {
    measure,
    /** "310 m", in the measure of the question. */
    amount,
    /** A way that may not exist: nobody, or too few, reach any place. */
    way: (value: number | null) => (value === null ? words.table.none : amount(value)),
    /** "500 m Fußweg". */
    limit: limit ? walk(limit) : "",
    /** "Weg zu Fuß auf dem Wegenetz, Kind 1,0 m/s". */
    method: words.site.method(
      hasNetwork ? words.site.network : words.site.airLine,
      words.site.speed(say(profiles[code]), speed === null ? null : formats.number(speed / 1000, 1)),
    ),
  };
}
