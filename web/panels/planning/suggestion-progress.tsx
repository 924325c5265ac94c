import { useEffect, useState } from "react";
import { searchStages } from "#domain/placement/search-run.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useSuggestionRun } from "../../planning/suggestion-run.ts";
import { useObjectiveText } from "./use-objective-text.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** How far a search is: its stage, the best value so far, how far that may be from the best, and the way out. */
export function SuggestionProgress({ onCancel }: { onCancel: () => void }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const { order, progress } = useSuggestionRun();
  const objective = useObjectiveText();
  const [elapsed, setElapsed] = useState(0);
  const seconds = order?.request.seconds ?? 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every order starts the clock again
  useEffect(() => {
    const began = Date.now();
    setElapsed(0);
    const clock = setInterval(() => setElapsed(Math.floor((Date.now() - began) / 1000)), 1000);
    return () => clearInterval(clock);
  }, [order]);

  return (
    <div className="suggestion-progress">
      <progress max={seconds} value={Math.min(elapsed, seconds)} aria-label={words.suggestion.running} />
      <p className="small">
        {progress ? say(searchStages[progress.stage]) : words.suggestion.running} ·{" "}
        {words.suggestion.elapsed(formats.number(elapsed))}
      </p>
      {progress && order && progress.gap !== null && (
        <p className="small">
          {words.suggestion.progress(
            objective.value(order.request.objective, progress.value),
            `${formats.number(progress.gap * 100, 1)} %`,
          )}
        </p>
      )}
      <button type="button" className="button" onClick={onCancel}>
        {words.suggestion.cancel}
      </button>
    </div>
  );
}
