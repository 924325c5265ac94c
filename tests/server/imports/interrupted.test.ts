import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { databaseFileName } from "../../../server/store/sqlite/sqlite-engine.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { inDatabase } from "../../lib/postgres.ts";
import { as } from "../../lib/running-app.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";
import { treesSpec as spec, stepped, uploaded } from "./upload.ts";

const statistics = as("STATISTICS");

/** Puts the jobs in the hands of a process of the machine before its last start, as a cut of the power leaves them. */
async function leaveJobs({ dataDirectory }: SmallCity, databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl) {
    const earlier = "replace(server::text, (server::json)->>'boot', 'earlier')";
    await inDatabase(databaseUrl, `update import_job set server = ${earlier}`);
    return;
  }
  const database = new Database(join(dataDirectory, databaseFileName));
  database.exec("update import_job set server = json_set(server, '$.boot', 'earlier')");
  database.close();
}

onBothDatabases((newDatabase) => {
  describe("an import in whose middle the server ended", () => {
    it("is there after the restart as given up, says so, and can be started again", async () => {
      const databaseUrl = await newDatabase();
      const city = await smallCity({ databaseUrl });
      const { id } = await uploaded(city.app, statistics, { content: "Nr;Bäume\n01;300\n02;200\n" });
      const { id: waiting } = await uploaded(city.app, statistics, { content: "Nr;Bäume\n01;1\n" });
      const running = { state: "RUNNING", step: "check", spec } as const;
      expect(await city.store.changeImportJob(id, ["PREVIEWED"], running)).toBeDefined();
      await city.store.changeImportJob(waiting, ["PREVIEWED"], { state: "WAITING", step: "check", spec });
      await leaveJobs(city, databaseUrl);

      const { app, close } = await city.restarted();
      await app.ready();
      const { items } = (await app.inject({ url: "/api/jobs", headers: statistics })).json<{
        items: JobAnswer[];
      }>();
      expect(items.map(({ state }) => state)).toEqual(["ABORTED", "ABORTED"]);
      const job = (await app.inject({ url: `/api/jobs/${id}`, headers: statistics })).json<JobAnswer>();
      expect(job.problem?.sentence).toBe(
        "Der Server wurde beendet, der Import ist abgebrochen. Es wurde nichts gespeichert; Sie können ihn noch einmal starten.",
      );
      expect(job.preview?.rowCount).toBe(2);
      const again = await stepped(app, statistics, id, "check", { spec });
      expect(again).toMatchObject({ state: "CHECKED", problem: null, report: { rowsAccepted: 2 } });
      await close();
    });
  });
});
