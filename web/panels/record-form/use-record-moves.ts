import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { movesTo } from "#domain/access/access.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { useOpened } from "../../data/opened.ts";
import { moveRecord } from "../../data/records.ts";
import { type RecordToWrite, useMayWrite } from "../../data/write-rights.ts";
import { usePageStore } from "../../state/use-page.ts";

/** A record as far as its next steps depend on it. */
export type RecordToMove = RecordToWrite & { id: string; type: string; state: string };

export interface RecordMoves {
  /** States this person may move the record to. */
  open: readonly string[];
  /** Whether there are steps that somebody else takes. */
  isDecidedElsewhere: boolean;
  /** The deciding step that was pressed once and waits to be pressed again. */
  asked: string | null;
  problem: unknown;
  /** Takes a step; one that decides only when pressed twice. */
  press: (state: string) => Promise<void>;
  cancel: () => void;
}

/** The next steps of a record; null where there are none, or where this person takes none. `done` is said of one taken. */
export function useRecordMoves(
  type: RecordType,
  record: RecordToMove,
  done: (state: string) => string,
): RecordMoves | null {
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const mayWrite = useMayWrite(type);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { states } = type.lifecycle;
  const next = states[record.state]?.next ?? [];
  if (next.length === 0 || !mayWrite("transition", record)) return null;
  const open = next.filter((state) => movesTo(me, type, state));
  return {
    open,
    isDecidedElsewhere: open.length < next.length,
    asked,
    problem,
    press: async (state) => {
      if (states[state]?.isDecided && asked !== state) return setAsked(state);
      setAsked(null);
      try {
        await moveRecord(client, record, state);
        store.getState().announce(done(state));
        setProblem(null);
      } catch (error) {
        setProblem(error);
      }
    },
    cancel: () => setAsked(null),
  };
}
