import { expect, it } from "vitest";
import { SignInThrottle } from "../../../server/accounts/sign-in-throttle.ts";
import { Problem } from "../../../server/errors.ts";

const options = { perAccount: 2, perAddress: 3, firstDelaySeconds: 0.1, longestDelaySeconds: 0.4 };

/** Milliseconds until the next attempt counts, found by asking until one does. */
async function waitOf(throttle: SignInThrottle, login: string, address: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    try {
      await throttle.begin(login, address);
      return performance.now() - began;
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect((error as Problem).extras.retryAfterSeconds).toBeGreaterThanOrEqual(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

it("A-09 the wait doubles with each wrong attempt up to the longest, and others do not wait", async () => {
  const throttle = new SignInThrottle(options);
  const waits: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) waits.push(await waitOf(throttle, "ziel", "192.0.2.7"));
  const atLeast = [0, 0, 100, 200, 400, 400];
  for (const [attempt, wait] of waits.entries()) {
    // A clock that is checked every few milliseconds may be a little early.
    expect(wait, `attempt ${attempt}`).toBeGreaterThanOrEqual(atLeast[attempt]! - 10);
  }
  await throttle.begin("ziel", "198.51.100.1");
});

it("A-09 names tried once each from one address wait as well, and a right password begins anew", async () => {
  const throttle = new SignInThrottle(options);
  for (const login of ["a", "b", "c"]) await throttle.begin(login, "192.0.2.8");
  await expect(throttle.begin("d", "192.0.2.8")).rejects.toMatchObject({ status: 429 });
  await throttle.succeeded("a", "192.0.2.8");
  await throttle.begin("d", "192.0.2.8");
});
