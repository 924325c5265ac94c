import type { AreaRef } from "../../data/area-of.ts";
import type { AssessmentDraft } from "./assessment-draft.ts";

/** What somebody began to write about an area, kept in this window for the same account. */
interface Kept {
  account: string;
  area: AreaRef;
  draft: AssessmentDraft;
}

const place = "assessment-draft";

/** The draft this account left about this area; what somebody else left is thrown away. */
export function keptDraft(account: string, area: AreaRef): AssessmentDraft | null {
  const kept = read();
  if (kept && kept.account !== account) forgetDraft();
  const isSame =
    kept?.account === account && kept.area.level === area.level && kept.area.number === area.number;
  return isSame ? kept.draft : null;
}

export function keepDraft(account: string, area: AreaRef, draft: AssessmentDraft): void {
  sessionStorage.setItem(place, JSON.stringify({ account, area, draft } satisfies Kept));
}

export function forgetDraft(): void {
  sessionStorage.removeItem(place);
}

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}
