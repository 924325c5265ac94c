import { useState } from "react";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { type ScenarioAnswer, useScenarios } from "../../data/scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { emptyScenario } from "../../state/scenario-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ScenarioTools } from "./scenario-tools.tsx";

/** Where to go when unsaved steps would be lost. */
type Target = { kind: "present" } | { kind: "saved"; id: string } | { kind: "new" };

/** All scenarios one may open, the present first, and what can be done with the open one. */
export default function ScenarioList() {
  const { text } = useLanguage();
  const store = usePageStore();
  const scenarios = useScenarios({ isWanted: true });
  const shownId = usePage((state) => (state.openScenario ? state.openScenario.id : state.scenarioId));
  const hasOpen = usePage((state) => state.openScenario !== null);
  const isUnsaved = usePage((state) => state.openScenario !== null && state.unsaved !== 0);
  const openName = usePage((state) => state.openScenario?.scenario.name ?? "");
  const [waiting, setWaiting] = useState<Target | null>(null);

  const go = (target: Target) => {
    setWaiting(null);
    const state = store.getState();
    if (target.kind === "saved") return state.askForScenario(target.id);
    if (target.kind === "present") {
      state.leaveScenario();
      return state.announce(text.scenario.left);
    }
    state.showScenario({
      id: null,
      etag: "",
      scenario: emptyScenario(text.scenario.draft),
      participants: [],
      missing: 0,
      mayEdit: true,
    });
    state.announce(text.scenario.opened(text.scenario.draft));
  };
  const ask = (target: Target) => (isUnsaved ? setWaiting(target) : go(target));

  return (
    <div className="stack scenario-list">
      <fieldset className="choice">
        <legend>{text.scenario.list}</legend>
        <label className="scenario-row">
          <input
            type="radio"
            name="scenario"
            checked={!hasOpen && shownId === presentScenario.id}
            onChange={() => ask({ kind: "present" })}
          />
          <span>
            {text.scenario.present}
            <small>{text.scenario.presentHint}</small>
          </span>
        </label>
        {scenarios.data?.map((one) => (
          <label key={one.id} className="scenario-row">
            <input
              type="radio"
              name="scenario"
              checked={shownId === one.id}
              onChange={() => ask({ kind: "saved", id: one.id })}
            />
            <span>
              {one.properties.name}
              <small>
                <ScenarioFacts scenario={one} />
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {scenarios.isPending && <Skeleton lines={3} label={text.scenario.loading} />}
      {scenarios.data?.length === 0 && <p className="small">{text.scenario.none}</p>}
      {waiting && (
        <Notice>
          <p>{text.scenario.discardQuestion(openName)}</p>
          <p className="button-row">
            <button type="button" className="button" onClick={() => go(waiting)}>
              {text.scenario.discard}
            </button>
            <button type="button" className="button" onClick={() => setWaiting(null)}>
              {text.scenario.cancel}
            </button>
          </p>
        </Notice>
      )}
      <ScenarioTools onNew={() => ask({ kind: "new" })} />
    </div>
  );
}

function ScenarioFacts({ scenario }: { scenario: ScenarioAnswer }) {
  const { text } = useLanguage();
  const { changes, standards } = scenario.properties;
  const parts = [text.scenario.changes(changes.length + standards.length)];
  if (scenario.participants.length > 0) parts.push(text.scenario.shared);
  return parts.join(" · ");
}
