import { demoCookie } from "../../../server/plugins/audience.ts";
import { type BenchCase, type BenchRow, missingRow } from "../bench-case.ts";
import { flooded } from "../load.ts";
import { startOurServer } from "../our-server.ts";
import { hasProgram, pause } from "../processes.ts";
import { fetchRaw, fetchTiles, type ServedTile } from "../served-tiles.ts";
import { tileAddressesWithin } from "../tile-grid.ts";

const LIMIT = 250;
const SECONDS = 10;
const TILES_PER_SECOND = 20;
const MEBIBYTE = 1024 * 1024;

/** What one client waits for tiles while another takes all it gets: the server has one core, both clients the other. */
export const secondClient: BenchCase = {
  id: "A3",
  what: "tile p99 of a second client",
  run: async () => {
    if (!hasProgram("wrk", "wrk")) return [missingRow(secondClient, "wrk not available", `≤ ${LIMIT} ms`)];
    const server = await startOurServer({ TRUSTED_PROXY: "127.0.0.1" });
    try {
      const tiles = await fetchTiles(
        server.origin,
        ["facilities", "areas-subdistrict"],
        { first: 11, last: 13 },
        "gzip",
      );
      const idle = await p99While(server.origin, tiles, pause(SECONDS * 1000));
      const rows: BenchRow[] = [];
      for (const [what, busy] of [
        ["while one floods with cold tiles", flood],
        ["while one uploads 50 MiB to import", importing],
      ] as const) {
        const measured = await p99While(server.origin, tiles, busy(server.origin));
        rows.push({
          case: "A3",
          what: `${secondClient.what} ${what} / idle`,
          ours: `${measured.toFixed(1)} ms`,
          peer: `${idle.toFixed(1)} ms`,
          ratio: (measured / idle).toFixed(1),
          goal: `≤ ${LIMIT} ms`,
          holds: measured <= LIMIT,
        });
      }
      return rows;
    } finally {
      await server.stop();
    }
  },
};

/** As the proxy in front names them: limits go by a client's address. */
const fromAddress = (address: string) => ({ "x-forwarded-for": address });

/** Milliseconds 99 of 100 tiles take at most, asked at a steady pace whether or not the former ones have come. */
async function p99While(
  origin: string,
  tiles: readonly ServedTile[],
  busy: Promise<unknown>,
): Promise<number> {
  let isOver = false;
  const over = busy.finally(() => {
    isOver = true;
  });
  const asked: Promise<number>[] = [];
  while (!isOver) {
    const { path } = tiles[asked.length % tiles.length]!;
    const before = performance.now();
    asked.push(
      fetchRaw(`${origin}${path}`, "gzip", fromAddress("192.0.2.8")).then(() => performance.now() - before),
    );
    await pause(1000 / TILES_PER_SECOND);
  }
  await over;
  const waits = (await Promise.all(asked)).sort((a, b) => a - b);
  return waits[Math.ceil(waits.length * 0.99) - 1]!;
}

/** Sixteen connections that each ask for another tile as fast as they get one; refusals count as answers. */
async function flood(origin: string): Promise<void> {
  const description = await (await fetch(`${origin}/tiles/facilities.json`)).json();
  const version = /\/tiles\/[^/]+\/([^/]+)\//.exec(description.tiles[0])![1]!;
  const wanted = tileAddressesWithin(description.bounds, { first: 14, last: 15 });
  const paths = wanted.map(({ z, x, y }) => `/tiles/facilities/${version}/${z}/${x}/${y}.pbf`);
  await flooded({ origin, paths, headers: fromAddress("192.0.2.7"), seconds: SECONDS });
}

/** A table of figures as large as an upload may be, sent and read until its preview is there. */
async function importing(origin: string): Promise<void> {
  const line = "06;2024;12,5;Anmerkung der Statistikstelle zu diesem Wert\n";
  const text = `Stadtbezirk;Jahr;Wert;Anmerkung\n${line.repeat(Math.floor((50 * MEBIBYTE - 1000) / line.length))}`;
  const form = new FormData();
  form.append("file", new Blob([text]), "werte.csv");
  const headers = { cookie: `${demoCookie}=SECRETARIAT..` };
  const answer = await fetch(`${origin}/api/imports?kind=indicator`, { method: "POST", headers, body: form });
  if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
  let { id, state } = await answer.json();
  while (state === "WAITING" || state === "RUNNING") {
    await pause(200);
    ({ id, state } = await (await fetch(`${origin}/api/jobs/${id}`, { headers })).json());
  }
  if (state !== "PREVIEWED") throw new Error(`import: ${state}`);
}
