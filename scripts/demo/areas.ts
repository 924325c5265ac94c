import type { SubdistrictFact } from "./facts.ts";
import { outside } from "./partition/border-graph.ts";
import { partition } from "./partition/partition.ts";
import { boundingBox, isInside, signedArea } from "./partition/polygon.ts";
import { type LonLat, type Point, toLonLat, toMeters } from "./partition/projection.ts";
import { assembleRegions, labelPlace, polygonsArea } from "./partition/rings.ts";
import type { DemoArea } from "./types.ts";

export const boundaryVersion = "demo-2022";

/** Amtlicher Gemeindeschlüssel of Stuttgart. */
const cityNumber = "08111000";

const innerDistricts = new Set(["01", "02", "03", "04", "05"]);

/** Geometry, size and label place shared by all levels. */
function shaped(polygons: LonLat[][][]): Pick<DemoArea, "geometry" | "labelPoint" | "areaHa"> {
  if (polygons.length !== 1) throw new Error(`An area has ${polygons.length} parts instead of one.`);
  return {
    geometry: { type: "Polygon", coordinates: polygons[0]! },
    labelPoint: toLonLat(labelPlace(polygons[0]!.map((ring) => ring.map(toMeters)))),
    areaHa: Math.round(polygonsArea(polygons) / 1000) / 10,
  };
}

/** City, 23 districts and 152 subdistricts, all drawn from the same border arcs. */
export function makeAreas(
  facts: readonly SubdistrictFact[],
  outline: readonly Point[],
  seed: number,
): DemoArea[] {
  const fill = signedArea(outline) / facts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  // The table gives the areas; the outline may only differ from their sum by what rounding explains.
  if (Math.abs(fill - 1) > 0.005) throw new Error(`Outline and area table differ by a factor of ${fill}.`);
  const arcs = partition(
    facts.map(({ number, points, areaM2 }) => ({ key: number, points, areaM2: areaM2 * fill })),
    outline,
    seed,
  );
  const subdistricts = assembleRegions(arcs, (area) => facts[area]?.number);
  const districts = assembleRegions(arcs, (area) => facts[area]?.districtNumber);
  const city = assembleRegions(arcs, (area) => (area === outside ? undefined : cityNumber));
  const residentsOf = (own: readonly SubdistrictFact[]) =>
    own.reduce((sum, { residents }) => sum + residents, 0);

  const cityArea: DemoArea = {
    number: cityNumber,
    name: "Stuttgart",
    level: "city",
    parentNumber: null,
    boundaryVersion,
    residents: residentsOf(facts),
    ...shaped(city.get(cityNumber)!),
  };
  const districtAreas = [...new Set(facts.map(({ districtNumber }) => districtNumber))]
    .sort()
    .map((number): DemoArea => {
      const own = facts.filter(({ districtNumber }) => districtNumber === number);
      return {
        number,
        name: own[0]!.districtName,
        level: "district",
        parentNumber: cityNumber,
        boundaryVersion,
        residents: residentsOf(own),
        isInner: innerDistricts.has(number),
        ...shaped(districts.get(number)!),
      };
    });
  const subdistrictAreas = facts.map(
    ({ number, name, districtNumber, residents }): DemoArea => ({
      number,
      name,
      level: "subdistrict",
      parentNumber: districtNumber,
      boundaryVersion,
      residents,
      ...shaped(subdistricts.get(number)!),
    }),
  );
  return [cityArea, ...districtAreas, ...subdistrictAreas];
}

/** A function that tells the number of the area of a level a place (WGS 84) lies in. */
export function areaFinder(
  areas: readonly DemoArea[],
  level: DemoArea["level"],
): (place: LonLat) => string | undefined {
  const candidates = areas
    .filter((area) => area.level === level)
    .map(({ number, geometry }) => {
      const rings = geometry.coordinates as Point[][];
      return { number, rings, box: boundingBox(rings[0]!) };
    });
  return ([x, y]) =>
    candidates.find(
      ({ rings, box: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && isInside([x, y], rings),
    )?.number;
}
