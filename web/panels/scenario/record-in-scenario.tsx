import { type FormEvent, useId, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Facility } from "#domain/facility/facility.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import type { ScenarioChange } from "#domain/scenario/scenario.ts";
import { useOpened } from "../../data/opened.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changeOf, changeRecord, maySketch } from "../../planning/edit-scenario.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";

type NewCapacity = Extract<ScenarioChange, { change: "resize" }>["capacity"];

/** What becomes of a facility in the open scenario: closing it, other capacities, or nothing. */
export default function RecordInScenario({ record }: { record: RecordAnswer }) {
  const { text } = useLanguage();
  const { me } = useOpened();
  const store = usePageStore();
  const changes = usePage((state) => state.openScenario?.scenario.changes ?? none);
  const mayEdit = usePage(maySketch);
  const words = text.scenario.record;
  if (!usesScenarios(me)) return null;

  const change = changeOf(changes, record);
  const named = { recordType: record.type, recordId: record.id };
  const apply = (after: Parameters<typeof changeRecord>[2], said: string) => {
    changeRecord(store, record, after, text.scenario.draft);
    store.getState().announce(said);
  };
  return (
    <section className="record-in-scenario">
      <h4>{words.heading}</h4>
      <p>{change ? (change.change === "close" ? words.closes : words.resized) : words.unchanged}</p>
      {mayEdit && (
        <>
          {change?.change !== "close" && (
            <CapacityForm
              key={JSON.stringify(change ?? null)}
              capacity={change?.capacity ?? offeredOf(record.properties as Partial<Facility>)}
              onApply={(capacity) => apply({ change: "resize", ...named, capacity }, words.resized)}
            />
          )}
          <p className="button-row">
            {change ? (
              <button type="button" className="button" onClick={() => apply(null, words.unchanged)}>
                {words.leave}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                onClick={() => apply({ change: "close", ...named }, words.closes)}
              >
                {words.close}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}

const none: readonly ScenarioChange[] = [];

function offeredOf({ capacity = [] }: Partial<Facility>): NewCapacity {
  return capacity.map(({ unit, category, offered, licensed }) => ({
    unit,
    category,
    amount: offered ?? licensed ?? 0,
  }));
}

/** One field per unit and category the facility has. */
function CapacityForm({
  capacity,
  onApply,
}: {
  capacity: NewCapacity;
  onApply: (capacity: NewCapacity) => void;
}) {
  const { text, say } = useLanguage();
  const [amounts, setAmounts] = useState(() => capacity.map(({ amount }) => String(amount)));
  const id = useId();
  if (capacity.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(capacity.map((one, place) => ({ ...one, amount: Math.max(0, Number(amounts[place])) })));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {capacity.map(({ unit, category }, place) => (
        <label key={`${unit} ${category}`} className="field" htmlFor={`${id}-${place}`}>
          <span>{[say(capacityUnits[unit]), category].filter(Boolean).join(" ")}</span>
          <input
            id={`${id}-${place}`}
            type="number"
            inputMode="numeric"
            min={0}
            required
            value={amounts[place]}
            onChange={(event) => setAmounts(amounts.with(place, event.target.value))}
          />
        </label>
      ))}
      <p>
        <button type="submit" className="button">
          {text.scenario.record.resize}
        </button>
      </p>
    </form>
  );
}
