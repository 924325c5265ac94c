import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { isStatus } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { problemText } from "../../data/problem-text.ts";
import { createRecord, readToEdit, saveRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { IndexQuestion } from "../../monitoring/index-question.ts";
import { type KeptDefinition, nextVersion } from "../../monitoring/use-definitions.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { definitionName, useDefinitionText } from "./use-definition-text.ts";

interface Asked {
  question: IndexQuestion;
  kept: readonly KeptDefinition[];
  levelNames: (levels: readonly AreaLevel[]) => string;
}

/** A trial becomes a definition: named, with a purpose, and the next version of its name. */
export function SaveDefinition(asked: Asked) {
  const words = useDefinitionText();
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <SaveForm {...asked} onClose={() => setOpen(false)} />
  ) : (
    <p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.save}
      </button>
    </p>
  );
}

function SaveForm({ question, kept, levelNames, onClose }: Asked & { onClose: () => void }) {
  const { text, say, language } = useLanguage();
  const words = useDefinitionText();
  const store = usePageStore();
  const client = useQueryClient();
  const author = useOwnOffice();
  const radio = useId();
  const levels = useLevelsOf(question.definition);
  const mayWrite = useMayWrite(indexDefinition);
  const { base } = question;
  const draft = base && mayWrite("edit", base) ? base : null;
  const [overwrites, setOverwrites] = useState(false);
  const [name, setName] = useState(base?.definition.name ?? "");
  const [purpose, setPurpose] = useState(base?.definition.purpose ?? "");
  const [note, setNote] = useState("");
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const lacks = (written: string) => isTried && written.trim() === "";
  const version = overwrites && draft ? draft.definition.version : nextVersion(kept, name);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || purpose.trim() === "") return;
    const properties: IndexDefinition = {
      ...question.definition,
      ...{ name: name.trim(), version, purpose: purpose.trim(), author, levels },
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    };
    const { type } = indexDefinition;
    try {
      const written =
        overwrites && draft
          ? await saveRecord(client, await readToEdit(type, draft.id), properties)
          : await createRecord(client, type, properties);
      store.getState().monitor({ indexDefinition: written.id, indexTrial: null });
      store
        .getState()
        .announce(words.kept(say(definitionName({ definition: properties, state: written.state }))));
      onClose();
    } catch (error) {
      setProblem(error);
      // Somebody made this version first: the next attempt counts on from theirs.
      if (isStatus(error, 409)) await client.invalidateQueries({ queryKey: ["records", type] });
    }
  };

  return (
    <form className="stack examine-form" onSubmit={(event) => void save(event)} noValidate>
      {problem !== null && (
        <Notice kind="problem">
          {isStatus(problem, 412)
            ? words.changed
            : isStatus(problem, 409) && !overwrites
              ? words.taken
              : problemText(problem, text, language)}
        </Notice>
      )}
      {draft && (
        <fieldset className="choice">
          <legend>{words.saveAs}</legend>
          {[false, true].map((one) => (
            <label key={String(one)} className="check">
              <input
                type="radio"
                name={radio}
                checked={overwrites === one}
                onChange={() => {
                  setOverwrites(one);
                  if (one) setName(draft.definition.name);
                }}
              />
              <span>{one ? words.overwrite(say(definitionName(draft))) : words.asNew}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="field">
        <span>{words.name}</span>
        <input
          value={name}
          maxLength={200}
          readOnly={overwrites}
          aria-invalid={lacks(name)}
          onChange={(event) => setName(event.target.value)}
        />
        {lacks(name) && (
          <span className="field-problem" role="alert">
            {words.nameMissing}
          </span>
        )}
      </label>
      {name.trim() !== "" && <p className="small">{words.becomes(version)}</p>}
      <label className="field">
        <span>{words.purpose}</span>
        <textarea
          rows={2}
          value={purpose}
          maxLength={2000}
          aria-invalid={lacks(purpose)}
          onChange={(event) => setPurpose(event.target.value)}
        />
        {lacks(purpose) && (
          <span className="field-problem" role="alert">
            {words.purposeMissing}
          </span>
        )}
      </label>
      <label className="field">
        <span>{words.note}</span>
        <textarea
          rows={2}
          value={note}
          maxLength={10_000}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <p className="small">{words.holdsFor(levelNames(levels))}</p>
      <p className="warning-acts">
        <button type="submit" className="button button-main small-button">
          {words.keep}
        </button>
        <button type="button" className="button small-button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** Levels of this city on which every component has figures, without the city itself. */
function useLevelsOf({ components }: Pick<IndexDefinition, "components">): AreaLevel[] {
  const { city, indicators } = useOpened();
  return city.levels
    .map(({ level }) => level)
    .filter(
      (level) =>
        level !== "city" &&
        components.every(({ indicatorCode }) =>
          indicators.some(({ code, levels }) => code === indicatorCode && levels.includes(level)),
        ),
    );
}
