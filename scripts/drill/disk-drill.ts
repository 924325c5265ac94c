import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Drill, Findings } from "./drill.ts";
import { auditOf, countSketches, fillWithDemo, newDatabase, sketchSite, tilePath } from "./drill-city.ts";
import { type DrillServer, startServer } from "./server-process.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";

/** Space for the demo city with indexes and log; what is left of it is taken by a file. */
const megabytes = 512;
const leftBytes = 2_000_000;
const largeNote = "Übung ".repeat(1600);

/** The disk is filled up twice: once somebody writes after there is space again, once nobody does. */
export const diskDrill: Drill = {
  name: "disk",
  title: "D-04 a full disk refuses writes whole, goes on reading, and is over without a restart",
  async run(setting) {
    const found = new Findings();
    const disk = mountSmallDisk(join(setting.directory, "disk"), megabytes);
    try {
      const database = await newDatabase(setting, { name: "filled", place: disk.place });
      await fillWithDemo(database);
      const server = await startServer(database);
      try {
        const first = await writeUntilFull(server, { disk, found });
        disk.empty();
        const next = await sketchSite(server, "Nach der Störung");
        found.expectEqual(next.status, 201, "the first write with space");
        found.expectEqual(await state(server), "ready", "/ready after that write");

        const second = await writeUntilFull(server, { disk, found });
        disk.empty();
        const began = performance.now();
        while ((await state(server)) !== "ready" && performance.now() - began < 30_000) await pause(100);
        const seconds = (performance.now() - began) / 1000;
        found.expect(seconds < 10, `/ready still degraded after ${seconds.toFixed(1)} s with space`);
        found.expectEqual(await server.stop(), 0, "exit code");
        const { entries, breaks } = await auditOf(database);
        found.expectEqual(breaks, [], "the audit");
        return {
          figures:
            `${first} and ${second} writes until full, then 507 and nothing of it stored, reads 200, "degraded: storage"; ` +
            `with space the next write 201 after ${Math.round(next.milliseconds)} ms, without a write ready after ` +
            `${seconds.toFixed(1)} s; no restart; audit of ${entries} rows verifies`,
          broken: found.broken,
        };
      } finally {
        await server.kill();
      }
    } finally {
      disk.empty();
      disk.remove();
    }
  },
};

/** Answers with the number of writes that found space. */
async function writeUntilFull(
  server: DrillServer,
  { disk, found }: { disk: SmallDisk; found: Findings },
): Promise<number> {
  const before = await countSketches(server);
  disk.fill(leftBytes);
  let written = 0;
  let status = 0;
  let title = "";
  for (; written < 2000; written += 1) {
    const answer = await sketchSite(server, `Skizze ${written}`, largeNote);
    status = answer.status;
    title = status === 201 ? "" : (JSON.parse(answer.body.toString() || "{}") as { title: string }).title;
    if (status !== 201) break;
  }
  found.expectEqual(
    [status, title],
    [507, "Der Speicherplatz ist voll. Es wurde nichts gespeichert."],
    "full",
  );
  found.expectEqual((await countSketches(server)) - before, written, "records stored of those acknowledged");
  const reads = [
    "/api/records/facilities?limit=5",
    await tilePath(server),
    "/ogc/collections/facilities/items?f=json&limit=5",
  ];
  for (const path of reads) found.expectEqual((await server.ask(path)).status, 200, path);
  found.expectEqual(await state(server), "degraded: storage", "/ready on a full disk");
  return written;
}

async function state({ ask }: DrillServer): Promise<string> {
  const { status, body } = await ask("/ready");
  return status === 200 ? (JSON.parse(body.toString()) as { status: string }).status : `status ${status}`;
}
