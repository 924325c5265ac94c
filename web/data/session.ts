import type { SessionAnswer } from "#domain/contract/account-contract.ts";
import { read, send } from "./api.ts";

/** By the clock of this page; nobody's session never ends. */
let endsAt = Number.POSITIVE_INFINITY;

/**
 * Whether the session is over as far as this page knows. Until that is settled nothing is asked anew: the answers would be
 * the public's, and what is being typed would go with the rest.
 */
export function isSessionOver(): boolean {
  return Date.now() >= endsAt;
}

/** Notes when the session ends, or that there is none to wait for. */
export function noteSessionEnd(milliseconds: number | null): void {
  endsAt = milliseconds ?? Number.POSITIVE_INFINITY;
}

/** How long the session lasts. Rejects with ApiError. */
export function readSession(): Promise<SessionAnswer> {
  return read<SessionAnswer>("api/session");
}

/** Uses the session, so that it lasts as long as it may. Rejects with ApiError, 401 when it is over. */
export function staySignedIn(): Promise<SessionAnswer> {
  return send<SessionAnswer>("api/session", {});
}
