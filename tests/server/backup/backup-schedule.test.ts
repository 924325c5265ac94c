import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { manifestName } from "../../../server/backup/backup-manifest.ts";
import { scheduleBackups } from "../../../server/backup/backup-schedule.ts";
import { dropOldBackups, keptBackups } from "../../../server/backup/kept-backups.ts";
import { temporaryDirectory } from "../drill/databases.ts";

/** A finished backup of a moment, as far as its folder tells. */
function leave(backups: string, at: number): string {
  const directory = join(backups, new Date(at).toISOString().replaceAll(":", "-"));
  mkdirSync(directory);
  writeFileSync(join(directory, manifestName), "{}");
  return directory;
}

/** Looks every 5 ms for a while and tells which backups were made and what went wrong. */
async function watched(backups: string, minutes: number, make: () => Promise<string>) {
  const made: string[] = [];
  const problems: unknown[] = [];
  const stop = scheduleBackups({
    order: { dataDirectory: backups, backupDirectory: backups },
    minutes,
    keep: 2,
    lookEveryMilliseconds: 5,
    make,
    onMade: (directory) => made.push(directory),
    onProblem: (error) => problems.push(error),
  });
  onTestFinished(stop);
  await pause(150);
  stop();
  return { made, problems };
}

it("a backup is made when the newest is older than asked for, and only then", async () => {
  const backups = temporaryDirectory();
  leave(backups, Date.now() - 16 * 60_000);
  const make = async () => leave(backups, Date.now());
  expect((await watched(backups, 15, make)).made).toHaveLength(1);
  expect((await watched(backups, 15, make)).made).toEqual([]);
});

it("a backup that fails is told once and not tried again at once", async () => {
  const make = async () => Promise.reject(new Error("no space"));
  const { made, problems } = await watched(temporaryDirectory(), 15, make);
  expect([made, problems]).toEqual([[], [new Error("no space")]]);
});

it("the newest are kept, others and yesterday's half-made ones go, what is not ours stays", () => {
  const backups = temporaryDirectory();
  const now = Date.UTC(2026, 10, 26);
  const [, second, newest] = [3, 2, 1].map((hours) => leave(backups, now - hours * 3_600_000));
  mkdirSync(join(backups, ".unfinished-2026-11-24T00-00-00.000Z"));
  mkdirSync(join(backups, ".unfinished-2026-11-25T23-59-00.000Z"));
  mkdirSync(join(backups, "notes"));
  dropOldBackups(backups, { keep: 2, now });
  expect(keptBackups(backups).map(({ directory }) => directory)).toEqual([newest, second]);
  expect(readdirSync(backups).filter((name) => !name.startsWith("2026"))).toEqual([
    ".unfinished-2026-11-25T23-59-00.000Z",
    "notes",
  ]);
});
