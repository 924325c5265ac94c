import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { databaseFileName } from "../../server/store/sqlite/sqlite-engine.ts";
import { inDatabase, isPostgresSkipped, newPostgresDatabase } from "../lib/postgres.ts";
import { as } from "../lib/running-app.ts";
import { freePort, root } from "../lib/running-server.ts";
import { addRecord, kita, sketch, smallCity } from "../lib/small-city.ts";
import { temporaryDirectory } from "./drill/databases.ts";

/** Asks a path as a planner; a body makes it a sketch that is sent. */
type Ask = (path: string, payload?: object) => Promise<{ status: number; body: Record<string, unknown> }>;

const sketchOf = (name: string, note = "") => ({
  properties: sketch(name, { note }),
  geometry: { type: "Point", coordinates: [9.05, 48.75] },
});
const sketches = "/api/records/candidate-sites";

/** What must hold while a database of one facility and `written` sketches finds no space. */
async function expectFull(ask: Ask, written: number): Promise<void> {
  const refused = await ask(sketches, sketchOf("Eine zu viel", "x".repeat(9000)));
  expect([refused.status, refused.body.title]).toEqual([
    507,
    "Der Speicherplatz ist voll. Es wurde nichts gespeichert.",
  ]);
  expect((await ask(sketches)).body.total).toBe(written);
  const { tiles } = (await ask("/tiles/facilities.json")).body as { tiles: [string] };
  const [template] = tiles;
  const tile = new URL(template.replace("{z}", "10").replace("{x}", "537").replace("{y}", "352")).pathname;
  for (const path of ["/api/records/facilities", tile, "/ogc/collections/facilities/items?f=json"]) {
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  }
  expect((await ask("/ready")).body.status).toBe("degraded: storage");
}

describe("a server whose SQLite file may not grow", () => {
  let server: ChildProcess | undefined;
  afterEach(async () => {
    if (!server || server.exitCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  });

  it("D-04 refuses writes with 507, reads on, and finds space again by itself and without a restart", async () => {
    const dataDirectory = temporaryDirectory();
    const city = await smallCity({ dataDirectory });
    await addRecord(city.store, "facilities", { properties: kita("Kita West") });
    // Closed without its directory going away, and with nothing left in the log.
    await city.app.close();
    await city.services.close();
    const kilobytes = Math.ceil(statSync(join(dataDirectory, databaseFileName)).size / 1024) + 700;
    const port = await freePort();
    server = spawn(
      "bash",
      [
        "-c",
        `ulimit -S -f ${kilobytes}; exec "$@"`,
        "bash",
        process.execPath,
        "--import",
        "tsx",
        "server/main.ts",
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          ...{ PORT: String(port), DATA_DIR: dataDirectory, DATABASE_URL: "", BACKUP_MINUTES: "0" },
        },
        stdio: "ignore",
      },
    );
    const { host: _host, ...headers } = as("PLANNER", { department: "51" });
    const ask: Ask = async (path, payload) => {
      const answer = await fetch(`http://localhost:${port}${path}`, {
        headers: { ...headers, ...(payload && { "content-type": "application/json" }) },
        ...(payload && { method: "POST", body: JSON.stringify(payload) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : {} };
    };
    await vi.waitFor(async () => expect((await ask("/api/layers")).status).toBe(200), {
      timeout: 50_000,
      interval: 100,
    });

    const fill = async () => {
      for (let count = 0; count < 500; count += 1) {
        const answer = await ask(sketches, sketchOf(`Skizze ${count}`, "x".repeat(9000)));
        if (answer.status !== 201) return count;
      }
      throw new Error("never full");
    };
    const written = await fill();
    expect(written).toBeGreaterThan(0);
    await expectFull(ask, written);

    execFileSync("prlimit", ["--pid", String(server.pid), "--fsize=unlimited"]);
    await expect.poll(async () => (await ask("/ready")).body.status, { timeout: 10_000 }).toBe("ready");
    expect((await ask(sketches, sketchOf("Danach"))).status).toBe(201);
    expect((await ask(sketches)).body.total).toBe(written + 1);
  });
});

describe.skipIf(isPostgresSkipped())("a server whose PostgreSQL finds no space", () => {
  it("D-04 refuses writes with 507, reads on, and finds space again by itself and without a restart", async () => {
    const databaseUrl = await newPostgresDatabase();
    const city = await smallCity({ databaseUrl });
    await addRecord(city.store, "facilities", { properties: kita("Kita West") });
    const headers = city.as("PLANNER", { department: "51" });
    const ask: Ask = async (url, payload) => {
      const method = payload ? "POST" : "GET";
      const answer = await city.app.inject({ method, url, headers, ...(payload && { payload }) });
      return {
        status: answer.statusCode,
        body: answer.body.startsWith("{") ? JSON.parse(answer.body) : {},
      };
    };
    expect((await ask(sketches, sketchOf("Skizze"))).status).toBe(201);
    // What the server says when a table cannot be extended, at the last thing a write does and at the probe.
    const tables = ["audit", "idempotency"];
    await inDatabase(
      databaseUrl,
      `create function no_space() returns trigger language plpgsql as
         $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
       ${tables.map((t) => `create trigger full_disk before insert on ${t} execute function no_space();`).join("")}`,
    );
    await expectFull(ask, 1);
    await inDatabase(databaseUrl, tables.map((t) => `drop trigger full_disk on ${t};`).join(""));
    await expect.poll(async () => (await ask("/ready")).body.status, { timeout: 10_000 }).toBe("ready");
    expect((await ask(sketches, sketchOf("Danach"))).status).toBe(201);
    await city.close();
  });
});
