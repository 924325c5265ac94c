import { embedBytes } from "./bench/access/embed-bytes.ts";
import { listWithRules } from "./bench/access/list-with-rules.ts";
import { ogcToGdal } from "./bench/access/ogc-to-gdal.ts";
import { secondClient } from "./bench/access/second-client.ts";
import type { BenchCase, BenchRow } from "./bench/bench-case.ts";
import { coldPass, tenTimes } from "./bench/cold-pass.ts";
import { districtBook } from "./bench/district-book.ts";
import { firstIdle, scriptBytes } from "./bench/first-view.ts";
import { openViews } from "./bench/meeting/open-views.ts";
import { dragSite } from "./bench/planning/drag.ts";
import { dragFrames } from "./bench/planning/drag-frames.ts";
import { gapMap } from "./bench/planning/gap-map.ts";
import { nearestOfMany, oneToAll } from "./bench/planning/nearest-ways.ts";
import { coverMost, shortWays } from "./bench/planning/placement.ts";
import { tenTimesPlanning } from "./bench/planning/ten-times.ts";
import { brushScatter } from "./bench/reading/brush-frames.ts";
import { changeReading } from "./bench/reading/change-reading.ts";
import { indexBesideR } from "./bench/reading/index-robustness.ts";
import { recolour } from "./bench/recolour.ts";
import { secondStart } from "./bench/second-start.ts";
import { besideTileserver, revalidation, warmSession, warmSmallTiles } from "./bench/warm-tiles.ts";

/** `npm run bench [case …]`: each case beside its peer in the same run; see each case's file for how. */
const cases: BenchCase[] = [
  warmSmallTiles,
  warmSession,
  besideTileserver,
  revalidation,
  coldPass,
  firstIdle,
  scriptBytes,
  recolour,
  secondStart,
  tenTimes,
  nearestOfMany,
  dragSite,
  dragFrames,
  oneToAll,
  coverMost,
  shortWays,
  gapMap,
  tenTimesPlanning,
  listWithRules,
  embedBytes,
  secondClient,
  ogcToGdal,
  districtBook,
  openViews,
  changeReading,
  indexBesideR,
  brushScatter,
];

const wanted = process.argv.slice(2).map((id) => id.toUpperCase());
const unknown = wanted.filter((id) => !cases.some((known) => known.id === id));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${cases.map(({ id }) => id).join(", ")}.`);
  process.exit(2);
}

console.log("case | what | ours | peer | ratio | goal | holds");
let failed = false;
for (const benchCase of cases) {
  if (wanted.length > 0 && !wanted.includes(benchCase.id)) continue;
  try {
    (await benchCase.run()).forEach(printRow);
  } catch (error) {
    failed = true;
    console.error(`${benchCase.id} (${benchCase.what}) could not be measured:`, error);
  }
}
console.log("Median of the rounds, least and most in brackets; ratio is ours / peer, round by round.");
process.exitCode = failed ? 1 : 0;

function printRow({ case: id, what, ours, peer, ratio, goal, holds }: BenchRow): void {
  const verdict = holds === null ? "not measured" : holds ? "yes" : "no";
  console.log([id, what, ours, peer, ratio, goal, verdict].join(" | "));
}
