import type { Language } from "#domain/text/text.ts";
import type { Messages } from "../i18n/de.ts";
import { ApiError } from "./api.ts";

/**
 * What happened and what to do, in a sentence. The server's own title is German, so it is shown to German
 * readers only; others get the sentence for its status.
 */
export function problemText(error: unknown, text: Messages, language: Language): string {
  if (!(error instanceof ApiError)) return text.problems.unknown;
  if (error.status === 0) return `${text.problems.offlineTitle} ${text.problems.offline}`;
  if (error.status === 401 || error.status === 403) return text.problems.notAllowed;
  if (error.status === 404) return text.problems.notFound;
  if (error.status === 429) return text.problems.tooMany;
  if (error.status < 500 && language === "de" && error.problem) {
    return [error.problem.title, error.problem.detail].filter(Boolean).join(" ");
  }
  return error.status >= 500 ? text.problems.server : text.problems.unknown;
}
