import { randomUUID, timingSafeEqual } from "node:crypto";
import type { Account } from "#domain/contract/account-contract.ts";
import { notFound, Problem } from "../errors.ts";
import type { KeptAccount } from "../store/account-store.ts";
import type { Store } from "../store/store.ts";
import { passwordHash } from "./passwords.ts";
import { newSecret, secretHash } from "./secrets.ts";
import { actOn } from "./sign-in-desk.ts";
import { SignInThrottle } from "./sign-in-throttle.ts";

/** How long the token printed at start is good for. */
const setUpMilliseconds = 3_600_000;

const key = "setUpToken";

/**
 * The way to the first account (RELIABILITY A-16): a token printed to the console of whoever started the server, instead
 * of a password everybody knows. Good for an hour and for one account; the next start without accounts prints another.
 */
export class SetUp {
  readonly #store: Store;
  readonly #throttle = new SignInThrottle();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A new token, in place of any earlier one; undefined when there are accounts or nothing can be written. */
  async offer(): Promise<string | undefined> {
    if (this.#store.readOnly || (await this.#store.accounts.any())) return undefined;
    const secret = newSecret();
    const expiresAt = new Date(Date.now() + setUpMilliseconds).toISOString();
    await this.#store.saveSetting(key, { hash: secretHash(secret), expiresAt });
    return secret;
  }

  async isOpen(): Promise<boolean> {
    const offered = await this.#offered();
    return offered !== undefined && !(await this.#store.accounts.any());
  }

  /** Makes the first account, an ADMIN. Throws Problem 404 when there is no set-up, 403 for a wrong token, 429. */
  async take({
    token,
    login,
    office,
    password,
    address,
  }: {
    token: string;
    login: string;
    office: string;
    password: string;
    address: string;
  }): Promise<Account> {
    const offered = await this.#offered();
    if (!offered || (await this.#store.accounts.any())) throw notFound();
    await this.#throttle.begin("set-up", address);
    if (!timingSafeEqual(Buffer.from(offered.hash), Buffer.from(secretHash(token)))) {
      throw new Problem(403, "Dieser Einrichtungsschlüssel gilt nicht.");
    }
    const account: KeptAccount = {
      id: randomUUID(),
      login,
      office,
      role: "ADMIN",
      department: null,
      districts: [],
      signIn: "local",
      isLocked: false,
      createdAt: new Date().toISOString(),
      lastSignInAt: null,
      passwordHash: await passwordHash(password),
      subject: null,
    };
    const acts = [actOn(account.id, { actor: account.id, action: "account-added", reason: "set-up" })];
    if ((await this.#store.accounts.add(account, { acts, onlyAsFirst: true })) === "taken") throw notFound();
    await this.#store.saveSetting(key, null);
    return account;
  }

  async #offered(): Promise<{ hash: string } | undefined> {
    const offered = await this.#store.setting<{ hash: string; expiresAt: string } | null>(key);
    return offered && Date.parse(offered.expiresAt) > Date.now() ? offered : undefined;
  }
}
