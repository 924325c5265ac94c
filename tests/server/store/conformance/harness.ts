import { afterAll, beforeAll } from "vitest";
import type { Store } from "../../../../server/store/store.ts";

/** What the suite needs from a database beside the store: a second way in. */
export interface Harness {
  /** Opens another store on the same database, as another process would. */
  open(): Promise<Store>;
  /** Runs a statement behind the store's back, on the kind of connection the application has. */
  execute(statement: string): Promise<void>;
}

export interface Opened extends Harness {
  store(): Store;
}

/** One store for the tests of a file. */
export function withStore(harness: Harness): Opened {
  let store: Store | undefined;
  beforeAll(async () => {
    store = await harness.open();
  });
  afterAll(async () => {
    await store?.close();
  });
  return {
    ...harness,
    store() {
      if (!store) throw new Error("the store is not open yet");
      return store;
    },
  };
}
