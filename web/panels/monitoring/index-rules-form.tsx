import { useLanguage } from "../../i18n/language.tsx";
import type { IndexQuestion } from "../../monitoring/index-question.ts";
import type { IndexTrial } from "../../state/monitoring-slice.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** What else decides an index: who counts, what becomes of outliers, how a mean is taken. */
export function IndexRulesForm({ question }: { question: IndexQuestion }) {
  const words = useMonitoringText();
  const { formats } = useLanguage();
  const { trial, definition } = question;
  const { method, breaks, source } = definition.classification;
  const store = usePageStore();
  const change = (part: Partial<IndexTrial>) =>
    store.getState().monitor({ indexTrial: { ...trial, ...part } });
  return (
    <details>
      <summary>{words.index.rules}</summary>
      <div className="stack">
        <label className="field">
          <span>{words.index.minResidents}</span>
          <input
            type="number"
            min={0}
            max={1_000_000}
            step={50}
            value={trial.minResidents}
            onChange={(event) =>
              change({ minResidents: Math.max(0, Math.round(Number(event.target.value) || 0)) })
            }
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={trial.winsorize}
            onChange={() => change({ winsorize: !trial.winsorize })}
          />
          <span>{words.index.winsorize}</span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={trial.isPopulationWeighted}
            onChange={() => change({ isPopulationWeighted: !trial.isPopulationWeighted })}
          />
          <span>{words.index.byResidents}</span>
        </label>
        <p className="small">
          {definition.components.every(({ transform }) => transform === "Z")
            ? words.index.transform
            : words.index.otherTransforms}
        </p>
        <p className="small">{words.index.missing}</p>
        <p className="small">
          {words.index.cuts[method](formats.list(breaks.map((limit) => formats.number(limit, 1))), source)}
        </p>
      </div>
    </details>
  );
}
