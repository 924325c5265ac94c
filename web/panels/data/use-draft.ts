import { useState } from "react";
import { areaLevels } from "#domain/area/area.ts";
import type { ImportJob } from "#domain/contract/import-contract.ts";
import { useOpened } from "../../data/opened.ts";
import { withSpec } from "./draft-of-spec.ts";
import { type ImportDraft, suggestedDraft } from "./import-draft.ts";

/** The form of a job, kept in this window so that a reload loses nothing that was typed. */
export function useDraft(job: ImportJob): [ImportDraft, (change: Partial<ImportDraft>) => void] {
  const { city } = useOpened();
  const place = `import-draft-${job.id}`;
  const levels = city.levels.map(({ level }) => level);
  const [draft, setDraft] = useState<ImportDraft>(
    () => kept(place) ?? withSpec(suggestedDraft(job, levels.length > 0 ? levels : areaLevels), job),
  );
  const change = (part: Partial<ImportDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...part };
      sessionStorage.setItem(place, JSON.stringify(after));
      return after;
    });
  return [draft, change];
}

function kept(place: string): ImportDraft | undefined {
  try {
    const text = sessionStorage.getItem(place);
    return text ? (JSON.parse(text) as ImportDraft) : undefined;
  } catch {
    return undefined;
  }
}
