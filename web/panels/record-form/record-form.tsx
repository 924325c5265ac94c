import { useQueryClient } from "@tanstack/react-query";
import type { Geometry } from "geojson";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { Properties } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { ApiError, type Tagged } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { createRecord, readToEdit, saveRecord } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { SavedMeanwhile } from "./saved-meanwhile.tsx";
import { useRecordFormText } from "./use-record-form-text.ts";

/** Something in a form that cannot be saved as it is; with `fieldId` the summary leads there. */
export interface FormProblem {
  fieldId?: string;
  sentence: string;
}

/** Why nothing was saved. After "conflict" and "gone" what was typed can be saved all the same. */
type Trouble =
  | { kind: "fields" }
  | { kind: "conflict"; saved: Tagged<RecordAnswer> }
  | { kind: "gone" | "refused"; sentence: string };

/**
 * The frame every form of a record has: it saves, leads to what is missing, and loses nothing that was typed, whatever
 * somebody else did meanwhile. `base` is the version the form changes, with its mark; null for a new record.
 */
export function RecordForm({
  type,
  base,
  properties,
  geometry,
  problems,
  onTried,
  onTakeSaved,
  onSaved,
  onClose,
  done,
  children,
}: {
  type: RecordType;
  base: Tagged<RecordAnswer> | null;
  properties: Properties;
  /** Left out, a changed record stays where it is, and a new one has no place. */
  geometry?: Geometry | null;
  problems: readonly FormProblem[];
  /** Called when saving was refused because of `problems`. */
  onTried?: () => void;
  onTakeSaved: (saved: RecordAnswer) => void;
  onSaved?: (record: RecordAnswer) => void;
  onClose: () => void;
  /** Said once it is saved. */
  done: string;
  children: ReactNode;
}) {
  const { text, language } = useLanguage();
  const words = useRecordFormText();
  const store = usePageStore();
  const client = useQueryClient();
  const [version, setVersion] = useState(base);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaving, setSaving] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) summary.current?.focus();
  }, [trouble]);

  /** Over `over`, or as a new record. */
  const save = async (over: Tagged<RecordAnswer> | null) => {
    if (problems.length > 0) {
      onTried?.();
      return setTrouble({ kind: "fields" });
    }
    setSaving(true);
    try {
      const saved = await (over
        ? saveRecord(client, over, properties, geometry)
        : createRecord(client, type.type, properties, geometry));
      store.getState().announce(done);
      onSaved?.(saved);
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
        return { kind: "conflict", saved: await readToEdit(type.type, over.value.id) };
      } catch (other) {
        return troubleOf(other, null);
      }
    }
    const sentence = problemText(error, text, language);
    return { kind: status === 404 || status === 410 ? "gone" : "refused", sentence };
  };

  const takeSaved = (saved: Tagged<RecordAnswer>) => {
    onTakeSaved(saved.value);
    setVersion(saved);
    setTrouble(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(version);
  };
  const isTold = trouble && (trouble.kind !== "fields" || problems.length > 0);

  return (
    <form className="stack record-form" noValidate onSubmit={submit}>
      {isTold && (
        <div ref={summary} tabIndex={-1} role="alert" className="notice notice-problem stack">
          {trouble.kind === "fields" && <Problems problems={problems} />}
          {trouble.kind === "refused" && <p>{trouble.sentence}</p>}
          {trouble.kind === "gone" && (
            <>
              <p>{words.gone(trouble.sentence)}</p>
              <p>
                <button type="button" className="button" disabled={isSaving} onClick={() => void save(null)}>
                  {words.saveAsNew}
                </button>
              </p>
            </>
          )}
          {trouble.kind === "conflict" && (
            <>
              <p>{words.conflict}</p>
              <SavedMeanwhile type={type} saved={trouble.saved.value} mine={properties} />
              <p className="button-row">
                <button
                  type="button"
                  className="button"
                  disabled={isSaving}
                  onClick={() => void save(trouble.saved)}
                >
                  {words.keepMine}
                </button>
                <button type="button" className="button" onClick={() => takeSaved(trouble.saved)}>
                  {words.takeSaved}
                </button>
              </p>
            </>
          )}
        </div>
      )}
      {children}
      <p className="button-row">
        <button type="submit" className="button button-main" disabled={isSaving}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function Problems({ problems }: { problems: readonly FormProblem[] }) {
  const told = problems.filter(
    ({ sentence }, index) => index === problems.findIndex((other) => other.sentence === sentence),
  );
  return (
    <ul>
      {told.map(({ fieldId, sentence }) => (
        <li key={sentence}>
          {fieldId ? (
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {sentence}
            </a>
          ) : (
            sentence
          )}
        </li>
      ))}
    </ul>
  );
}
