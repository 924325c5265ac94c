import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { type Visibility, visibilities } from "#domain/access/visibility.ts";
import { earlyReleaseOf } from "#domain/release/early-release.ts";
import { send } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { today } from "../../data/today.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { type ChosenFace, PublicFaceFields } from "./public-face-fields.tsx";
import { ReleasePreview } from "./release-preview.tsx";
import { useReleaseText } from "./use-release-text.ts";

/**
 * Level, day, reason, public version and what will be seen; an early release has to be confirmed. A public version alone
 * changes neither level nor day.
 */
export function ReleaseDialog({
  act,
  record,
  type,
  onClose,
}: SheetProps & { act: "release" | "withdraw" | "public-face"; onClose: () => void }) {
  const words = useReleaseText();
  const { text, say, language } = useLanguage();
  const client = useQueryClient();
  const reasonId = useId();
  const here = visibilities.indexOf(record.visibility);
  const levels = act === "release" ? visibilities.slice(0, here) : visibilities.slice(here + 1);
  const [level, setLevel] = useState<Visibility>(
    (act === "withdraw" ? levels.at(-1) : act === "release" ? levels[0] : record.visibility) ?? "PUBLIC",
  );
  const [face, setFace] = useState<ChosenFace>(
    record.publicFace ?? { title: null, place: null, areaNumber: null },
  );
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [isConfirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const early = act === "release" ? earlyReleaseOf(type, record, level) : undefined;

  const hasFace = act !== "withdraw" && type.titleField !== undefined;
  const title = {
    release: words.releaseTitle,
    withdraw: words.withdrawTitle,
    "public-face": words.changeFaceTitle,
  }[act];
  const hint = {
    release: words.reasonHint,
    withdraw: words.withdrawHint,
    "public-face": words.faceReasonHint,
  }[act];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setProblem(words.reasonMissing);
    if (early && !isConfirmed) return setProblem(words.earlyMissing);
    const { title, place } = face;
    const body =
      act === "public-face"
        ? { title, place, reason }
        : {
            ...{ visibility: level, reason, on },
            ...(early ? { confirmedEarly: true } : {}),
            ...(act === "release" && hasFace ? { publicFace: { title, place } } : {}),
          };
    try {
      await send(`api/records/${record.type}/${encodeURIComponent(record.id)}/${act}`, body);
      onClose();
      await client.invalidateQueries();
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
  };

  return (
    <Modal title={title} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {act !== "public-face" && (
          <>
            <label className="field">
              <span>{words.level}</span>
              <select value={level} onChange={(event) => setLevel(event.target.value as Visibility)}>
                {levels.map((one) => (
                  <option key={one} value={one}>
                    {text.levels[one]}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{words.from}</span>
              <input type="date" max={today()} value={on} onChange={(event) => setOn(event.target.value)} />
            </label>
          </>
        )}
        <label className="field" htmlFor={reasonId}>
          <span>{words.reason}</span>
          <textarea
            id={reasonId}
            rows={3}
            maxLength={2000}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="small">{hint}</p>
        {hasFace && <PublicFaceFields record={record} type={type} face={face} onChange={setFace} />}
        {act !== "withdraw" && <ReleasePreview record={record} type={type} level={level} face={face} />}
        {early && (
          <fieldset className="choice">
            <legend>{words.early}</legend>
            <p className="small">{say(early)}</p>
            <label className="check">
              <input
                type="checkbox"
                checked={isConfirmed}
                onChange={(event) => setConfirmed(event.target.checked)}
              />
              {words.earlyConfirmed}
            </label>
          </fieldset>
        )}
        {problem && <Notice kind="problem">{problem}</Notice>}
        <p className="button-row">
          <button type="submit" className="button button-main">
            {title}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Modal>
  );
}
