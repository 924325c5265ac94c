import type { ProfileCell, ProfileIndicator, ProfileStatement } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { ClassSwatch } from "../../symbols/state-pattern.tsx";
import { useAssessmentText } from "../assessment/use-assessment-text.ts";
import { statementId } from "../assessment/use-assessments.ts";
import { useSourceTip } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** A figure with its class, a bar against the city, its source for whoever points at it, and who contradicts it. */
export function FigureCell({
  indicator,
  cell,
  scale,
  most,
  area,
  areaName,
  statements,
  isWithUnit = false,
}: {
  indicator: ProfileIndicator;
  cell: ProfileCell;
  scale: ProfileIndicator["scale"];
  /** Difference that fills the bar. */
  most: number;
  area: AreaRef;
  areaName: string;
  statements: readonly ProfileStatement[];
  isWithUnit?: boolean;
}) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const tip = useSourceTip();
  const { value, state, difference } = cell;
  const told =
    value === null
      ? words.states[state]
      : isWithUnit
        ? formats.value(value, indicator)
        : formats.number(value, indicator.decimals);
  const colour = cell.class === null || !scale ? null : scale.colours[cell.class];
  const classText =
    colour && scale && cell.class !== null
      ? words.classAt(formats.number(cell.class + 1), formats.number(scale.colours.length))
      : null;
  const against = difference === null ? null : words.against(formats.change(difference, indicator.decimals));
  const sentence = [
    `${areaName}, ${say(indicator.name)}: ${told}`,
    classText,
    against,
    tip.sentenceOf(indicator.source),
  ];
  return (
    <td
      className="number district-figure"
      onPointerEnter={(event) => tip.show(event.currentTarget, sentence.filter(Boolean).join(" · "))}
      onPointerLeave={tip.hide}
    >
      <span className="district-value">
        {colour && <ClassSwatch colour={colour} size={12} />}
        {told}
      </span>
      {difference !== null && <DifferenceBar difference={difference} most={most} />}
      <span className="for-ears">{[classText, against].filter(Boolean).join(", ")}</span>
      <CellVoices area={area} code={indicator.code} statements={statements} />
    </td>
  );
}

/** A bar to the right of the city's line for more, to the left for less; its colour says nothing. */
function DifferenceBar({ difference, most }: { difference: number; most: number }) {
  const long = most === 0 ? 0 : (Math.abs(difference) / most) * 22;
  return (
    <svg
      className="district-bar"
      width="48"
      height="6"
      viewBox="0 0 48 6"
      aria-hidden="true"
      focusable="false"
    >
      <rect x={difference < 0 ? 24 - long : 24} y="1" width={long} height="4" />
      <path d="M24 0v6" />
    </svg>
  );
}

/** Who on the spot contradicts or confirms this figure of this area, with a jump to what was said. */
function CellVoices({
  area,
  code,
  statements,
}: {
  area: AreaRef;
  code: string;
  statements: readonly ProfileStatement[];
}) {
  const { formats } = useLanguage();
  const { voices } = useAssessmentText();
  const here = statements.filter((one) => one.areaLevel === area.level && one.areaNumber === area.number);
  const against = here.filter(({ contradictsIndicators }) => contradictsIndicators.includes(code));
  const inFavour = here.filter(({ confirmsIndicators }) => confirmsIndicators.includes(code));
  const jump = (said: readonly ProfileStatement[], label: string) =>
    said[0] && (
      <button
        type="button"
        className="link-button"
        onClick={() => showStatement(said[0] as ProfileStatement)}
      >
        {label}
      </button>
    );
  if (against.length + inFavour.length === 0) return null;
  return (
    <span className="figure-voices">
      {jump(against, voices.contradictions(against.length, formats.number(against.length)))}
      {jump(inFavour, voices.confirmations(inFavour.length, formats.number(inFavour.length)))}
    </span>
  );
}

function showStatement(statement: ProfileStatement): void {
  const shown = document.getElementById(statementId(statement));
  shown?.scrollIntoView({ block: "center" });
  shown?.focus({ preventScroll: true });
}
