import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useScenarioActs } from "./use-scenario-acts.ts";

/** Asks once before a scenario is deleted. */
export default function RemovalDialog() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { remove } = useScenarioActs();
  const name = usePage((state) => state.openScenario?.scenario.name ?? "");
  const trouble = usePage((state) => state.openScenario?.trouble);
  const close = () => store.getState().open(null);
  return (
    <Modal title={text.scenario.removeTitle} onClose={close}>
      <p>{text.scenario.removeQuestion(name)}</p>
      <p className="small">{text.scenario.removeHint}</p>
      {trouble && <Notice kind="problem">{trouble}</Notice>}
      <p className="button-row">
        <button
          type="button"
          className="button button-main"
          onClick={() => void remove().then((isGone) => isGone && close())}
        >
          {text.scenario.removeTitle}
        </button>
        <button type="button" className="button" onClick={close}>
          {text.scenario.cancel}
        </button>
      </p>
    </Modal>
  );
}
