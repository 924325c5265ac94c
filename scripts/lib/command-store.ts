import { storedRecordTypes } from "#domain/record/record-types.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The database the environment names (DATA_DIR, DATABASE_URL), as the server would open it. */
export function openCommandStore(environment: Environment): Promise<Store> {
  return openStore({
    dataDirectory: environment.DATA_DIR || "./data",
    databaseUrl: environment.DATABASE_URL || undefined,
    recordTypes: storedRecordTypes,
  });
}
