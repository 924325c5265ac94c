import { performance } from "node:perf_hooks";
import { type Store, StoreFullError } from "./store.ts";

type Writing = Pick<
  Store,
  "saveSetting" | "write" | "note" | "openRelease" | "stage" | "publish" | "discard"
>;

/** Milliseconds between two looks for space, however often somebody asks. */
const lookMilliseconds = 2000;

/**
 * Remembers whether the last thing written found space: `isFull` is true from a write that found none until one
 * that succeeds, or until `lookForSpace` found some. Nothing has to be restarted.
 */
export class StorageState {
  readonly #probe: () => Promise<void>;
  #full = false;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** `probe` writes something and takes it away again; it throws StoreFullError without space. */
  constructor(probe: () => Promise<void>) {
    this.#probe = probe;
  }

  readonly isFull = (): boolean => this.#full;

  /** Asks again while full. Throws what else than want of space stops the probe. */
  readonly lookForSpace = async (): Promise<void> => {
    const now = performance.now();
    if (!this.#full || now - this.#lookedAt < lookMilliseconds) return;
    this.#lookedAt = now;
    try {
      await this.#probe();
      this.#full = false;
    } catch (error) {
      if (!(error instanceof StoreFullError)) throw error;
    }
  };

  /** The same writing; what succeeds or finds no space is remembered. */
  watchWrites<W extends Writing>(writing: W): W {
    const watched =
      <A extends unknown[], R>(write: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        const result = await this.#noticing(write(...given));
        this.#full = false;
        return result;
      };
    return {
      ...writing,
      saveSetting: watched(writing.saveSetting),
      write: watched(writing.write),
      note: watched(writing.note),
      openRelease: watched(writing.openRelease),
      stage: watched(writing.stage),
      publish: watched(writing.publish),
      discard: watched(writing.discard),
    };
  }

  /** For parts that read and write alike (accounts, sessions): a success says nothing there, a failure does. */
  noticeFull<P extends object>(parts: P): P {
    const noticing = Object.entries(parts).map(([name, ask]: [string, (...given: unknown[]) => unknown]) => [
      name,
      (...given: unknown[]) => this.#noticing(ask(...given) as Promise<unknown>),
    ]);
    return Object.fromEntries(noticing) as P;
  }

  async #noticing<R>(answer: Promise<R>): Promise<R> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof StoreFullError) this.#full = true;
      throw error;
    }
  }
}
