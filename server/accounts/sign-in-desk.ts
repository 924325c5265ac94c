import type { Audience } from "#domain/access/audience.ts";
import type { Account } from "#domain/contract/account-contract.ts";
import type { Config } from "../config.ts";
import { Problem } from "../errors.ts";
import type { Person } from "../plugins/audience.ts";
import type { KeptAccount } from "../store/account-store.ts";
import type { NotedAct, Store } from "../store/store.ts";
import { isPassword, isWeaker, passwordHash } from "./passwords.ts";
import { newSecret, secretHash } from "./secrets.ts";
import { type SessionCookie, sessionCookie } from "./session-cookie.ts";
import { SignInThrottle } from "./sign-in-throttle.ts";

/** A session is noted as used this often at most: its idle time needs no second's precision. */
const longestUseMilliseconds = 60_000;

const wrong = () => new Problem(401, "Anmeldename oder Passwort stimmt nicht.");

/** Who is looking, as the account says at this moment. */
export function audienceOfAccount({ id, role, department, districts }: Account): Audience {
  return { role, account: id, department, districts, ceiling: "RESTRICTED" };
}

/**
 * Signing in and out. Sessions live in the database, and every request reads the account anew: what is locked,
 * demoted or deleted has lost its rights with the next question (RELIABILITY ).
 */
export class SignInDesk {
  readonly #store: Store;
  readonly #throttle: SignInThrottle;
  readonly #idleMilliseconds: number;
  readonly #useMilliseconds: number;
  readonly #longestMilliseconds: number;
  readonly #longestTrustMilliseconds: number;
  /** Null where nobody can sign in. */
  readonly cookie: SessionCookie | null;

  constructor(
    store: Store,
    config: Pick<Config, "publicUrl" | "allowHttp" | "sessionIdleHours" | "sessionHours" | "tokenGraceDays">,
    throttle = new SignInThrottle(),
  ) {
    this.#store = store;
    this.#throttle = throttle;
    this.cookie = sessionCookie(config);
    this.#idleMilliseconds = config.sessionIdleHours * 3_600_000;
    this.#useMilliseconds = Math.min(longestUseMilliseconds, this.#idleMilliseconds / 10);
    this.#longestMilliseconds = config.sessionHours * 3_600_000;
    this.#longestTrustMilliseconds = this.#longestMilliseconds + config.tokenGraceDays * 86_400_000;
  }

  /**
   * The account these words belong to. Throws Problem 401 alike for a wrong password and for an unknown name, in
   * the same time, 403 for a locked account whose password was right, 429 for one attempt too many.
   */
  async check({
    login,
    password,
    address,
  }: {
    login: string;
    password: string;
    address: string;
  }): Promise<Account> {
    await this.#throttle.begin(login, address);
    const account = await this.#store.accounts.find({ login });
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    // Written for an unknown name too, or the time it takes would tell.
    if (!account || !isRight) {
      await this.#note("sign-in-refused", account?.id ?? "unknown", null);
      throw wrong();
    }
    await this.#throttle.succeeded(login, address);
    if (account.isLocked) {
      await this.#note("sign-in-refused", account.id, "locked");
      throw new Problem(403, "Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Technik.");
    }
    await this.#upgrade(account, password);
    return account;
  }

