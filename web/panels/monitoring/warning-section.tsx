import { useEffect, useMemo, useState } from "react";
import { warningGrades } from "#domain/early-warning/early-warning.ts";
import type { WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import type { WarningGrade } from "#domain/early-warning/warning-signals.ts";
import { indicatorThemes } from "#domain/indicator/indicator.ts";
import { useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { openWarnings, useEarlyWarnings } from "../../monitoring/use-early-warnings.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { Legend } from "../indicator/legend.tsx";
import { useComputedWarnings } from "./use-computed-warnings.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";
import { WarningItem } from "./warning-item.tsx";
import { WarningRules } from "./warning-rules.tsx";

/** As many as one reads in one go. */
const pageSize = 20;

/** Prüfanlässe nobody has looked at, on the map and as a list; below them those that are settled. */
export function WarningSection() {
  const { text, language } = useLanguage();
  const words = useMonitoringText();
  const { data: answer, error } = useEarlyWarnings();
  return (
    <section className="stack" aria-labelledby="monitoring-warnings">
      <h3 id="monitoring-warnings">{words.warnings.name}</h3>
      <p className="small">{words.warnings.note}</p>
      {error ? (
        <Notice kind="problem">{problemText(error, text, language)}</Notice>
      ) : answer ? (
        <Warnings answer={answer} />
      ) : (
        <Skeleton lines={8} label={words.heading} />
      )}
    </section>
  );
}

function Warnings({ answer }: { answer: WarningAnswer }) {
  const { text, say, formats } = useLanguage();
  const words = useMonitoringText();
  const store = usePageStore();
  const { indicators } = useOpened();
  const { figures } = useShown();
  const [theme, setTheme] = useState("");
  const [grade, setGrade] = useState<WarningGrade | "">("URGENT_REVIEW");
  const [shown, setShown] = useState(pageSize);
  const themeOf = useMemo(() => new Map(indicators.map(({ code, theme: one }) => [code, one])), [indicators]);
  const ofTheme = useMemo(
    () =>
      answer.result.warnings.filter(
        (one) =>
          (theme === "" || themeOf.get(one.indicatorCode) === theme) && (grade === "" || one.grade === grade),
      ),
    [answer, theme, grade, themeOf],
  );
  const open = useMemo(() => openWarnings(ofTheme), [ofTheme]);
  const examined = ofTheme.filter((one) => one.examined !== null);
  const computed = useComputedWarnings(open, answer);
  useEffect(() => store.getState().monitor({ computed }), [store, computed]);
  useEffect(() => () => store.getState().monitor({ computed: null }), [store]);
  const themes = indicatorThemes.filter((one) =>
    answer.ingredients.indicators.some((code) => themeOf.get(code) === one),
  );

  return (
    <>
      <label className="field">
        <span>{words.warnings.theme}</span>
        <select
          value={theme}
          onChange={(event) => {
            setTheme(event.target.value);
            setShown(pageSize);
          }}
        >
          <option value="">{words.warnings.allThemes}</option>
          {themes.map((one) => (
            <option key={one} value={one}>
              {text.indicator.themes[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.warnings.grade}</span>
        <select
          value={grade}
          onChange={(event) => {
            setGrade(event.target.value as WarningGrade | "");
            setShown(pageSize);
          }}
        >
          <option value="">{words.warnings.allGrades}</option>
          {(Object.keys(warningGrades) as WarningGrade[]).map((one) => (
            <option key={one} value={one}>
              {say(warningGrades[one])}
            </option>
          ))}
        </select>
      </label>
      {figures.kind === "ready" && figures.computed && <Legend figures={figures} />}
      <h4>{words.warnings.open(open.length)}</h4>
      {open.length === 0 && <p>{words.warnings.none}</p>}
      <ul className="warning-list">
        {open.slice(0, shown).map((warning) => (
          <WarningItem key={`${warning.indicatorCode} ${warning.areaNumber}`} warning={warning} />
        ))}
      </ul>
      {open.length > shown && (
        <p className="small">
          {words.warnings.firstOnly(formats.number(shown), formats.number(open.length))}{" "}
          <button type="button" className="link-button" onClick={() => setShown(shown + pageSize)}>
            {words.warnings.more}
          </button>
        </p>
      )}
      {examined.length > 0 && (
        <details>
          <summary>{words.warnings.examined(examined.length)}</summary>
          <ul className="warning-list">
            {examined.map((warning) => (
              <WarningItem key={`${warning.indicatorCode} ${warning.areaNumber}`} warning={warning} />
            ))}
          </ul>
        </details>
      )}
      <WarningRules answer={answer} />
    </>
  );
}
