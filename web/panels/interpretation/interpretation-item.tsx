import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { interpretation } from "#domain/interpretation/interpretation.ts";
import { useAreaTitle } from "../../data/area-of.ts";
import { useOpened } from "../../data/opened.ts";
import { useOwnOffice } from "../../data/own-office.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { usePeriodLabel } from "../indicator/use-period-label.ts";
import { StepDialog } from "../record-form/step-dialog.tsx";
import type { Written } from "./interpretation-section.tsx";
import { shownInterpretation } from "./readings.ts";
import { useInterpretationText } from "./use-interpretation-text.ts";

/** One reading with its signature, or a draft that says that it has none. */
export function InterpretationItem({
  record,
  onWrite,
}: {
  record: RecordAnswer;
  /** Left out for former versions, which nothing more is done to. */
  onWrite?: (written: Written) => void;
}) {
  const { text, formats } = useLanguage();
  const words = useInterpretationText();
  const { me } = useOpened();
  const store = usePageStore();
  const mayEdit = useMayWrite(interpretation)("edit", record);
  const ownOffice = useOwnOffice();
  const [isSigning, setSigning] = useState(false);
  const periodLabel = usePeriodLabel();
  const said = shownInterpretation(record);
  const area = useAreaTitle({ level: said.areaLevel ?? "city", number: said.areaNumber ?? "" });
  const office = said.signedBy ?? said.authorOffice ?? text.record.unknown;
  const isDraft = record.state === "ENTWURF";
  const facts = [
    isDraft
      ? words.draft(office, formats.date(said.date))
      : words.signed(office, formats.date(said.signedOn ?? said.date)),
    said.version !== undefined && words.version(formats.number(said.version)),
    said.areaNumber !== undefined && area,
    said.period !== undefined && words.period(periodLabel(said.period)),
  ].filter((fact) => typeof fact === "string");
  return (
    <li className="voice">
      <blockquote>{said.text}</blockquote>
      <small>{facts.join(" · ")}</small>
      {me.account && (
        <p className="button-row">
          {mayEdit && onWrite && isDraft && (
            <>
              <button
                type="button"
                className="link-button"
                aria-label={words.editOf(office)}
                onClick={() => onWrite({ kind: "draft", record })}
              >
                {words.edit}
              </button>
              <button
                type="button"
                className="link-button"
                aria-label={words.signOf(office)}
                onClick={() => setSigning(true)}
              >
                {words.sign}
              </button>
            </>
          )}
          {mayEdit && onWrite && record.state === "UNTERZEICHNET" && (
            <button
              type="button"
              className="link-button"
              aria-label={words.rewriteOf(office)}
              onClick={() => onWrite({ kind: "rewrite", record })}
            >
              {words.rewrite}
            </button>
          )}
          <button
            type="button"
            className="link-button"
            onClick={() => store.getState().select({ kind: "record", type: record.type, id: record.id })}
          >
            {me.role === "SECRETARIAT" ? words.historyAndRelease : words.history}
          </button>
        </p>
      )}
      {isSigning && (
        <StepDialog
          record={record}
          to="UNTERZEICHNET"
          title={words.signOf(office)}
          explanation={words.signAsked(ownOffice)}
          confirm={words.sign}
          done={words.isSigned}
          onClose={() => setSigning(false)}
        />
      )}
    </li>
  );
}
