import { type DuplicatePair, duplicateReasons } from "#domain/analysis/answers.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type PlanningTerms, useAnswer } from "../../planning/use-planning.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useJump } from "../map/map-handle.ts";
import { IngredientDetails } from "./ingredient-details.tsx";
import { Unanswerable } from "./unanswerable.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";
import { Warnings } from "./warnings.tsx";

/** Pairs that may be a double structure, each with every reason for and against; never a verdict. */
export function DuplicateSection({ terms }: { terms: PlanningTerms }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const way = useWayText(terms);
  const duplicates = useAnswer(terms, way.limit ? { name: "duplicates", question: terms.question } : null);
  const answer = duplicates.data;
  return (
    <section
      className="layer-group planning-duplicates"
      aria-labelledby="planning-duplicates"
      aria-busy={duplicates.isFetching}
    >
      <h3 id="planning-duplicates">{words.duplicates.heading}</h3>
      <p className="small">{words.duplicates.explanation}</p>
      <Unanswerable terms={terms} />
      {duplicates.isError && <Notice kind="problem">{words.failed}</Notice>}
      {!answer && duplicates.isFetching && <Skeleton lines={6} label={words.loading} />}
      {answer && (
        <>
          {answer.result.pairs.length === 0 && <p>{words.duplicates.none}</p>}
          <ul className="pair-list">
            {answer.result.pairs.map((pair) => (
              <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} terms={terms} />
            ))}
          </ul>
          {answer.result.unknown > 0 && (
            <p className="small">{words.duplicates.unknown(formats.number(answer.result.unknown))}</p>
          )}
          <Warnings warnings={answer.warnings} />
          <IngredientDetails answer={answer} terms={terms} />
        </>
      )}
    </section>
  );
}

function Pair({ pair, terms }: { pair: DuplicatePair; terms: PlanningTerms }) {
  const { text, say, formats } = useLanguage();
  const words = usePlanningText();
  const jump = useJump();
  const share = (value: number | null) => (value === null ? text.record.unknown : formats.share(value));
  const said = (holds: boolean | null) =>
    holds === null ? words.gaps.holds.unknown : holds ? words.gaps.holds.yes : words.gaps.holds.no;
  const show = () => {
    const ends = [pair.first, pair.second].flatMap(
      ({ id }) => terms.base.supply.find((point) => point.id === id) ?? [],
    );
    const longitudes = ends.map(({ longitude }) => longitude);
    const latitudes = ends.map(({ latitude }) => latitude);
    if (ends.length === 0) return;
    jump({
      bounds: [
        Math.min(...longitudes),
        Math.min(...latitudes),
        Math.max(...longitudes),
        Math.max(...latitudes),
      ],
    });
  };
  return (
    <li>
      <p className="badge">{words.duplicates.notice}</p>
      <h4>{words.duplicates.pair(pair.first.name, pair.second.name)}</h4>
      <p className="small">
        {words.duplicates.overlap(formats.share(pair.overlap))} ·{" "}
        {words.duplicates.utilisation(share(pair.firstUtilisation), share(pair.secondUtilisation))}
      </p>
      <details>
        <summary>{words.duplicates.reasons}</summary>
        <ul className="conditions-list">
          {pair.reasons.map(({ code, holds }) => (
            <li key={code}>
              {say(duplicateReasons[code])}: {said(holds)}
            </li>
          ))}
        </ul>
      </details>
      <button type="button" className="link-button" onClick={show}>
        {words.duplicates.show}
      </button>
    </li>
  );
}
