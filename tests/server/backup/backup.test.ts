import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backupDrill } from "../../../scripts/drill/backup-drill.ts";
import { type DrillDatabase, openDrillStore } from "../../../scripts/drill/database.ts";
import { type BackupManifest, manifestName } from "../../../server/backup/backup-manifest.ts";
import { makeBackup } from "../../../server/backup/make-backup.ts";
import { restoreBackup } from "../../../server/backup/restore-backup.ts";
import { databaseFileName } from "../../../server/store/sqlite/sqlite-engine.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { inDatabase } from "../../lib/postgres.ts";
import { runningApp } from "../../lib/running-app.ts";
import { runCommand } from "../../lib/running-server.ts";
import { addRecord, kita, type SmallCity, smallCity } from "../../lib/small-city.ts";
import { temporaryDirectory } from "../drill/databases.ts";

/** Flips the lowest bit in the middle of a file. */
function flipByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "restored",
    (error: { check?: string; message: string }) => error.check ?? error.message,
  );

/** What everybody and the Geschäftsstelle get of a city: lists, layers, and the tile that shows its facilities. */
async function everything({ app, as }: SmallCity): Promise<Record<string, string>> {
  const tiles = (await app.inject("/tiles/facilities.json")).json().tiles[0] as string;
  const tile = new URL(tiles.replace("{z}", "10").replace("{x}", "537").replace("{y}", "352")).pathname;
  const addresses = [
    "/api/city",
    "/api/areas?level=district&geometry=true",
    "/api/layers",
    "/api/records/facilities",
    tile,
  ];
  const answers: Record<string, string> = {};
  for (const url of addresses) {
    for (const [who, headers] of [
      ["public", {}],
      ["secretariat", as("SECRETARIAT")],
    ] as const) {
      const answer = await app.inject({ url, headers });
      answers[`${who} ${url}`] = `${answer.statusCode} ${answer.rawPayload.toString("base64")}`;
    }
  }
  expect(answers[`public ${tile}`]).toMatch(/^200 .{60,}/);
  return answers;
}

