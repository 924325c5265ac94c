import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { computedIndicator } from "#domain/indicator/computed-indicator.ts";
import { problemText } from "../../data/problem-text.ts";
import { readToEdit, removeRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { useRecordMoves } from "../record-form/use-record-moves.ts";
import { useComputedText } from "./use-computed-text.ts";

/** The steps out of a draft: agreed by the Geschäftsstelle, or deleted by whose it is. Both are asked for twice. */
export function ComputedSteps({ record, name }: { record: RecordAnswer; name: string }) {
  const { text, say, language } = useLanguage();
  const words = useComputedText();
  const client = useQueryClient();
  const store = usePageStore();
  const mayDelete = useMayWrite(computedIndicator)("delete", record);
  const [isRemoving, setRemoving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const stateName = (state: string) => {
    const known = computedIndicator.lifecycle.states[state]?.name;
    return known ? say(known) : state;
  };
  const moves = useRecordMoves(computedIndicator, record, (state) => words.moved(stateName(state)));
  const shownProblem = problem ?? moves?.problem ?? null;
  const remove = async () => {
    if (!isRemoving) return setRemoving(true);
    try {
      await removeRecord(client, await readToEdit(record.type, record.id));
      store.getState().chooseIndicator(null);
      store.getState().announce(words.removed(name));
    } catch (error) {
      setProblem(error);
    }
  };
  if (!moves && !mayDelete) return null;
  return (
    <>
      {shownProblem !== null && <Notice kind="problem">{problemText(shownProblem, text, language)}</Notice>}
      {moves?.asked != null && <Notice>{words.sure}</Notice>}
      {isRemoving && <Notice>{words.sureToRemove}</Notice>}
      <p className="button-row">
        {moves?.open.map((state) => (
          <button
            key={state}
            type="button"
            className={moves.asked === state ? "button button-main small-button" : "button small-button"}
            onClick={() => void moves.press(state)}
          >
            {moves.asked === state ? words.confirm : (words.moves[state] ?? stateName(state))}
          </button>
        ))}
        {mayDelete && (
          <button
            type="button"
            className={isRemoving ? "button button-main small-button" : "button small-button"}
            onClick={() => void remove()}
          >
            {isRemoving ? words.confirmRemoval : words.removeDraft}
          </button>
        )}
        {(isRemoving || moves?.asked != null) && (
          <button
            type="button"
            className="button small-button"
            onClick={() => {
              setRemoving(false);
              moves?.cancel();
            }}
          >
            {words.cancel}
          </button>
        )}
      </p>
      {moves?.isDecidedElsewhere && <p className="small">{words.decidedElsewhere}</p>}
    </>
  );
}
