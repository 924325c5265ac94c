import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { movesTo } from "#domain/access/access.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { moveRecord } from "../../data/records.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { KeptDefinition } from "../../monitoring/use-definitions.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { definitionState, useDefinitionText } from "./use-definition-text.ts";

/** The next steps of a kept definition that this person may take; what cannot be taken back is asked for twice. */
export function DefinitionMoves({ kept }: { kept: KeptDefinition }) {
  const { text, say, language } = useLanguage();
  const { me } = useOpened();
  const words = useDefinitionText();
  const store = usePageStore();
  const client = useQueryClient();
  const mayWrite = useMayWrite(indexDefinition);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { states } = indexDefinition.lifecycle;
  const next = states[kept.state]?.next ?? [];
  if (next.length === 0 || !mayWrite("transition", kept)) return null;
  const open = next.filter((state) => movesTo(me, indexDefinition, state));

  const move = async (to: string) => {
    if (states[to]?.isDecided && asked !== to) return setAsked(to);
    setAsked(null);
    try {
      await moveRecord(client, kept, to);
      store.getState().announce(words.moved(say(definitionState(to))));
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  };

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
            onClick={() => void move(state)}
          >
            {asked === state ? words.confirm : (words.moves[state] ?? say(definitionState(state)))}
          </button>
        ))}
        {asked !== null && (
          <button type="button" className="button small-button" onClick={() => setAsked(null)}>
            {words.cancel}
          </button>
        )}
      </p>
      {open.length < next.length && <p className="small">{words.decidedElsewhere}</p>}
    </>
  );
}
