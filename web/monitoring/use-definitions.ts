import { useMemo } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import { useAllRecords } from "../data/queries.ts";

/** A definition that is kept, as this person reads it: the author's office and the note only inside the administration. */
export interface KeptDefinition
  extends Pick<RecordAnswer, "id" | "type" | "state" | "owner" | "department" | "districts"> {
  definition: Omit<IndexDefinition, "author"> & Partial<Pick<IndexDefinition, "author">>;
}

/** Definitions this person reads, by name, the newest version of each first; null while they are on their way. */
export function useDefinitions(): readonly KeptDefinition[] | null {
  const records = useAllRecords(indexDefinition.type, null).data?.records;
  return useMemo(
    () =>
      records
        ? records
            .map(({ id, type, state, owner, department, districts, properties }) => ({
              ...{ id, type, state, owner, department, districts },
              definition: properties as unknown as KeptDefinition["definition"],
            }))
            .sort(
              ({ definition: a }, { definition: b }) =>
                a.name.localeCompare(b.name, "de") || b.version - a.version,
            )
        : null,
    [records],
  );
}

/** Version a definition of this name would be: one more than the newest there is. */
export function nextVersion(kept: readonly KeptDefinition[], name: string): number {
  const own = kept.filter(({ definition }) => definition.name === name.trim());
  return 1 + Math.max(0, ...own.map(({ definition }) => definition.version));
}
