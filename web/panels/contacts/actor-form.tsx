import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { actor as actorType } from "#domain/actor/actor.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { ApiError, type Tagged } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { createRecord, readToEdit, saveRecord } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { type DraftProblem, draftOf, emptyDraft, problemsOf, propertiesOf } from "./actor-draft.ts";
import { ActorFields } from "./actor-fields.tsx";
import { SavedMeanwhile } from "./saved-meanwhile.tsx";
import { partsOf } from "./use-actors.ts";
import { useContactsText } from "./use-contacts-text.ts";

/** Why nothing was saved. After "conflict" and "gone" what was typed can be saved all the same. */
type Trouble =
  | { kind: "fields"; problems: readonly DraftProblem[] }
  | { kind: "conflict"; saved: Tagged<RecordAnswer> }
  | { kind: "gone" | "refused"; sentence: string };

/** The form of an actor. `base` is the version it changes, with its mark; null for a new one. */
export function ActorForm({ base, onClose }: { base: Tagged<RecordAnswer> | null; onClose: () => void }) {
  const { text, language } = useLanguage();
  const words = useContactsText();
  const store = usePageStore();
  const client = useQueryClient();
  const [draft, setDraft] = useState(base ? draftOf(partsOf(base.value)) : emptyDraft);
  const [version, setVersion] = useState(base);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaving, setSaving] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) summary.current?.focus();
  }, [trouble]);
  const properties = propertiesOf(draft);

  /** Over `over`, or as a new actor. */
  const save = async (over: Tagged<RecordAnswer> | null) => {
    const problems = problemsOf(properties);
    if (problems.length > 0) return setTrouble({ kind: "fields", problems });
    setSaving(true);
    try {
      await (over ? saveRecord(client, over, properties) : createRecord(client, actorType.type, properties));
      store.getState().announce(words.form.done(String(properties.name)));
      onClose();
    } catch (error) {
      setTrouble(await troubleOf(error, over));
      setSaving(false);
    }
  };

  const troubleOf = async (error: unknown, over: Tagged<RecordAnswer> | null): Promise<Trouble> => {
    const status = error instanceof ApiError ? error.status : 0;
    if (over && status === 412) {
      try {
        return { kind: "conflict", saved: await readToEdit(actorType.type, over.value.id) };
      } catch (other) {
        return troubleOf(other, null);
      }
    }
    const sentence = problemText(error, text, language);
    return { kind: status === 404 || status === 410 ? "gone" : "refused", sentence };
  };

  const takeSaved = (saved: Tagged<RecordAnswer>) => {
    setDraft(draftOf(partsOf(saved.value)));
    setVersion(saved);
    setTrouble(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(version);
  };

  return (
    <form className="stack" noValidate onSubmit={submit}>
      {trouble && (
        <div ref={summary} tabIndex={-1} role="alert" className="notice notice-problem stack">
          {trouble.kind === "fields" && (
            <ul>
              {trouble.problems.map((problem) => (
                <li key={JSON.stringify(problem)}>{words.form.problem(problem)}</li>
              ))}
            </ul>
          )}
          {trouble.kind === "refused" && <p>{trouble.sentence}</p>}
          {trouble.kind === "gone" && (
            <>
              <p>{words.form.gone(trouble.sentence)}</p>
              <p>
                <button type="button" className="button" disabled={isSaving} onClick={() => void save(null)}>
                  {words.form.saveAsNew}
                </button>
              </p>
            </>
          )}
          {trouble.kind === "conflict" && (
            <>
              <p>{words.form.conflict}</p>
              <SavedMeanwhile type={actorType} saved={trouble.saved.value} mine={properties} />
              <p className="button-row">
                <button
                  type="button"
                  className="button"
                  disabled={isSaving}
                  onClick={() => void save(trouble.saved)}
                >
                  {words.form.keepMine}
                </button>
                <button type="button" className="button" onClick={() => takeSaved(trouble.saved)}>
                  {words.form.takeSaved}
                </button>
              </p>
            </>
          )}
        </div>
      )}
      <ActorFields draft={draft} onChange={setDraft} />
      <p className="small">{draft.kind === "INVESTOR" ? words.form.closed : words.form.open}</p>
      <p className="button-row">
        <button type="submit" className="button button-main" disabled={isSaving}>
          {words.form.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.form.cancel}
        </button>
      </p>
    </form>
  );
}
