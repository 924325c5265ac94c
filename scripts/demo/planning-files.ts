import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import { readSubdistricts } from "./facts.ts";
import { makeDemoGrid } from "./grid/population-grid.ts";
import { readGround } from "./ground/cover.ts";
import { latentTraits } from "./indicators/latent.ts";
import { populationOf, years } from "./indicators/population.ts";
import { makeWalkingNetwork } from "./network/walking-network.ts";
import { findPlaces } from "./places.ts";
import { type DemoCity, type DemoCityOptions, defaultSeed } from "./types.ts";

/** Beyond this neither cells nor streets multiply: half a million crossings are what benchmarks ask for. */
const largestScale = 10;

export interface DemoPlanningFiles {
  grid: PopulationGrid;
  network: WalkingNetwork;
}

/**
 * Where the demo's people live and the streets they walk: invented, the same for the same city and options.
 * The grid has the residents of the city's reference date.
 */
export function makePlanningFiles(
  { areas, base, referenceDate }: Pick<DemoCity, "areas" | "base" | "referenceDate">,
  { scale = 1, seed = defaultSeed }: DemoCityOptions = {},
): DemoPlanningFiles {
  const subdistricts = areas.filter(({ level }) => level === "subdistrict");
  const shapePoints = new Map(readSubdistricts().map(({ number, points }) => [number, points]));
  const places = findPlaces({ areas: subdistricts, base, shapePoints, seed });
  const latent = latentTraits(subdistricts, base, seed);
  const year = years.indexOf(Number(referenceDate.slice(0, 4)));
  const counts = new Map(
    subdistricts.map((area) => [area.number, populationOf(area, latent.get(area.number)!, seed)[year]!]),
  );
  const city = areas.find(({ level }) => level === "city")!;
  const ground = readGround(city, base);
  const times = Math.min(scale, largestScale);
  const grid = makeDemoGrid({ areas, counts, places, ground, seed, scale: times });
  return { grid, network: makeWalkingNetwork({ base, ground, grid, seed, scale: times }) };
}
