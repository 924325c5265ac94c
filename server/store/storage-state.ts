import { type Store, StoreFullError } from "./store.ts";

type Writing = Pick<
  Store,
  "saveSetting" | "write" | "note" | "openRelease" | "stage" | "publish" | "discard"
>;

/**
 * Remembers whether the last thing written found space: `isFull` is true from a write that found none until one
 * that succeeds, whoever wrote and wherever the database lies. Nothing has to be restarted or asked for.
 */
export function watchedWrites<W extends Writing>(writing: W): W & Pick<Store, "isFull"> {
  let full = false;
  const watched =
    <A extends unknown[], R>(write: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      try {
        const result = await write(...given);
        full = false;
        return result;
      } catch (error) {
        if (error instanceof StoreFullError) full = true;
        throw error;
      }
    };
  return {
    ...writing,
    isFull: () => full,
    saveSetting: watched(writing.saveSetting),
    write: watched(writing.write),
    note: watched(writing.note),
    openRelease: watched(writing.openRelease),
    stage: watched(writing.stage),
    publish: watched(writing.publish),
    discard: watched(writing.discard),
  };
}
