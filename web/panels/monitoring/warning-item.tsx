import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { dispositions, earlyWarning, warningGrades } from "#domain/early-warning/early-warning.ts";
import type { ToldWarning } from "#domain/early-warning/warning-answer.ts";
import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { moveRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { useJump } from "../map/map-handle.ts";
import { Sparkline } from "../selection/sparkline.tsx";
import { ExamineForm } from "./examine-form.tsx";
import { useFiredText } from "./use-fired-text.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** One Prüfanlass: which rules fired, how it came about, and what somebody found. */
export function WarningItem({ warning }: { warning: ToldWarning }) {
  const { say, formats } = useLanguage();
  const words = useMonitoringText();
  const { me, indicators } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const jump = useJump();
  const level = usePage((state) => state.level);
  const area = useAreas(level).data?.find(({ number }) => number === warning.areaNumber);
  const [isExamining, setExamining] = useState(false);
  const indicator = indicators.find(({ code }) => code === warning.indicatorCode);
  const firedText = useFiredText();
  const mayWrite = useMayWrite(earlyWarning);
  const may = mayWrite("create", { owner: me.account ?? "", department: me.department, districts: [] });
  if (!area || !indicator) return null;
  const { examined, grade } = warning;
  return (
    <li className="warning-item">
      <h5>
        {area.name ?? area.number}: {say(indicator.shortName ?? indicator.name)}
      </h5>
      <p>
        <span className={grade === "URGENT_REVIEW" ? "badge badge-strong" : "badge"}>
          {say(warningGrades[grade])}
        </span>
      </p>
      <ul className="small">
        {warning.fired.map((rule) => (
          <li key={rule.rule}>{firedText(rule, indicator)}</li>
        ))}
      </ul>
      <Sparkline area={area} figures={seriesFigures(warning, indicator)} />
      <CountsBeside warning={warning} />
      {examined && (
        <blockquote className="small">
          <strong>{say(dispositions[examined.disposition])}</strong>: {examined.reason}
          <br />
          {words.warnings.foundBy(examined.authorOffice, formats.date(examined.date))}
        </blockquote>
      )}
      <p className="warning-acts">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            store.getState().select({ kind: "area", level, number: area.number });
            if (area.bounds) jump({ bounds: area.bounds });
          }}
        >
          {words.warnings.show}
        </button>
        {may && !examined && !isExamining && (
          <button type="button" className="link-button" onClick={() => setExamining(true)}>
            {words.warnings.examine}
          </button>
        )}
        {may && examined && (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              void moveRecord(client, { type: earlyWarning.type, id: examined.id }, "WIEDER_OFFEN")
            }
          >
            {words.warnings.reopen}
          </button>
        )}
      </p>
      {isExamining && <ExamineForm warning={warning} level={level} onClose={() => setExamining(false)} />}
    </li>
  );
}

/** What the sparkline draws: the area's known figures and the city's beside them. */
function seriesFigures(warning: ToldWarning, indicator: IndicatorAnswer) {
  const told = (areaNumber: string, series: ToldWarning["series"]) =>
    series.map(({ period, value }) => ({ areaNumber, period, value, state: "VALUE" as const }));
  return {
    period: warning.period,
    series: {
      indicator,
      allValues: told(warning.areaNumber, warning.series),
      cityValues: told("city", warning.city),
    },
  };
}

/** Count beside rate: where they part, only another number of people can be the reason (METHODS §4.6). */
function CountsBeside({ warning: { composition } }: { warning: ToldWarning }) {
  const { formats } = useLanguage();
  const { warnings: words } = useMonitoringText();
  const periodLabel = usePeriodLabel();
  if (!composition) return null;
  const of = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    `${formats.number(numerator)} / ${formats.number(denominator)}`;
  return (
    <p className="small">
      {words.counts(periodLabel(composition.from), of(composition.before), of(composition.now))}
      {composition.isOpposed && ` ${words.opposed}`}
    </p>
  );
}