  /** A new session of this account: the secret for the cookie. What the browser had before is worthless. */
  async begin(account: Account, replaces?: string): Promise<string> {
    const secret = newSecret();
    const now = Date.now();
    await this.#store.accounts.openSession({
      hash: secretHash(secret),
      accountId: account.id,
      at: new Date(now).toISOString(),
      replaces: replaces && secretHash(replaces),
      oldest: new Date(now - this.#longestMilliseconds).toISOString(),
    });
    return secret;
  }

  /** The account of a session that still holds. Asking counts as use unless `isWatching`. */
  async account(secret: string, { isWatching = false } = {}): Promise<Account | undefined> {
    const hash = secretHash(secret);
    const session = await this.#store.accounts.session(hash);
    if (!session || session.account.isLocked) return undefined;
    const now = Date.now();
    const unused = now - Date.parse(session.usedAt);
    if (unused > this.#idleMilliseconds) return undefined;
    if (now - Date.parse(session.createdAt) > this.#longestMilliseconds) return undefined;
    if (unused > this.#useMilliseconds && !isWatching && !this.#store.readOnly) {
      // Nobody waits for it, and a use that could not be noted shortens a session at worst.
      this.#store.accounts.noteSessionUse(hash, new Date(now).toISOString()).catch(() => {});
    }
    return session.account;
  }

  /** Milliseconds until a session ends unless it is used, and in any case; undefined for one that is over. */
  async remaining(secret: string): Promise<{ idle: number; whole: number } | undefined> {
    const session = await this.#store.accounts.session(secretHash(secret));
    if (!session) return undefined;
    const now = Date.now();
    const whole = Date.parse(session.createdAt) + this.#longestMilliseconds - now;
    const idle = Math.min(whole, Date.parse(session.usedAt) + this.#idleMilliseconds - now);
    return idle > 0 ? { idle, whole } : undefined;
  }

  /** Notes that a session is used at this very moment. */
  async use(secret: string): Promise<void> {
    await this.#store.accounts.noteSessionUse(secretHash(secret), new Date().toISOString());
  }

  /** The person of an account and its session, for the very request that begins it. */
  person(account: Account, session: string): Person {
    return { via: "session", account, session, audience: audienceOfAccount(account) };
  }

  async end(secret: string): Promise<void> {
    await this.#store.accounts.closeSession(secretHash(secret));
  }

  /** The account of a personal token that still holds, with the rights it has now. */
  async accountOfToken(secret: string): Promise<Account | undefined> {
    const found = await this.#store.accounts.token(secretHash(secret));
    const now = Date.now();
    if (!found || found.account.isLocked || Date.parse(found.token.expiresAt) <= now) return undefined;
    if (this.#isForgottenByTheCity(found.account, now)) return undefined;
    const unused = now - Date.parse(found.token.lastUsedAt ?? found.token.createdAt);
    if ((!found.token.lastUsedAt || unused > this.#useMilliseconds) && !this.#store.readOnly) {
      this.#store.accounts.noteTokenUse(found.token.id, new Date(now).toISOString()).catch(() => {});
    }
    return found.account;
  }

  /**
   * The city says at each sign-in what somebody may, and says nothing when somebody leaves. A token is believed for so long
   * after the last sign-in as a session could have lasted, and the days of grace.
   */
  #isForgottenByTheCity({ signIn, lastSignInAt }: Account, now: number): boolean {
    if (signIn !== "oidc") return false;
    return lastSignInAt === null || now - Date.parse(lastSignInAt) > this.#longestTrustMilliseconds;
  }

  /** Throws Problem 403 when `present` is not the password, 409 for an account without one, 429 as when signing in. */
  async changePassword(
    id: string,
    { present, next, address, session }: { present: string; next: string; address: string; session: string },
  ): Promise<void> {
    const account = await this.#store.accounts.find({ id });
    if (account?.signIn !== "local") {
      throw new Problem(
        409,
        "Das Passwort dieses Kontos gehört zur Anmeldung der Stadt und wird dort geändert.",
      );
    }
    await this.#throttle.begin(account.login, address);
    if (!(await isPassword(present, account.passwordHash))) {
      throw new Problem(403, "Das bisherige Passwort stimmt nicht.", {
        errors: [{ pointer: "/present", detail: "stimmt nicht" }],
      });
    }
    await this.#throttle.succeeded(account.login, address);
    const acts = [actOn(id, { actor: id, action: "password-changed" })];
    await this.#store.accounts.change(id, { passwordHash: await passwordHash(next) }, acts, {
      sessions: { except: secretHash(session) },
    });
  }

  async #upgrade(account: KeptAccount, password: string): Promise<void> {
    if (!account.passwordHash || !isWeaker(account.passwordHash)) return;
    await this.#store.accounts.change(account.id, { passwordHash: await passwordHash(password) }, []);
  }

  async #note(action: string, id: string, reason: string | null): Promise<void> {
    await this.#store.note([actOn(id, { actor: "unknown", action, reason })]);
  }
}

/** A row of the audit about an account, as of now. */
export function actOn(
  id: string,
  { actor, action, reason = null }: { actor: string; action: string; reason?: string | null },
): NotedAct {
  return { at: new Date().toISOString(), actor, action, type: "account", id, reason };
}
