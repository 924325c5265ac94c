import { RateLimiterMemory } from "rate-limiter-flexible";
import { Problem } from "../errors.ts";
import { payerOf } from "../plugins/payer.ts";

/**
 * How many wrong passwords cost nothing: for one account from one address, and from one address whatever the account.
 * A town hall is often one address, so that the second is generous.
 */
const defaults = { perAccount: 5, perAddress: 30, firstDelaySeconds: 5, longestDelaySeconds: 900 };

/** How long attempts are remembered. */
const memorySeconds = 3600;

/**
 * Slows guessing down (RELIABILITY A-09). An attempt is counted before its password is looked at, so that a hundred at
 * once are not a hundred for free, and given back when it was right. After the free ones each wrong attempt doubles the
 * wait. Accounts are counted per address: whoever guesses locks themselves out, never the owner elsewhere.
 * The count lives in this process; two processes allow twice as much.
 */
export class SignInThrottle {
  readonly #options: typeof defaults;
  readonly #attempts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: memorySeconds });
  readonly #waits = new RateLimiterMemory({ points: 1, duration: memorySeconds });

  constructor(options: Partial<typeof defaults> = {}) {
    this.#options = { ...defaults, ...options };
  }

  /** Counts an attempt. Throws Problem 429 with `Retry-After` for one that came too early. */
  async begin(login: string, address: string): Promise<void> {
    const counted: string[] = [];
    for (const { key, free } of this.#counts(login, address)) {
      const { consumedPoints } = await this.#attempts.penalty(key);
      counted.push(key);
      const wait = consumedPoints > free ? await this.#waits.get(key) : null;
      if (wait) {
        for (const one of counted) await this.#attempts.reward(one);
        throw tooMany(wait.msBeforeNext);
      }
      if (consumedPoints >= free) await this.#waits.block(key, this.#delaySeconds(consumedPoints - free));
    }
  }

  /** The attempt was right: the account's count from here begins anew, the address gets its one back. */
  async succeeded(login: string, address: string): Promise<void> {
    const [account, whole] = this.#counts(login, address);
    await this.#attempts.delete(account.key);
    await this.#waits.delete(account.key);
    await this.#attempts.reward(whole.key);
    await this.#waits.delete(whole.key);
  }

  #counts(login: string, address: string) {
    const payer = payerOf(address);
    return [
      {
        key: `account ${payer} ${login.trim().normalize("NFC").toLowerCase()}`,
        free: this.#options.perAccount,
      },
      { key: `address ${payer}`, free: this.#options.perAddress },
    ] as const;
  }

  #delaySeconds(beyond: number): number {
    const { firstDelaySeconds, longestDelaySeconds } = this.#options;
    return Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** beyond);
  }
}

function tooMany(milliseconds: number): Problem {
  return new Problem(429, "Zu viele Versuche. Bitte warten Sie, bevor Sie es noch einmal versuchen.", {
    retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  });
}
