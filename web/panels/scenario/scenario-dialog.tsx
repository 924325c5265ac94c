import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { departmentParticipant } from "#domain/access/access.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useScenarioActs } from "./use-scenario-acts.ts";

/** Name, description and year of the open scenario, and with whom it is shared. */
export default function ScenarioDialog() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { save, saveAs } = useScenarioActs();
  const open = usePage((state) => state.openScenario);
  const [name, setName] = useState(open?.scenario.name ?? "");
  const [description, setDescription] = useState(open?.scenario.description ?? "");
  const [year, setYear] = useState(open?.scenario.referenceYear?.toString() ?? "");
  const [participants, setParticipants] = useState<readonly string[]>(open?.participants ?? []);
  const [isNameMissing, setNameMissing] = useState(false);
  const nameId = useId();
  const problemId = useId();
  const buttons = useRef<HTMLDivElement>(null);
  // On a telephone the sentence and what can be done about it would stand below the edge.
  const trouble = open?.trouble;
  useEffect(() => {
    if (trouble) buttons.current?.scrollIntoView({ block: "end" });
  }, [trouble]);
  const close = () => store.getState().open(null);
  if (!open) return null;

  const keep = async (asNew: boolean) => {
    if (name.trim() === "") {
      setNameMissing(true);
      document.getElementById(nameId)?.focus();
      return;
    }
    const { description: _, referenceYear: __, ...rest } = open.scenario;
    const scenario = {
      ...rest,
      name: name.trim(),
      ...(description.trim() ? { description: description.trim() } : {}),
      ...(year ? { referenceYear: Number(year) } : {}),
    };
    if (await (asNew ? saveAs(scenario, participants) : save({ scenario, participants }))) close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep(false);
  };
  const toggle = (participant: string) =>
    setParticipants(
      participants.includes(participant)
        ? participants.filter((one) => one !== participant)
        : [...participants, participant],
    );

  return (
    <Modal title={text.scenario.dialogTitle} onClose={close}>
      <form className="stack" onSubmit={submit}>
        <label className="field" htmlFor={nameId}>
          <span>{text.scenario.name}</span>
          <input
            id={nameId}
            value={name}
            maxLength={120}
            aria-invalid={isNameMissing}
            aria-describedby={isNameMissing ? problemId : undefined}
            onChange={(event) => {
              setName(event.target.value);
              setNameMissing(false);
            }}
          />
        </label>
        {isNameMissing && (
          <p id={problemId} role="alert">
            {text.scenario.nameMissing}
          </p>
        )}
        <label className="field">
          <span>{text.scenario.description}</span>
          <textarea
            rows={3}
            maxLength={5000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{text.scenario.referenceYear}</span>
          <input
            type="number"
            inputMode="numeric"
            min={2000}
            max={2100}
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
        </label>
        <fieldset className="choice">
          <legend>{text.scenario.sharing}</legend>
          <p className="small">
            {text.scenario.sharingHint} {text.scenario.sharingLimit}
          </p>
          {Object.entries(text.departments).map(([number, department]) => (
            <label key={number} className="check">
              <input
                type="checkbox"
                checked={participants.includes(departmentParticipant(number))}
                onChange={() => toggle(departmentParticipant(number))}
              />
              {department}
            </label>
          ))}
        </fieldset>
        {open.trouble && <Notice kind="problem">{open.trouble}</Notice>}
        <div className="button-row" ref={buttons}>
          <button type="submit" className="button button-main">
            {text.scenario.save}
          </button>
          {open.trouble && open.id !== null && (
            <button type="button" className="button" onClick={() => void keep(true)}>
              {text.scenario.saveAs}
            </button>
          )}
        </div>
      </form>
    </Modal>
  );
}
