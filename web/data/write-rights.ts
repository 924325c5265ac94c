import { type Act, may } from "#domain/access/access.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { usePage } from "../state/use-page.ts";
import { useOpened } from "./opened.ts";

/** What the right to write is asked of; the state only of records there are. */
export type RecordToWrite = Pick<RecordAnswer, "owner" | "department" | "districts"> &
  Partial<Pick<RecordAnswer, "state">>;

/**
 * Whether this person may do something to a record there is, or create one that will lie in `districts`. Not behind a
 * lowered Sicht, where a form would hide what it changes. The server decides again.
 */
export function useMayWrite(type: RecordType): (act: Act, about?: RecordToWrite) => boolean {
  const { me } = useOpened();
  const sight = usePage((state) => state.sight);
  const isWhole = sight === null || sight === "RESTRICTED";
  const audience = { ...me, ceiling: "RESTRICTED" as const };
  // Whether somebody may write is asked of nothing but owner, department, districts and state.
  return (act, about) => isWhole && may(audience, act, type, about as StoredRecord | undefined);
}
