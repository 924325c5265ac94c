import type { SimilarAreas } from "#domain/area-choice/similar-areas.ts";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { ToldFigures } from "../../monitoring/use-told-figures.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useJump } from "../map/map-handle.ts";
import { useChoiceText } from "./use-choice-text.ts";

const shown = 5;
/** From a deviation in every indicator on, two areas are not alike, however near they are to each other. */
const unlike = 1;

/** The nearest areas with how far they are and in what; where even the nearest is not alike, that is said. */
export function SimilarList({ found, told }: { found: SimilarAreas; told: readonly ToldFigures[] }) {
  const { say, formats } = useLanguage();
  const { similar: words } = useChoiceText();
  const { areas } = useShown();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const jump = useJump();
  const nearest = found.areas[0];
  const nameOf = (number: string) => areas.find((one) => one.number === number)?.name ?? number;
  const indicatorName = (code: string) => {
    const indicator = told.find(({ indicatorCode }) => indicatorCode === code)?.indicator;
    return indicator ? say(indicator.shortName ?? indicator.name) : code;
  };
  return (
    <section aria-labelledby="similar-nearest">
      <h4 id="similar-nearest">{words.nearest}</h4>
      {nearest && nearest.distance / Math.sqrt(told.length) >= unlike && (
        <Notice>{words.nobodyAlike(nameOf(nearest.areaNumber))}</Notice>
      )}
      {found.areas.length === 0 && <p>{words.nobody}</p>}
      <ol className="similar-areas">
        {found.areas.slice(0, shown).map(({ areaNumber, distance, differences }) => (
          <li key={areaNumber}>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                const area = areas.find((one) => one.number === areaNumber);
                store.getState().select({ kind: "area", level, number: areaNumber });
                if (area?.bounds) jump({ bounds: area.bounds });
              }}
            >
              {nameOf(areaNumber)}
            </button>{" "}
            <span className="small">{words.distance(formats.number(distance, 2))}</span>
            <ul className="small plain-list">
              {differences.map(({ indicatorCode, difference }) => (
                <li key={indicatorCode}>
                  {words.difference(indicatorName(indicatorCode), formats.change(difference, 1))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="small">{words.explain}</p>
      {found.incomplete.length > 0 && <p className="small">{words.left(found.incomplete.length)}</p>}
    </section>
  );
}
