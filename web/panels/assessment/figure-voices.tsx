import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useAssessmentText } from "./use-assessment-text.ts";
import { shownAssessment, statementId, useAssessments } from "./use-assessments.ts";

/** Who on the spot contradicts or confirms a figure of an area, right beside it, with a jump to what was said. */
export default function FigureVoices({ area, indicatorCode }: { area: AreaRef; indicatorCode: string }) {
  const { formats } = useLanguage();
  const { voices } = useAssessmentText();
  const current = useAssessments(area)?.current ?? [];
  // What somebody says of a part of the area does not speak of the figure of the whole.
  const said = (field: "confirmsIndicators" | "contradictsIndicators") =>
    current.filter((record) => {
      const assessment = shownAssessment(record);
      return (
        assessment.areaLevel === area.level &&
        assessment.areaNumber === area.number &&
        assessment[field]?.includes(indicatorCode)
      );
    });
  const against = said("contradictsIndicators");
  const inFavour = said("confirmsIndicators");
  if (against.length + inFavour.length === 0) return null;
  return (
    <span className="figure-voices">
      <Jump records={against} label={voices.contradictions(against.length, formats.number(against.length))} />
      <Jump
        records={inFavour}
        label={voices.confirmations(inFavour.length, formats.number(inFavour.length))}
      />
    </span>
  );
}

function Jump({ records: [first], label }: { records: readonly RecordAnswer[]; label: string }) {
  if (!first) return null;
  return (
    <button type="button" className="link-button" onClick={() => showStatement(first)}>
      {label}
    </button>
  );
}

function showStatement(record: RecordAnswer): void {
  const statement = document.getElementById(statementId(record));
  statement?.scrollIntoView({ block: "center" });
  statement?.focus({ preventScroll: true });
}
