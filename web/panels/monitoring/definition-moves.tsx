import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { KeptDefinition } from "../../monitoring/use-definitions.ts";
import { Notice } from "../../ui/notice.tsx";
import { useRecordMoves } from "../record-form/use-record-moves.ts";
import { definitionState, useDefinitionText } from "./use-definition-text.ts";

/** The next steps of a kept definition that this person may take; what cannot be taken back is asked for twice. */
export function DefinitionMoves({ kept }: { kept: KeptDefinition }) {
  const { text, say, language } = useLanguage();
  const words = useDefinitionText();
  const moves = useRecordMoves(indexDefinition, kept, (state) => words.moved(say(definitionState(state))));
  if (!moves) return null;
  const { open, asked, problem, press, cancel, isDecidedElsewhere } = moves;
  return (
    <>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
      {asked !== null && <Notice>{words.sure}</Notice>}
      <p className="warning-acts">
        {open.map((state) => (
          <button
            key={state}
            type="button"
            className={asked === state ? "button button-main small-button" : "button small-button"}
            onClick={() => void press(state)}
          >
            {asked === state ? words.confirm : (words.moves[state] ?? say(definitionState(state)))}
          </button>
        ))}
        {asked !== null && (
          <button type="button" className="button small-button" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </p>
      {isDecidedElsewhere && <p className="small">{words.decidedElsewhere}</p>}
    </>
  );
}
