import type { MouseEvent } from "react";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import { useScenarioActs } from "./use-scenario-acts.ts";

/** What can be done with the open scenario. */
export function ScenarioTools({ onNew }: { onNew: () => void }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const acts = useScenarioActs();
  const open = usePage((state) => state.openScenario);
  const unsaved = usePage((state) => state.unsaved);

  const closing = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    act();
  };
  const clone = () => {
    if (!open) return;
    void acts.saveAs({ ...open.scenario, name: text.scenario.cloneName(open.scenario.name) });
  };
  const compare = () =>
    store.getState().compare({
      first: presentScenario.id,
      second: open?.id ?? presentScenario.id,
      mode: "side",
    });

  return (
    <>
      {open && !open.mayEdit && <p className="small">{text.scenario.readOnly}</p>}
      {open && open.missing > 0 && <p className="small">{text.scenario.missing(open.missing)}</p>}
      {open?.trouble && <Notice kind="problem">{open.trouble}</Notice>}
      <div className="button-row">
        {open?.trouble && open.id !== null && (
          <button
            type="button"
            className="button button-main"
            onClick={() => void acts.saveAs(open.scenario, open.participants)}
          >
            {text.scenario.saveAs}
          </button>
        )}
        {open?.mayEdit && (open.id === null || unsaved !== 0) && (
          <button type="button" className="button button-main" onClick={() => void acts.save()}>
            {text.scenario.save}
          </button>
        )}
        {open && <UndoButtons />}
        {open?.mayEdit && (
          <button type="button" className="button" onClick={closing(() => store.getState().open("scenario"))}>
            {text.scenario.edit}
          </button>
        )}
        {open && (
          <button type="button" className="button" onClick={clone}>
            {text.scenario.clone}
          </button>
        )}
        {open?.mayEdit && open.id !== null && (
          <button
            type="button"
            className="button"
            onClick={closing(() => store.getState().open("scenario-removal"))}
          >
            {text.scenario.remove}
          </button>
        )}
        <button type="button" className="button" onClick={onNew}>
          {text.scenario.create}
        </button>
        <button type="button" className="button" onClick={closing(compare)}>
          {text.scenario.compare}
        </button>
      </div>
    </>
  );
}
