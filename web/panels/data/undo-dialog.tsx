import { type FormEvent, useState } from "react";
import type { DatasetLine } from "#domain/contract/import-contract.ts";
import { useImportActs } from "../../data/imports.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDataText } from "./use-data-text.ts";

/** Asks for the reason before the former release applies again. */
export function UndoDialog({ line, onClose }: { line: DatasetLine; onClose: () => void }) {
  const { text, language, say, formats } = useLanguage();
  const words = useDataText().undo;
  const store = usePageStore();
  const { undo } = useImportActs();
  const [reason, setReason] = useState("");
  const former = line.former[0];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await undo.mutateAsync({ dataset: line.dataset, current: line.current.id, reason }).then(
      () => {
        store.getState().announce(words.done(say(line.title)));
        onClose();
      },
      () => {},
    );
  };
  return (
    <Modal title={words.heading} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{words.explain(say(line.title), former?.publishedAt ? formats.moment(former.publishedAt) : "")}</p>
        <label className="field">
          <span>{words.reason}</span>
          <input
            required
            minLength={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {undo.isError && <Notice kind="problem">{problemText(undo.error, text, language)}</Notice>}
        <p className="data-buttons">
          <button type="submit" className="button button-main" disabled={undo.isPending}>
            {words.confirm}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Modal>
  );
}