onBothDatabases((newDatabase, emptyDatabase) => {
  const database = async (): Promise<DrillDatabase> => {
    const databaseUrl = await emptyDatabase();
    return { dataDirectory: temporaryDirectory(), ...(databaseUrl && { databaseUrl }) };
  };

  it("D-07 a backup made while four writers go on holds every write acknowledged before it began", {
    timeout: 120_000,
  }, async () => {
    const result = await backupDrill({ database: await database(), empty: await database(), writes: 300 });
    expect(result.lost).toEqual([]);
    expect(result.acknowledged).toBeGreaterThanOrEqual(300);
    expect(result.meanwhile).toBeGreaterThan(0);
    expect(result.auditEntries).toBeGreaterThanOrEqual(result.acknowledged);
    expect(result.backupSeconds).toBeLessThan(60);
  });

  describe("the backup of a city", () => {
    let where: DrillDatabase;
    let city: SmallCity;
    let directory: string;
    let manifest: BackupManifest;
    let answers: Record<string, string>;

    beforeAll(async () => {
      const dataDirectory = mkdtempSync(join(tmpdir(), "backup-test-"));
      const databaseUrl = await newDatabase();
      where = { dataDirectory, ...(databaseUrl && { databaseUrl }) };
      city = await smallCity(where);
      for (const name of ["Kita Süd", "Kita „Grüne Aue“", "Kita Nord"]) {
        await addRecord(city.store, "facilities", { properties: kita(name) });
      }
      await addRecord(city.store, "facilities", { properties: kita("Kita intern"), visibility: "INTERNAL" });
      mkdirSync(join(dataDirectory, "uploads"));
      writeFileSync(join(dataDirectory, "uploads", "3f2a"), "nummer;name\n01;West\n");
      answers = await everything(city);
      ({ directory, manifest } = await makeBackup({
        ...where,
        backupDirectory: join(dataDirectory, "backups"),
      }));
    });
    afterAll(() => city.close());

    it("D-08 restored into an empty place is the same city: tables, answers and the tiles of its map", async () => {
      const empty = await database();
      const restored = await restoreBackup(directory, empty);
      expect(restored.manifest).toEqual(manifest);
      expect(manifest.tables.find(({ name }) => name === "record")?.rows).toBe(4);
      expect(readFileSync(join(empty.dataDirectory, "uploads", "3f2a"), "utf8")).toContain("01;West");
      const again = await makeBackup({ ...empty, backupDirectory: join(empty.dataDirectory, "backups") });
      expect(again.manifest.tables).toEqual(manifest.tables);

      const began = performance.now();
      const running = await runningApp(async () => {}, empty.databaseUrl, empty.dataDirectory);
      try {
        expect((await running.app.inject("/ready")).statusCode).toBe(200);
        expect(performance.now() - began).toBeLessThan(5000);
        expect(await everything({ ...running, as: city.as })).toEqual(answers);
      } finally {
        await running.close();
      }
    });

    it("D-09 the bare database file without its manifest is refused", async () => {
      const bare = join(temporaryDirectory(), "bare");
      mkdirSync(bare);
      const [file = ""] = manifest.files.map(({ path }) => path);
      cpSync(join(directory, file), join(bare, file));
      const empty = await database();
      expect(await refusal(restoreBackup(join(bare, file), empty))).toBe("manifest");
      expect(existsSync(join(empty.dataDirectory, databaseFileName))).toBe(false);
    });

    it("D-10 one flipped byte is refused by name, and what is there stays as it is", async () => {
      const copy = join(temporaryDirectory(), "copy");
      const empty = await database();
      for (const [file, check] of [
        [manifest.files[0]!.path, "checksum"],
        ["uploads/3f2a", "checksum"],
        [manifestName, "manifest"],
      ] as const) {
        cpSync(directory, copy, { recursive: true });
        flipByte(join(copy, file));
        expect(await refusal(restoreBackup(copy, empty)), file).toBe(check);
        cpSync(directory, copy, { recursive: true });
      }
      expect(readdirSync(empty.dataDirectory)).toEqual([]);
      if (empty.databaseUrl) {
        expect(await inDatabase(empty.databaseUrl, "select to_regclass('record') as record")).toEqual([
          { record: null },
        ]);
      }
      expect(await everything(city)).toEqual(answers);
    });

    it("never goes over a database that is there", async () => {
      expect(await refusal(restoreBackup(directory, where))).toBe("target");
      expect(await everything(city)).toEqual(answers);
    });

    it("leaves nothing that could be taken for a backup when it cannot be finished", async () => {
      const backups = join(temporaryDirectory(), "backups");
      const nowhere = {
        dataDirectory: temporaryDirectory(),
        databaseUrl: where.databaseUrl && `${where.databaseUrl}_none`,
      };
      await expect(makeBackup({ ...nowhere, backupDirectory: backups })).rejects.toThrow();
      expect(readdirSync(backups)).toEqual([]);
    });
  });
});

it("is made and restored by two commands that say what they did, and which check failed", async () => {
  const [source, target, backups] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
  await (await openDrillStore({ dataDirectory: source })).close();
  const saved = await runCommand("scripts/backup.ts", [], { DATA_DIR: source, BACKUP_DIR: backups });
  expect([saved.status, saved.output]).toEqual([0, expect.stringMatching(/^Gesichert in .*Z: \d+ Tabellen/)]);
  const folder = /Gesichert in (\S+):/.exec(saved.output)?.[1] ?? "";
  const restored = await runCommand("scripts/restore.ts", [folder], { DATA_DIR: target });
  expect([restored.status, restored.output]).toEqual([0, expect.stringContaining("ist unversehrt")]);
  flipByte(join(folder, databaseFileName));
  const refused = await runCommand("scripts/restore.ts", [folder], { DATA_DIR: join(target, "again") });
  expect([refused.status, refused.output]).toEqual([
    1,
    expect.stringMatching(/^Nicht zurückgespielt \(checksum\): Die Prüfsumme \(sha256\)/),
  ]);
});
