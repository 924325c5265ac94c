import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import {
  type Disposition,
  dispositions,
  type EarlyWarning,
  earlyWarning,
} from "#domain/early-warning/early-warning.ts";
import type { ToldWarning } from "#domain/early-warning/warning-answer.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { problemText } from "../../data/problem-text.ts";
import { createRecord } from "../../data/records.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** What somebody found: plausible, an artefact of the data, or something to be done; always with a reason. */
export function ExamineForm({
  warning,
  level,
  onClose,
}: {
  warning: ToldWarning;
  level: AreaLevel;
  onClose: () => void;
}) {
  const { text, say, language } = useLanguage();
  const { warnings: words } = useMonitoringText();
  const store = usePageStore();
  const client = useQueryClient();
  const authorOffice = useOwnOffice();
  const name = useId();
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const lacksReason = isTried && reason.trim() === "";

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!disposition || reason.trim() === "") return;
    const { indicatorCode, areaNumber, period, grade, fired } = warning;
    const properties: EarlyWarning = {
      ...{ indicatorCode, areaLevel: level, areaNumber, period, grade },
      rules: fired.map(({ rule }) => rule),
      ...{ disposition, reason: reason.trim(), authorOffice },
      date: new Date().toISOString().slice(0, 10),
    };
    try {
      await createRecord(client, earlyWarning.type, properties);
      store.getState().announce(words.saved);
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };

  return (
    <form className="stack examine-form" onSubmit={(event) => void save(event)} noValidate>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      <fieldset className="choice">
        <legend>{words.disposition}</legend>
        {(Object.keys(dispositions) as Disposition[]).map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name={name}
              checked={disposition === one}
              onChange={() => setDisposition(one)}
            />
            <span>{say(dispositions[one])}</span>
          </label>
        ))}
        {isTried && !disposition && (
          <p className="field-problem" role="alert">
            {words.dispositionMissing}
          </p>
        )}
      </fieldset>
      <label className="field">
        <span>{words.reason}</span>
        <textarea
          rows={3}
          value={reason}
          maxLength={5000}
          aria-invalid={lacksReason}
          onChange={(event) => setReason(event.target.value)}
        />
        {lacksReason && (
          <span className="field-problem" role="alert">
            {words.reasonMissing}
          </span>
        )}
      </label>
      <p className="warning-acts">
        <button type="submit" className="button button-main small-button">
          {words.save}
        </button>
        <button type="button" className="button small-button" onClick={onClose}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
