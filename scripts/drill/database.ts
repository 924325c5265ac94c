import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

/** The database a drill works on, as the environment of its processes names it. */
export interface DrillDatabase {
  dataDirectory: string;
  databaseUrl?: string;
}

/** Type of the records that drills write. */
export const drillType = "drill-sites";

export function openDrillStore({ dataDirectory, databaseUrl }: DrillDatabase): Promise<Store> {
  return openStore({ dataDirectory, databaseUrl, recordTypes: [] });
}

export function toEnvironment({ dataDirectory, databaseUrl }: DrillDatabase): Record<string, string> {
  return { DATA_DIR: dataDirectory, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
}

export function fromEnvironment(): DrillDatabase {
  const { DATA_DIR: dataDirectory = "./data", DATABASE_URL: databaseUrl } = process.env;
  return { dataDirectory, ...(databaseUrl && { databaseUrl }) };
}
