import type { FastifyRequest } from "fastify";
import type { Account } from "#domain/contract/account-contract.ts";
import { Problem } from "../errors.ts";

/**
 * The account and session behind this request. Throws Problem 401 for the public, 403 for a personal token, which
 * reads content and nothing else, and for the demo's roles, which have no account.
 */
export function personOf(request: FastifyRequest): { account: Account; session: string } {
  const { account, session, via } = request.person;
  if (account && session) return { account, session };
  if (via === null) throw new Problem(401, "Bitte melden Sie sich an.");
  throw new Problem(403, "Dafür ist eine Anmeldung mit einem Konto nötig.");
}
