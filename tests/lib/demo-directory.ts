import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { loadDemo } from "../../scripts/lib/load-demo.ts";
import { openStore } from "../../server/store/open-store.ts";

/**
 * A data directory of one's own with the demo city as `npm start` loads it (SQLite). The city is made once in a
 * test run and then copied, because making it takes longer than most journeys through it. Whoever asks removes it.
 */
export async function demoDirectory(): Promise<string> {
  const made = join(inject("demoPlace"), "demo-city");
  if (!existsSync(made)) await makeDemo(made);
  const directory = mkdtempSync(join(tmpdir(), "sozialraumkarte-"));
  cpSync(made, directory, { recursive: true });
  return directory;
}

/** Made aside and moved into its place whole, since two test files may make it at the same time. */
async function makeDemo(place: string): Promise<void> {
  const aside = mkdtempSync(`${place}-`);
  const store = await openStore({ dataDirectory: aside, recordTypes: storedRecordTypes });
  try {
    await loadDemo(store);
  } finally {
    await store.close();
  }
  try {
    renameSync(aside, place);
  } catch {
    rmSync(aside, { recursive: true });
  }
}
