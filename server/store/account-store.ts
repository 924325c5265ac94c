import type { Account, PersonalToken } from "#domain/contract/account-contract.ts";
import type { NotedAct } from "./store.ts";

/**
 * Accounts and what signs people in. Secrets arrive as hashes and are never read back. Every change takes the acts
 * the audit shall keep and writes them in the same transaction. Times are ISO 8601, UTC.
 */
export interface AccountStore {
  all(): Promise<Account[]>;
  find(by: { id: string } | { login: string } | { subject: string }): Promise<KeptAccount | undefined>;
  /** True once there is an account; the set-up is closed then. */
  any(): Promise<boolean>;
  /** Adds one; "taken" when the login or subject is another's, or `onlyAsFirst` and there is one already. */
  add(account: KeptAccount, options: { acts: Acts; onlyAsFirst?: boolean }): Promise<"added" | "taken">;
  /**
   * Changes what is given and, where asked to, ends its sessions with it, all but one; undefined when there is no such
   * account, "taken" when the login is another's.
   */
  change(
    id: string,
    change: AccountColumns,
    acts: Acts,
    ending?: { sessions: "all" | { except: string } },
  ): Promise<Account | "taken" | undefined>;
  /** Ties an account that was made beforehand to a subject; "taken" when it has one or the subject has another. */
  link(id: string, subject: string, acts: Acts): Promise<"linked" | "taken">;
  /** Ends the sessions and the personal tokens of an account; how many tokens there were. */
  withdraw(id: string, acts: Acts): Promise<number>;
  /** Removes an account with its sessions and tokens; only the pseudonym stays. False when there is none. */
  remove(id: string, options: { pseudonym: string; acts: Acts }): Promise<boolean>;
  /** What to call the owners of these ids: office, or pseudonym of a deleted account; others are left out. */
  names(ids?: readonly string[]): Promise<Map<string, string>>;

  /** Begins a session and remembers the sign-in; ends the one it replaces and those begun before `oldest`. */
  openSession(session: {
    hash: string;
    accountId: string;
    at: string;
    replaces: string | undefined;
    oldest: string;
  }): Promise<void>;
  session(hash: string): Promise<KeptSession | undefined>;
  noteSessionUse(hash: string, at: string): Promise<void>;
  closeSession(hash: string): Promise<void>;

  tokens(accountId: string): Promise<PersonalToken[]>;
  addToken(accountId: string, token: PersonalToken & { hash: string }, acts: Acts): Promise<void>;
  token(hash: string): Promise<{ token: PersonalToken; account: Account } | undefined>;
  noteTokenUse(id: string, at: string): Promise<void>;
  /** False when this account has no such token. */
  removeToken(accountId: string, id: string, acts: Acts): Promise<boolean>;

  /** Remembers a sign-in through the city that was begun; forgets those begun before `oldest`. */
  beginAttempt(attempt: SignInAttempt, oldest: string): Promise<void>;
  /** The attempt with this state, once: a second question finds nothing. */
  takeAttempt(stateHash: string): Promise<SignInAttempt | undefined>;
}

export type Acts = readonly NotedAct[];

export interface KeptAccount extends Account {
  /** PHC string of Argon2id; null for accounts of the single sign-on. */
  passwordHash: string | null;
  /** Issuer and subject of the single sign-on, one space between. */
  subject: string | null;
}

export type AccountColumns = Partial<
  Pick<Account, "login" | "office" | "role" | "department" | "districts" | "isLocked"> & {
    passwordHash: string;
  }
>;

export interface KeptSession {
  account: Account;
  createdAt: string;
  usedAt: string;
}

export interface SignInAttempt {
  stateHash: string;
  nonce: string;
  verifier: string;
  returnPath: string;
  createdAt: string;
}
