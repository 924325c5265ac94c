import { demoStatusClassification } from "#domain/priority-index/index-classification.ts";
import type { IndexTrial } from "../../state/monitoring-slice.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** What else decides an index: who counts, what becomes of outliers, how a mean is taken. */
export function IndexRulesForm({ trial }: { trial: IndexTrial }) {
  const words = useMonitoringText();
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
        <p className="small">{words.index.transform}</p>
        <p className="small">{words.index.missing}</p>
        <p className="small">{words.index.cuts(demoStatusClassification.source)}</p>
      </div>
    </details>
  );
}
