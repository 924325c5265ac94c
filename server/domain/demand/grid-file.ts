import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import {
  type ArrayFile,
  ArrayFileError,
  decodeArrayFile,
  encodeArrayFile,
  type NumberArray,
} from "../dataset/array-file.ts";
import type { PopulationGrid } from "./population-grid.ts";

/** What stands in the head of the file; everything per cell is an array behind it. */
const factsSchema = z.object({
  content: z.literal("population-grid"),
  cellSizeM: z.number().int().positive().nullable(),
  ageGroups: z.array(z.object({ code: z.string(), from: z.number(), to: z.number().nullable() })),
  areas: z.array(
    z.object({ level: areaLevelSchema, boundaryVersion: z.string(), numbers: z.array(z.string()) }),
  ),
  protection: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("PERTURBED_BY_PUBLISHER"), statement: z.string() }),
    z.object({ kind: z.literal("ROUNDED"), base: z.number() }),
    z.object({ kind: z.literal("INVENTED") }),
  ]),
});

/** The release file of a population grid: the same grid, the same bytes. */
export function encodeGrid(grid: PopulationGrid): Uint8Array {
  const { cellSizeM, ageGroups, protection, east, north, longitude, latitude, residents, gaussianWeights } =
    grid;
  const areas = grid.areas.map(({ level, boundaryVersion, numbers }) => ({
    level,
    boundaryVersion,
    numbers,
  }));
  const arrays: Record<string, NumberArray> = {
    east,
    north,
    longitude,
    latitude,
    residents,
    gaussianWeights,
  };
  for (const [at, counts] of grid.counts.entries()) arrays[`count-${at}`] = counts;
  for (const [at, { index }] of grid.areas.entries()) arrays[`area-${at}`] = index;
  const facts = { content: "population-grid", cellSizeM, ageGroups, areas, protection };
  return encodeArrayFile({ facts, arrays });
}

/** Arrays look into `bytes` where they can. Throws `ArrayFileError` for anything but a grid that is whole. */
export function decodeGrid(bytes: Uint8Array): PopulationGrid {
  const file = decodeArrayFile(bytes);
  const parsed = factsSchema.safeParse(file.facts);
  if (!parsed.success) throw new ArrayFileError("not a population grid");
  const { cellSizeM, ageGroups, areas, protection } = parsed.data;
  const east = arrayOf(file, "east", Int32Array);
  const perCell = <T extends NumberArray>(name: string, kind: new (length: number) => T): T => {
    const array = arrayOf(file, name, kind);
    if (array.length !== east.length) throw new ArrayFileError(`${name} of another length`);
    return array;
  };
  return {
    cellSizeM,
    cellCount: east.length,
    east,
    north: perCell("north", Int32Array),
    longitude: perCell("longitude", Int32Array),
    latitude: perCell("latitude", Int32Array),
    residents: perCell("residents", Uint32Array),
    ageGroups,
    counts: ageGroups.map((_, at) => perCell(`count-${at}`, Uint32Array)),
    areas: areas.map((level, at) => ({ ...level, index: perCell(`area-${at}`, Int32Array) })),
    gaussianWeights: arrayOf(file, "gaussianWeights", Int32Array),
    protection,
  };
}

function arrayOf<T extends NumberArray>(file: ArrayFile, name: string, kind: new (length: number) => T): T {
  const array = file.arrays[name];
  if (!(array instanceof kind)) throw new ArrayFileError(`no ${name}`);
  return array;
}
