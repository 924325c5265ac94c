import type { FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Problem } from "../errors.ts";
import { isPublic } from "./audience.ts";
import { payerOf } from "./payer.ts";

/** Points one address may cost in so many seconds. */
export interface CostAllowance {
  points: number;
  seconds: number;
}

/**
 * What one address may cost: points stand for about a millisecond of work, so that the default lets nobody
 * take more than a fifth of a processor for long, and a GIS client that asks for 250 small pages goes through.
 */
const defaults: CostAllowance = { points: 6_000, seconds: 30 };

/**
 * Counts what strangers cost, not how often they ask (RELIABILITY T-02, T-11). Signed-in people are known by
 * name and not counted. The count lives in this process: two processes allow twice as much, which is what
 * they have.
 */
export class CostLimit {
  readonly #spent: RateLimiterMemory;

  constructor({ points, seconds } = defaults) {
    this.#spent = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Charges an address. Throws Problem 429 with `Retry-After` once it has spent what it may. */
  async charge(address: string, points: number): Promise<void> {
    try {
      await this.#spent.consume(payerOf(address), Math.ceil(points));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new Problem(429, "Zu viele Anfragen. Bitte versuchen Sie es gleich noch einmal.", {
        retryAfterSeconds,
      });
    }
  }

  /** Charges whoever sends this request, unless it is somebody signed in. */
  async chargeStranger(request: FastifyRequest, points: number): Promise<void> {
    if (isPublic(request.audience)) await this.charge(request.ip, points);
  }
}
