import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";

export default function ShortcutsDialog() {
  const { text } = useLanguage();
  const store = usePageStore();
  return (
    <Modal title={text.shortcuts.title} onClose={() => store.getState().open(null)}>
      <p>{text.shortcuts.hint}</p>
      <dl className="shortcuts">
        {text.shortcuts.rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
