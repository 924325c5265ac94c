import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type Address, tileAddressesWithin } from "../bench/tile-grid.ts";
import { type Drill, Findings } from "./drill.ts";
import { fillWithDemo, newDatabase } from "./drill-city.ts";
import { asText } from "./mixed-load.ts";
import { type DrillServer, startServer } from "./server-process.ts";

const floodTiles = 2000;
const floodSeconds = 10;
/** What the second client asks, before the flood and during it. */
const calmPerSecond = 20;
const goalMilliseconds = 250;

/** One address asks for cold tiles as fast as it can get them; another, like a person at a map, goes on. */
export const floodDrill: Drill = {
  name: "flood",
  title:
    "T-02 2,000 cold tiles in ten seconds from one address are served or refused, and a second client keeps its p99",
  async run(setting) {
    const found = new Findings();
    const database = await newDatabase(setting, { name: "flood" });
    await fillWithDemo(database);
    const server = await startServer(database);
    try {
      const { template, bounds } = await baseTiles(server);
      const pathOf = ({ z, x, y }: Address) =>
        template.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
      const cold = spread(tileAddressesWithin(bounds, { first: 14, last: 16 }), floodTiles);
      found.expectEqual(cold.length, floodTiles, "different tiles of the city");
      const near = tileAddressesWithin(bounds, { first: 9, last: 13 });
      const calm = Array.from(
        { length: 2 * calmPerSecond * floodSeconds },
        (_, index) => near[index % near.length] as Address,
      );
      const half = calm.length >> 1;

      const before = await askEach(server, { paths: calm.slice(0, half).map(pathOf), from: "127.0.0.2" });
      const [flood, during] = await Promise.all([
        askEach(server, { paths: cold.map(pathOf), from: "127.0.0.3" }),
        askEach(server, { paths: calm.slice(half).map(pathOf), from: "127.0.0.2" }),
      ]);
      const unexpected = flood.filter(({ status, retryAfter }) =>
        status === 429 ? !(Number(retryAfter) > 0) : status !== 200 && status !== 204,
      );
      found.expectEqual(unexpected.slice(0, 5), [], "answers to the flood");
      const refused = during.filter(({ status }) => status !== 200 && status !== 204);
      found.expectEqual(refused.slice(0, 5), [], "answers to the second client");
      const slow = p99(during);
      found.expect(slow <= goalMilliseconds, `the second client's p99 is ${Math.round(slow)} ms`);
      found.expectEqual((await server.ask("/live")).status, 200, "/live");
      return {
        figures:
          `${flood.length} cold tiles: ${asText(counted(flood))}; second client's p99 ${Math.round(p99(before))} ms ` +
          `before, ${Math.round(slow)} ms during the flood (${during.length} tiles)`,
        broken: found.broken,
      };
    } finally {
      await server.kill();
    }
  },
};

/** So many of the tiles, from all over the city. */
function spread(addresses: readonly Address[], count: number): Address[] {
  if (addresses.length <= count) return [...addresses];
  return Array.from(
    { length: count },
    (_, index) => addresses[Math.floor((index * addresses.length) / count)] as Address,
  );
}

interface TileAnswer {
  status: number;
  retryAfter: string | undefined;
  milliseconds: number;
}

async function baseTiles({ ask }: DrillServer): Promise<{ template: string; bounds: number[] }> {
  const { body } = await ask("/tiles/base.json");
  const { tiles, bounds } = JSON.parse(body.toString()) as { tiles: [string]; bounds: number[] };
  const [template] = tiles;
  return { template: decodeURIComponent(new URL(template).pathname), bounds };
}

/** Spreads the paths evenly over the ten seconds, asked by nobody in particular at an address of this machine. */
async function askEach(
  server: DrillServer,
  { paths, from }: { paths: readonly string[]; from: string },
): Promise<TileAnswer[]> {
  const began = performance.now();
  const answers: Promise<TileAnswer>[] = [];
  for (const [index, path] of paths.entries()) {
    const early = began + (index * floodSeconds * 1000) / paths.length - performance.now();
    if (early > 0) await pause(early);
    answers.push(askFrom(from, new URL(path, server.address)));
  }
  return Promise.all(answers);
}

function askFrom(localAddress: string, { hostname, port, pathname }: URL): Promise<TileAnswer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, retryAfter?: string) =>
      resolve({ status, retryAfter, milliseconds: performance.now() - began });
    const headers = { host: `${hostname}:${port}`, "accept-encoding": "gzip" };
    get({ host: "127.0.0.1", port, path: pathname, localAddress, headers }, (answer) => {
      answer.resume().once("end", () => end(answer.statusCode ?? 0, answer.headers["retry-after"]));
    }).once("error", () => end(0));
  });
}

function counted(answers: readonly TileAnswer[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

function p99(answers: readonly TileAnswer[]): number {
  const times = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}
