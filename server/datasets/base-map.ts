import type { MultiPolygon, Polygon, Position } from "geojson";
import { z } from "zod";
import { areaLevelSchema } from "#domain/area/area.ts";
import { extentOf } from "#domain/geometry/contains-point.ts";
import { areaInSquareMeters } from "#domain/geometry/ellipsoid.ts";
import type { FeatureRow, Store } from "../store/store.ts";
import { readTable } from "./formats/read-table.ts";
import { type DatasetOutcome, ReportBuilder } from "./import-report.ts";
import { importLimits } from "./limits.ts";
import { manifestOf, type PublishContext, publishRelease } from "./publish-release.ts";
import { geometryReader } from "./row-geometry.ts";
import { ImportRefusal } from "./sentences.ts";
import { unionOf } from "./union-geometry.ts";

/** A plain base map made of what the city has: its outline from its own areas, and lines from files. */
export const baseMapSchema = z.strictObject({
  outlineFrom: areaLevelSchema,
  lines: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        class: z.enum(["water", "rail", "light-rail", "street"]),
        crs: z.string().optional(),
        /** Who made the lines, for the attribution. */
        sourceText: z.string().min(1),
      }),
    )
    .default([]),
});
export type BaseMap = z.infer<typeof baseMapSchema>;

/** How far around the city the mask dims what does not belong to it. */
const marginDegrees = 0.6;
/** Gaps between areas that neighbours digitised differently; real enclaves are larger. */
const sliverSquareMeters = 10_000;

/**
 * Builds the dataset `base`: the outline as the union of the current areas of a level, a mask around it,
 * and the lines of the files. It is as public as the areas it is made of, and names their source.
 * Throws `ImportRefusal` when there are no such areas or a file cannot be read.
 */
export async function buildBaseMap(
  store: Store,
  { outlineFrom, lines }: BaseMap,
  { cityName, ...context }: PublishContext & { cityName: string },
): Promise<DatasetOutcome> {
  const [areas] = await store.releases({ dataset: `areas-${outlineFrom}` });
  const shapes = areas ? (await store.areas(areas.id)).map(({ geometry }) => geometry) : [];
  const outline = await unionOf(shapes);
  if (!areas || !outline) throw new ImportRefusal("areas-missing", { level: outlineFrom });
  const clean = withoutSlivers(outline);
  const rows: FeatureRow[] = [
    { key: "outline", properties: { class: "outline", name: cityName }, geometry: clean },
    { key: "mask", properties: { class: "mask" }, geometry: maskAround(clean) },
  ];
  for (const line of lines) rows.push(...(await lineRows(line)));
  const sources = [areas.provenance.source, ...lines.map(({ sourceText }) => sourceText)];
  const provenance = { ...areas.provenance, source: [...new Set(sources)].join("; ") };
  const release = {
    draft: {
      dataset: "base",
      kind: "features" as const,
      title: { de: "Grundkarte", en: "Base map" },
      mayBePublic: areas.visibility === "PUBLIC",
    },
    rows: { kind: "features" as const, rows },
  };
  const manifest = manifestOf(release, { provenance, released: areas.released, isDemo: false });
  return publishRelease(store, release, manifest, context);
}

/** Lines of a file; what is no line (stations in a network file) has no place in a base map. */
async function lineRows({ file, class: kind, crs }: BaseMap["lines"][number]): Promise<FeatureRow[]> {
  const table = await readTable(file);
  const reader = geometryReader({
    table,
    spec: { ...(crs && { crs }) },
    report: new ReportBuilder(),
    limits: importLimits,
    kinds: ["LineString", "MultiLineString"],
  });
  if (!reader) throw new ImportRefusal("no-geometry");
  return table.rows.flatMap((row): FeatureRow[] => {
    const found = reader.read(row);
    if (found.kind !== "geometry") return [];
    return [{ key: `${kind}-${row.number}`, properties: { class: kind }, geometry: found.geometry }];
  });
}

const polygonsOf = (shape: Polygon | MultiPolygon): Position[][][] =>
  shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;

function withoutSlivers(shape: Polygon | MultiPolygon): MultiPolygon {
  const isLarge = (ring: Position[]) =>
    areaInSquareMeters({ type: "Polygon", coordinates: [ring] }) > sliverSquareMeters;
  const coordinates = polygonsOf(shape).map(([shell, ...holes]) => [shell!, ...holes.filter(isLarge)]);
  return { type: "MultiPolygon", coordinates };
}

/** A frame with the city cut out; enclaves of other municipalities are covered as well. */
function maskAround(outline: MultiPolygon): MultiPolygon {
  const [west, south, east, north] = extentOf(outline)!;
  const [w, s, e, n] = [
    west - marginDegrees,
    south - marginDegrees,
    east + marginDegrees,
    north + marginDegrees,
  ];
  const frame = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  const shells = outline.coordinates.map(([shell]) => shell!.toReversed());
  const enclaves = outline.coordinates.flatMap(([, ...holes]) => holes.map((hole) => [hole.toReversed()]));
  return { type: "MultiPolygon", coordinates: [[frame, ...shells], ...enclaves] };
}
