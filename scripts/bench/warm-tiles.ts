import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { atLeast, type BenchCase, type BenchRow, comparedRow, missingRow } from "./bench-case.ts";
import { requestsPerSecond } from "./load.ts";
import { type Peer, startNginx } from "./nginx.ts";
import { startOurServer } from "./our-server.ts";
import { interleave } from "./rounds.ts";
import { BROWSER_ENCODINGS, fetchRaw, fetchTiles, type ServedTile } from "./served-tiles.ts";
import { startTileserver } from "./tileserver-gl.ts";

export const LAYERS = [
  "base",
  "areas-district",
  "areas-subdistrict",
  ...mappedRecordTypes.map(({ type }) => type as string),
];

/** Many short rounds: on a shared machine the weather changes within seconds. */
const ROUNDS = 15;
const ZOOMS = { first: 10, last: 14 };
const asBrowser = { "Accept-Encoding": BROWSER_ENCODINGS };

export const warmSmallTiles: BenchCase = {
  id: "G1",
  what: "warm small tiles, server / nginx",
  run: () =>
    besideNginx(
      async (origin, nginx, tiles) => {
        const paths = smallTiles(tiles).map(({ path }) => path);
        const ask = (from: string) => async () =>
          requestsPerSecond({ origin: from, paths, headers: asBrowser });
        const compared = await interleave(ROUNDS, { ours: ask(origin), peer: ask(nginx.origin) });
        return comparedRow(warmSmallTiles, compared, atLeast(0.75), "req/s");
      },
      warmSmallTiles,
      "≥ 0.75",
    ),
};

export const warmSession: BenchCase = {
  id: "G2",
  what: "warm tiles of a session, server / nginx",
  run: () =>
    besideNginx(
      async (origin, nginx, tiles) => {
        const paths = session(tiles).map(({ path }) => path);
        const ask = (from: string) => async () =>
          requestsPerSecond({ origin: from, paths, headers: asBrowser });
        const compared = await interleave(ROUNDS, { ours: ask(origin), peer: ask(nginx.origin) });
        return comparedRow(warmSession, compared, atLeast(0.9), "req/s");
      },
      warmSession,
      "≥ 0.9",
    ),
};

export const revalidation: BenchCase = {
  id: "G4",
  what: "revalidation (304), server / nginx",
  run: () =>
    besideNginx(
      async (origin, nginx, tiles) => {
        const chosen = smallTiles(tiles);
        const paths = chosen.map(({ path }) => path);
        const theirs: Record<string, string>[] = [];
        for (const path of paths) {
          const answer = await fetchRaw(`${nginx.origin}${path}`, BROWSER_ENCODINGS);
          theirs.push({ "If-None-Match": answer!.etag });
        }
        const own = chosen.map(({ etag }) => ({ "If-None-Match": etag }));
        await expect304(`${origin}${paths[0]}`, own[0]!);
        await expect304(`${nginx.origin}${paths[0]}`, theirs[0]!);
        const compared = await interleave(ROUNDS, {
          ours: async () => requestsPerSecond({ origin, paths, headers: asBrowser, headersByPath: own }),
          peer: async () =>
            requestsPerSecond({ origin: nginx.origin, paths, headers: asBrowser, headersByPath: theirs }),
        });
        return comparedRow(revalidation, compared, atLeast(0.7), "req/s");
      },
      revalidation,
      "≥ 0.7",
    ),
};

export const besideTileserver: BenchCase = {
  id: "G3",
  what: "warm tiles, server / tileserver-gl-light",
  run: async () => {
    const ours = await startOurServer();
    try {
      const tiles = await fetchTiles(ours.origin, LAYERS, ZOOMS, "gzip");
      const peer = await startTileserver(tiles);
      if (!peer) return [missingRow(besideTileserver, "peer not available", "≥ 30")];
      try {
        const chosen = session(tiles);
        await peer.expectSame(chosen);
        const gzip = { "Accept-Encoding": "gzip" };
        const compared = await interleave(ROUNDS, {
          ours: async () =>
            requestsPerSecond({ origin: ours.origin, paths: chosen.map(({ path }) => path), headers: gzip }),
          peer: async () =>
            requestsPerSecond({ origin: peer.origin, paths: chosen.map(peer.pathOf), headers: gzip }),
        });
        return [comparedRow(besideTileserver, compared, atLeast(30), "req/s")];
      } finally {
        await peer.stop();
      }
    } finally {
      await ours.stop();
    }
  },
};

async function besideNginx(
  measure: (origin: string, nginx: Peer, tiles: ServedTile[]) => Promise<BenchRow>,
  benchCase: BenchCase,
  goal: string,
): Promise<BenchRow[]> {
  const ours = await startOurServer();
  try {
    const tiles = await fetchTiles(ours.origin, LAYERS, ZOOMS, BROWSER_ENCODINGS);
    const nginx = await startNginx(tiles, "br");
    if (!nginx) return [missingRow(benchCase, "peer not available", goal)];
    try {
      for (const { path, body } of tiles) {
        const theirs = await fetchRaw(`${nginx.origin}${path}`, BROWSER_ENCODINGS);
        if (!theirs?.body.equals(body)) throw new Error(`nginx sends other bytes for ${path}`);
      }
      return [await measure(ours.origin, nginx, tiles)];
    } finally {
      await nginx.stop();
    }
  } finally {
    await ours.stop();
  }
}

/** The 200 smallest tiles: there the request costs, not the bytes. */
function smallTiles(tiles: readonly ServedTile[]): ServedTile[] {
  return [...tiles].sort((a, b) => a.body.length - b.body.length).slice(0, 200);
}

/**
 * The tiles of someone who opens the city and zooms into four places: at each stop the tiles a screen of
 * 1280 × 800 shows, of every layer, in the order a map asks for them.
 */
function session(tiles: readonly ServedTile[]): ServedTile[] {
  const byAddress = new Map<string, ServedTile[]>();
  for (const tile of tiles) {
    const key = `${tile.z}/${tile.x}/${tile.y}`;
    byAddress.set(key, [...(byAddress.get(key) ?? []), tile]);
  }
  const deepest = tiles.filter(({ z }) => z === ZOOMS.last);
  const stops = [0.2, 0.4, 0.6, 0.8].map((share) => deepest[Math.floor(share * deepest.length)]!);
  const shown: ServedTile[] = [];
  for (const stop of stops) {
    for (let z = ZOOMS.first; z <= ZOOMS.last; z++) {
      const shift = ZOOMS.last - z;
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const key = `${z}/${(stop.x >> shift) + dx}/${(stop.y >> shift) + dy}`;
          shown.push(...(byAddress.get(key) ?? []));
        }
      }
    }
  }
  return shown;
}

async function expect304(address: string, headers: Record<string, string>): Promise<void> {
  const { status } = await fetch(address, {
    headers: { ...headers, "accept-encoding": BROWSER_ENCODINGS },
  });
  if (status !== 304) throw new Error(`${address} answered ${status} instead of 304`);
}
