import { type FormEvent, useId, useState } from "react";
import { type LandChoice, landChoices, type Objective, objectives } from "#domain/analysis/question.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { cancelSuggestion, useSuggestionRun } from "../../planning/suggestion-run.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { Notice } from "../../ui/notice.tsx";
import { Slider } from "./slider.tsx";
import { SuggestionProgress } from "./suggestion-progress.tsx";
import { Unanswerable } from "./unanswerable.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useSuggesting } from "./use-suggesting.ts";

/** "Standorte vorschlagen": what the sites are to achieve, on which land, and how people are weighed. */
export function SuggestionForm({ terms }: { terms: PlanningTerms }) {
  const { say, formats } = useLanguage();
  const words = usePlanningText();
  const run = useSuggestionRun();
  const { suggest } = useSuggesting(terms);
  const [objective, setObjective] = useState<Objective>("COVER_MOST");
  const [count, setCount] = useState("5");
  const [coverage, setCoverage] = useState(90);
  const [land, setLand] = useState<LandChoice>("ANY");
  const [capacity, setCapacity] = useState("60");
  const [equity, setEquity] = useState(0);
  const [seconds, setSeconds] = useState(30);
  const [isWrong, setWrong] = useState(false);
  const hint = useId();
  const isFewest = objective === "FEWEST_SITES";
  const hasPlaces = objective === "SHORTEST_WAYS_WITH_PLACES";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = Number(count);
    const isFine = isFewest || (Number.isInteger(wanted) && wanted >= 1 && wanted <= 50);
    setWrong(!isFine);
    if (!isFine) return;
    void suggest({
      question: terms.question,
      objective,
      ...(isFewest ? { coverageTarget: coverage / 100 } : { count: wanted }),
      land,
      ...(hasPlaces ? { capacity: Math.max(1, Number(capacity) || 1) } : {}),
      equityWeight: equity / 100,
      seconds,
    });
  };
  return (
    <section className="layer-group planning-suggestions" aria-labelledby={`${hint}-heading`}>
      <h3 id={`${hint}-heading`}>{words.suggestion.heading}</h3>
      <p className="badge">{words.proposal}</p>
      <Unanswerable terms={terms} />
      <form className="stack" onSubmit={submit}>
        <label className="field">
          <span>{words.suggestion.objective}</span>
          <select value={objective} onChange={(event) => setObjective(event.target.value as Objective)}>
            {(Object.keys(objectives) as Objective[]).map((one) => (
              <option key={one} value={one}>
                {say(objectives[one])}
              </option>
            ))}
          </select>
        </label>
        {isFewest ? (
          <Slider
            name={words.suggestion.coverage}
            value={coverage}
            least={10}
            most={100}
            step={5}
            show={(value) => formats.share(value / 100)}
            onChange={setCoverage}
          />
        ) : (
          <label className="field field-inline">
            <span>{words.suggestion.count}</span>
            <input
              inputMode="numeric"
              value={count}
              aria-invalid={isWrong}
              onChange={(event) => {
                setCount(event.target.value);
                setWrong(false);
              }}
            />
          </label>
        )}
        {isWrong && <p role="alert">{words.suggestion.wrongCount}</p>}
        {hasPlaces && (
          <label className="field field-inline">
            <span>{words.suggestion.capacity}</span>
            <input
              inputMode="numeric"
              value={capacity}
              onChange={(event) => setCapacity(event.target.value)}
            />
          </label>
        )}
        <label className="field">
          <span>{words.suggestion.land}</span>
          <select value={land} onChange={(event) => setLand(event.target.value as LandChoice)}>
            {(Object.keys(landChoices) as LandChoice[]).map((one) => (
              <option key={one} value={one}>
                {say(landChoices[one])}
              </option>
            ))}
          </select>
        </label>
        <Slider
          name={words.suggestion.equity}
          hint={words.suggestion.equityHint}
          value={equity}
          least={0}
          most={100}
          step={10}
          show={(value) => formats.number(value)}
          onChange={setEquity}
        />
        <Slider
          name={words.suggestion.seconds}
          value={seconds}
          least={5}
          most={120}
          step={5}
          show={(value) => words.suggestion.elapsed(formats.number(value))}
          onChange={setSeconds}
        />
        {run.state === "running" ? (
          <SuggestionProgress onCancel={cancelSuggestion} />
        ) : (
          <button type="submit" className="button button-main">
            {words.suggestion.start}
          </button>
        )}
      </form>
      {run.state === "failed" && <Notice kind="problem">{words.failed}</Notice>}
      {run.state === "cancelled" && <p className="small">{words.suggestion.cancelled}</p>}
    </section>
  );
}
