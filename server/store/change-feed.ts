import { chainEnd } from "./audit-log.ts";
import type { Engine } from "./engine.ts";
import type { Store, StoreChange } from "./store.ts";

type Listener = (change: StoreChange) => void;

/** Rows of the audit read at once; one publication can bring tens of thousands. */
const rowsAtOnce = 10_000;

/**
 * Tells listeners what was committed, by this process or another. The audit rows after the last one seen say it,
 * so nothing is missed between two looks and own commits need no path of their own.
 */
export class ChangeFeed implements Pick<Store, "onChange"> {
  readonly #engine: Engine;
  readonly #listeners = new Set<Listener>();
  #seen: number;
  #running: Promise<void> = Promise.resolve();
  #stopWatching: (() => void) | undefined;

  private constructor(engine: Engine, seen: number) {
    this.#engine = engine;
    this.#seen = seen;
  }

  static async open(engine: Engine): Promise<ChangeFeed> {
    return new ChangeFeed(engine, (await chainEnd(engine.reads)).sequence);
  }

  onChange(listener: Listener): () => void {
    const entry: Listener = (change) => listener(change);
    this.#listeners.add(entry);
    // A failed look is made up for by the next one: what was not seen stays after the mark.
    this.#stopWatching ??= this.#engine.watch(() => void this.#catchUp().catch(() => {}));
    return () => {
      this.#listeners.delete(entry);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** After an own commit. The commit stands, so a failure to read back is left to the next look. */
  async committed(): Promise<void> {
    await this.#catchUp().catch(() => {});
  }

  close(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #catchUp(): Promise<void> {
    this.#running = this.#running.catch(() => {}).then(() => this.#readOn());
    return this.#running;
  }

  async #readOn(): Promise<void> {
    if (this.#listeners.size === 0) {
      this.#seen = (await chainEnd(this.#engine.reads)).sequence;
      return;
    }
    const change: StoreChange = { records: [], datasets: [], accounts: [] };
    for (;;) {
      const rows = await this.#engine.reads
        .selectFrom("audit")
        .select(["sequence", "action", "type", "id", "revision"])
        .where("sequence", ">", this.#seen)
        .orderBy("sequence")
        .limit(rowsAtOnce)
        .execute();
      for (const { action, type, id, revision } of rows) {
        if (type === "dataset" && (action === "publish" || action === "restore")) change.datasets.push(id);
        else if (revision !== null) change.records.push({ type, id });
        // A refused attempt changes nothing, and strangers could keep the listeners busy with them.
        else if (type === "account" && action !== "sign-in-refused") change.accounts.push(id);
      }
      this.#seen = rows.at(-1)?.sequence ?? this.#seen;
      if (rows.length < rowsAtOnce) break;
    }
    if (Object.values(change).every((changed) => changed.length === 0)) return;
    for (const listener of this.#listeners) listener(change);
  }
}
