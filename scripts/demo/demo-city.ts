import type { Polygon } from "geojson";
import { areaFinder, boundaryVersion, makeAreas } from "./areas.ts";
import { makeBaseMap } from "./base-map.ts";
import { readContext, readOutline, readSubdistricts } from "./facts.ts";
import { makeCohesionStudy } from "./indicators/cohesion.ts";
import { indicators } from "./indicators/definitions.ts";
import { makeFigures } from "./indicators/figures.ts";
import { latentTraits } from "./indicators/latent.ts";
import { makeObservations } from "./indicators/observations.ts";
import { populationOf } from "./indicators/population.ts";
import { findPlaces } from "./places.ts";
import { makeQuarters } from "./quarters.ts";
import { makeRecords } from "./records/records.ts";
import { type DemoCity, type DemoCityOptions, type DemoIndicator, defaultSeed } from "./types.ts";

export type * from "./types.ts";

/** Quarters a subdistrict is split into at most: beyond that only the records multiply, or the figures fill the memory. */
const mostQuarters = 10;

/**
 * A schematic Stuttgart made of the facts in `geodata/demo` and invented figures: the same for the same
 * options, byte for byte. Coordinates are WGS 84 with at most six decimals.
 */
export function generateDemoCity({ scale = 1, seed = defaultSeed }: DemoCityOptions = {}): DemoCity {
  const facts = readSubdistricts();
  const areas = makeAreas(facts, readOutline(), seed);
  const outline = areas[0]!.geometry as Polygon;
  const base = makeBaseMap(readContext(), outline, seed);
  const districts = areas.filter(({ level }) => level === "district");
  const subdistricts = areas.filter(({ level }) => level === "subdistrict");
  const shapePoints = new Map(facts.map(({ number, points }) => [number, points]));
  const places = findPlaces({ areas: subdistricts, base, shapePoints, seed });
  const latent = latentTraits(subdistricts, base, seed);
  const population = new Map(
    subdistricts.map((area) => [area.number, populationOf(area, latent.get(area.number)!, seed)]),
  );
  const counts = new Map([...population].map(([number, series]) => [number, series.at(-1)!]));
  const districtAt = areaFinder(areas, "district");
  const records = makeRecords({ districts, subdistricts, counts, places, districtAt, seed, scale });
  const facilities = records.filter(({ type }) => type === "facilities");
  const figures = makeFigures({ subdistricts, latent, population, facilities, seed, scale });
  const allAreas =
    scale > 1 ? [...areas, ...makeQuarters(subdistricts, Math.min(scale, mostQuarters), seed)] : areas;
  const definitions = scale > 1 ? indicators.map(withQuarters) : [...indicators];
  const lons = outline.coordinates[0]!.map(([lon]) => lon!);
  const lats = outline.coordinates[0]!.map(([, lat]) => lat!);
  return {
    name: "Stuttgart (Demo)",
    referenceDate: "2022-12-31",
    source: "Demodaten – Zahlen erfunden, Geometrie schematisch",
    attribution: [
      "Flächen: CORRECTIV und Vertical52, 2024",
      "Lage geprüft an: Landeshauptstadt Stuttgart, Stadtmessungsamt, CC BY 4.0",
    ],
    boundaryVersion,
    bounds: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
    areas: allAreas,
    base,
    indicators: definitions,
    observations: makeObservations(definitions, figures, allAreas).concat(
      makeCohesionStudy(definitions, areas, seed),
    ),
    records,
  };
}

function withQuarters(indicator: DemoIndicator): DemoIndicator {
  if (!indicator.levels.includes("subdistrict")) return indicator;
  return { ...indicator, levels: [...indicator.levels, "statistical-quarter"] };
}
