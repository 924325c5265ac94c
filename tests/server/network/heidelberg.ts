import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildNetwork } from "#domain/network/build-network.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";
import { readOsmPbf } from "../../../server/datasets/formats/osm-pbf.ts";
import { importLimits } from "../../../server/datasets/limits.ts";
import { osmStreets } from "../../../server/datasets/mapping/osm-streets.ts";

const testData = process.env.TESTDATA_DIR ?? resolve(import.meta.dirname, "../../../../shared/data");
export const heidelbergFile = resolve(testData, "heidelberg/heidelberg.osm.pbf");
export const hasHeidelberg = existsSync(heidelbergFile);

/** West, south, east, north: the city with a margin, without the long-distance routes of the file. */
export const heidelbergBox = [8.57, 49.35, 8.8, 49.46] as const;

/** All streets of the file with every tag, and the network the importer makes of them. */
export function readHeidelberg() {
  const everyKey = { has: () => true } as unknown as ReadonlySet<string>;
  const query = {
    isWanted: (tags: Readonly<Record<string, string>>) => tags.highway !== undefined,
    wayKeys: everyKey,
    nodeKeys: everyKey,
  };
  const extract = readOsmPbf(readFileSync(heidelbergFile), query, importLimits);
  const [west, south, east, north] = heidelbergBox.map((degrees) => degrees * coordinateUnits) as [
    number,
    number,
    number,
    number,
  ];
  const isInside = (longitude: number, latitude: number) =>
    longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  const streets = osmStreets(extract, isInside);
  return { extract, isInside, streets, network: buildNetwork(streets.lines) };
}

/** Numbers from 0 up to `below` that look random and are the same in every run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
