import { canonicalJson } from "../dataset/canonical-json.ts";
import type { Properties } from "./record.ts";

/** Where a record says which office speaks: the server writes it from the account, so that nobody signs for another one. */
export interface OwnOffice {
  /** Field with the office of whoever made the record; it stays when others edit it. */
  author?: string;
  /** Fields with an object whose `office` is that of whoever wrote it or changed it last. */
  parts?: readonly string[];
}

/** Properties as sent, with the offices as they are: `office` for what is new or changed, the one before for the rest. */
export function withOwnOffice(
  { author, parts = [] }: OwnOffice,
  sent: Properties,
  { before, office }: { before: Properties | null; office: string },
): Properties {
  const written = { ...sent };
  if (author) written[author] = before?.[author] ?? office;
  for (const part of parts) {
    const now = said(sent[part]);
    if (!now) continue;
    const then = said(before?.[part]);
    const isSame = then !== null && canonicalJson({ ...now, office }) === canonicalJson({ ...then, office });
    written[part] = isSame ? then : { ...now, office };
  }
  return written;
}

function said(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
