import { type InhabitedPlace, makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import type { AgeGroup, PopulationGrid } from "#domain/demand/population-grid.ts";
import { areaFinder } from "../areas.ts";
import { cover, type Ground } from "../ground/cover.ts";
import { apportioned, type Counts } from "../indicators/population.ts";
import { type Point, toMeters } from "../partition/projection.ts";
import { type Places, settlementSpread } from "../places.ts";
import { normal, randomFor } from "../random.ts";
import type { DemoArea } from "../types.ts";
import { type Cell, cellsOver } from "./cells.ts";

type GroupCode = "under3" | "age3to5" | "age6to14" | "age15to24" | "age25to64" | "age65to79" | "age80plus";

/** The age groups of the demo's figures, as ages from birthday to birthday. */
const ageGroups: readonly (AgeGroup & { code: GroupCode })[] = [
  { code: "under3", from: 0, to: 3 },
  { code: "age3to5", from: 3, to: 6 },
  { code: "age6to14", from: 6, to: 15 },
  { code: "age15to24", from: 15, to: 25 },
  { code: "age25to64", from: 25, to: 65 },
  { code: "age65to79", from: 65, to: 80 },
  { code: "age80plus", from: 80, to: null },
];

/** Residents per hectare of settled ground from which on every cell of an area is lived in. */
const fullDensity = 85;

export interface GridOptions {
  areas: readonly DemoArea[];
  /** Counts of the reference date by number of the subdistrict. */
  counts: ReadonlyMap<string, Counts>;
  places: Places;
  ground: Ground;
  seed: number;
  /** 1 gives cells of 100 m as the census has them; more makes them smaller and so many times as many. */
  scale: number;
}

interface SettledCell extends Cell {
  /** Centre in local metres. */
  at: Point;
}

/**
 * The demo's residents in cells of the census grid: only where people can live, dense around the cores of
 * each subdistrict, and adding up to its counts in every age group. Cells without residents are left out.
 */
export function makeDemoGrid(options: GridOptions): PopulationGrid {
  const { areas, counts, seed, scale } = options;
  const cellSizeM = Math.round(100 / Math.sqrt(scale));
  const bySubdistrict = settledCells(options, cellSizeM);
  const levels = (["city", "district", "subdistrict"] as const).map((level) => ({
    level,
    boundaryVersion: areas[0]!.boundaryVersion,
    numbers: areas.filter((area) => area.level === level).map(({ number }) => number),
  }));
  const places: InhabitedPlace[] = [];
  for (const area of areas.filter(({ level }) => level === "subdistrict")) {
    const target = counts.get(area.number)!;
    const lived = livedIn(bySubdistrict.get(area.number) ?? [], area, options, cellSizeM);
    const byGroup = ageGroups.map(({ code }) => {
      const random = randomFor(seed, "cell ages", area.number, code);
      return apportioned(
        target[code],
        lived.map(({ weight }) => weight * Math.exp(0.28 * normal(random))),
      );
    });
    const district = areas.find(({ number }) => number === area.parentNumber)!;
    const homes = [district.parentNumber!, district.number, area.number];
    const inLevels = levels.map(({ numbers }, level) => numbers.indexOf(homes[level]!));
    lived.forEach(({ cell: { east, north } }, k) => {
      const own = byGroup.map((group) => group[k]!);
      const residents = own.reduce((sum, count) => sum + count, 0);
      if (residents === 0) return;
      places.push({ position: { east, north }, residents, counts: own, areas: inLevels });
    });
  }
  return makePopulationGrid({ cellSizeM, ageGroups, levels, places, protection: { kind: "INVENTED" } });
}

/** Cells whose centre is clear of woods, water and railways, by the subdistrict the centre lies in. */
function settledCells({ areas, places, ground }: GridOptions, cellSizeM: number): Map<string, SettledCell[]> {
  const subdistrictAt = areaFinder(areas, "subdistrict");
  const found = new Map<string, SettledCell[]>();
  for (const cell of cellsOver(ground.box, cellSizeM)) {
    const at = toMeters(cell.centre);
    if (ground.coverAt(...at) !== cover.open || !places.isFree(at)) continue;
    const number = subdistrictAt(cell.centre);
    if (number === undefined) continue;
    const own = found.get(number);
    if (own) own.push({ ...cell, at });
    else found.set(number, [{ ...cell, at }]);
  }
  return found;
}

/** The cells of an area people live in, and how strongly they draw them: those nearest to its cores. */
function livedIn(
  own: readonly SettledCell[],
  area: DemoArea,
  { counts, places, seed }: GridOptions,
  cellSizeM: number,
): { cell: SettledCell; weight: number }[] {
  const { residents } = counts.get(area.number)!;
  if (own.length === 0) {
    if (residents > 0) throw new Error(`Subdistrict ${area.number} has residents but no place to live.`);
    return [];
  }
  const random = randomFor(seed, "cells", area.number);
  const cores = places.cores(area.number);
  const spread = 1.25 * settlementSpread(area);
  const weighed = own.map((cell) => {
    const pull = cores.reduce(
      (sum, [x, y]) => sum + Math.exp(-((cell.at[0] - x) ** 2 + (cell.at[1] - y) ** 2) / (2 * spread ** 2)),
      0,
    );
    return { cell, weight: (pull + 0.15) * Math.exp(0.45 * normal(random)) };
  });
  const density = residents / ((own.length * cellSizeM ** 2) / 10_000);
  const share = Math.max(0.12, Math.min(1, Math.sqrt(density / fullDensity)));
  const wanted = Math.max(1, Math.round(share * own.length));
  const least = weighed.map(({ weight }) => weight).sort((a, b) => b - a)[wanted - 1]!;
  return weighed.filter(({ weight }) => weight >= least);
}
