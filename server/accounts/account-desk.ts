import { randomUUID } from "node:crypto";
import type { Account, AccountChange, NewAccount, PersonalToken } from "#domain/contract/account-contract.ts";
import { notFound, Problem } from "../errors.ts";
import type { KeptAccount } from "../store/account-store.ts";
import type { NotedAct, Store } from "../store/store.ts";
import { passwordHash } from "./passwords.ts";
import { newSecret, secretHash } from "./secrets.ts";
import { actOn } from "./sign-in-desk.ts";

/** Tokens one account may hold: some for each program, not one for each question. */
const mostTokens = 20;

/** What the ADMIN and the console do with accounts, and what each person does with their own tokens. */
export class AccountDesk {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  list(): Promise<Account[]> {
    return this.#store.accounts.all();
  }

  /** Throws Problem 409 when the login is taken, 422 when what its role or way to sign in needs is missing. */
  async add({ password, ...fields }: NewAccount, actor: string): Promise<Account> {
    checkScope(fields);
    if (fields.signIn === "local" && password === undefined) {
      throw new Problem(422, "Für ein Konto mit Passwort fehlt das Passwort.", {
        errors: [{ pointer: "/password", detail: "fehlt" }],
      });
    }
    const account: KeptAccount = {
      ...fields,
      id: randomUUID(),
      isLocked: false,
      createdAt: new Date().toISOString(),
      lastSignInAt: null,
      passwordHash: fields.signIn === "local" && password ? await passwordHash(password) : null,
      subject: null,
    };
    const acts = [actOn(account.id, { actor, action: "account-added", reason: account.role })];
    if ((await this.#store.accounts.add(account, { acts })) === "taken") throw takenLogin();
    const { passwordHash: _hash, subject: _subject, ...shown } = account;
    return shown;
  }

  /** Throws Problem 404, 409 for a taken login or the last ADMIN, 422 as `add`. */
  async change(id: string, { password, ...change }: AccountChange, actor: string): Promise<Account> {
    const before = await this.#store.accounts.find({ id });
    if (!before) throw notFound();
    checkScope({ ...before, ...change });
    if (password !== undefined && before.signIn !== "local") {
      throw new Problem(409, "Dieses Konto meldet sich über die Stadt an und hat kein Passwort.");
    }
    if (change.isLocked === true || (change.role && change.role !== "ADMIN")) await this.#keepAnAdmin(before);
    const columns = {
      ...change,
      ...(password !== undefined && { passwordHash: await passwordHash(password) }),
    };
    const acts = actsOfChange(before, { ...change, isReset: password !== undefined }, actor);
    const isShutOut = change.isLocked === true || password !== undefined;
    const changed = await this.#store.accounts.change(
      id,
      columns,
      acts,
      isShutOut ? { sessions: "all" } : undefined,
    );
    if (changed === "taken") throw takenLogin();
    if (!changed) throw notFound();
    return changed;
  }

  /** Throws Problem 404, 409 for the last ADMIN. What the account wrote stays, under a pseudonym (P-08). */
  async remove(id: string, actor: string): Promise<void> {
    const before = await this.#store.accounts.find({ id });
    if (!before) throw notFound();
    await this.#keepAnAdmin(before);
    const pseudonym = `Ehemaliges Konto ${secretHash(newSecret()).slice(0, 6)}`;
    const acts = [actOn(id, { actor, action: "account-deleted" })];
    if (!(await this.#store.accounts.remove(id, { pseudonym, acts }))) throw notFound();
  }

  tokens(accountId: string): Promise<PersonalToken[]> {
    return this.#store.accounts.tokens(accountId);
  }

  /** A new token and, this once, its secret. Throws Problem 409 when the account holds too many. */
  async issue(accountId: string, { name, days }: { name: string; days: number }) {
    if ((await this.tokens(accountId)).length >= mostTokens) {
      throw new Problem(
        409,
        `Mehr als ${mostTokens} Zugangsschlüssel sind nicht vorgesehen. Löschen Sie einen alten.`,
      );
    }
    const secret = newSecret();
    const now = Date.now();
    const token: PersonalToken = {
      id: randomUUID(),
      name,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + days * 86_400_000).toISOString(),
      lastUsedAt: null,
    };
    const acts = [this.#tokenAct(accountId, token.id, "token-issued")];
    await this.#store.accounts.addToken(accountId, { ...token, hash: secretHash(secret) }, acts);
    return { ...token, secret };
  }

  /** Throws Problem 404 for a token that is not this account's. */
  async revoke(accountId: string, id: string): Promise<void> {
    const acts = [this.#tokenAct(accountId, id, "token-revoked")];
    if (!(await this.#store.accounts.removeToken(accountId, id, acts))) throw notFound();
  }

  #tokenAct(actor: string, id: string, action: string): NotedAct {
    return { at: new Date().toISOString(), actor, action, type: "token", id, reason: null };
  }

  /** Somebody must be left who can let others in. */
  async #keepAnAdmin(account: Account): Promise<void> {
    if (account.role !== "ADMIN" || account.isLocked) return;
    const others = (await this.list()).filter(
      ({ id, role, isLocked }) => id !== account.id && role === "ADMIN" && !isLocked,
    );
    if (others.length === 0) {
      throw new Problem(
        409,
        "Das letzte Konto der Technik bleibt, sonst könnte niemand mehr Konten verwalten.",
      );
    }
  }
}

const takenLogin = () =>
  new Problem(409, "Diesen Anmeldenamen gibt es schon.", {
    errors: [{ pointer: "/login", detail: "vergeben" }],
  });

/** A district head without a district and a planner without a department would see nothing of their own. */
function checkScope({
  role,
  department,
  districts,
}: Pick<Account, "role" | "department" | "districts">): void {
  if (role === "DISTRICT_HEAD" && districts.length === 0) {
    throw new Problem(422, "Für Bezirksvorsteher*innen fehlt der Stadtbezirk.", {
      errors: [{ pointer: "/districts", detail: "fehlt" }],
    });
  }
  if (role === "PLANNER" && !department) {
    throw new Problem(422, "Für Fachämter fehlt die Nummer des Amts.", {
      errors: [{ pointer: "/department", detail: "fehlt" }],
    });
  }
}

function actsOfChange(
  before: Account,
  { isReset, ...change }: Omit<AccountChange, "password"> & { isReset: boolean },
  actor: string,
): NotedAct[] {
  const acts: NotedAct[] = [];
  const note = (action: string, reason: string | null = null) =>
    acts.push(actOn(before.id, { actor, action, reason }));
  if (change.isLocked !== undefined && change.isLocked !== before.isLocked) {
    note(change.isLocked ? "account-locked" : "account-unlocked");
  }
  if (change.role !== undefined && change.role !== before.role) {
    note("role-changed", `${before.role} → ${change.role}`);
  }
  if (isReset) note("password-reset");
  const fields = (["login", "office", "department", "districts"] as const).filter(
    (field) => change[field] !== undefined && `${change[field]}` !== `${before[field]}`,
  );
  if (fields.length > 0) note("account-changed", fields.join(", "));
  return acts;
}
