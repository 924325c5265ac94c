import pg from "pg";
import { TILE_EXTENT, type TileLayerInput } from "../../server/tiles/tile-input.ts";
import type { TileSet } from "../../server/tiles/tile-set.ts";

/** Writes the layers of a set into PostGIS: one table each in web mercator, indexed, properties as columns. */
export async function loadPostgis(database: pg.Client, sets: ReadonlyMap<string, TileSet>): Promise<void> {
  await database.query("CREATE EXTENSION IF NOT EXISTS postgis");
  for (const set of sets.values()) {
    for (const layer of set.layers) await loadLayer(database, layer);
  }
  await database.query("VACUUM ANALYZE");
}

async function loadLayer(database: pg.Client, layer: TileLayerInput): Promise<void> {
  const table = pg.escapeIdentifier(layer.name);
  const columns = columnsOf(layer);
  const definitions = columns.map(({ name, type }) => `${pg.escapeIdentifier(name)} ${type}`).join(", ");
  await database.query(`DROP TABLE IF EXISTS ${table}`);
  await database.query(`CREATE TABLE ${table} (${definitions}, geom geometry(Geometry, 3857))`);
  const places = columns.map((_, index) => `$${index + 2}`).join(", ");
  const insert = `INSERT INTO ${table} VALUES (${places}, ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326), 3857))`;
  await database.query("BEGIN");
  for (const { id, properties, geometry } of layer.features) {
    const row: Record<string, unknown> = { ...properties, id };
    await database.query(insert, [JSON.stringify(geometry), ...columns.map(({ name }) => row[name] ?? null)]);
  }
  await database.query("COMMIT");
  await database.query(`CREATE INDEX ON ${table} USING gist (geom)`);
}

function columnsOf(layer: TileLayerInput): { name: string; type: string }[] {
  const types = new Map<string, string>([["id", "text"]]);
  for (const { properties } of layer.features) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) continue;
      const type =
        typeof value === "boolean" ? "boolean" : typeof value === "number" ? "double precision" : "text";
      types.set(name, (types.get(name) ?? type) === type ? type : "text");
    }
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/**
 * One statement that returns the whole tile of a set, as the PostGIS manual shows it: `ST_AsMVT` over
 * `ST_AsMVTGeom` with our extent and buffer; points without buffer, each in one tile.
 */
export function tileStatement(set: TileSet): string {
  const parts = set.layers.map((layer) => {
    const columns = columnsOf(layer)
      .map(({ name }) => pg.escapeIdentifier(name))
      .join(", ");
    const buffer = layer.kind === "point" ? 0 : 64;
    const margin = buffer / TILE_EXTENT;
    return `(SELECT ST_AsMVT(tile, ${pg.escapeLiteral(layer.name)}, ${TILE_EXTENT}, 'geom') FROM (
      SELECT ${columns}, ST_AsMVTGeom(geom, ST_TileEnvelope($1, $2, $3), ${TILE_EXTENT}, ${buffer}) AS geom
      FROM ${pg.escapeIdentifier(layer.name)}
      WHERE geom && ST_TileEnvelope($1, $2, $3, margin => ${margin})
        AND $1 BETWEEN ${layer.minzoom} AND ${layer.maxzoom}
    ) AS tile WHERE geom IS NOT NULL)`;
  });
  return `SELECT ${parts.join(" || ")} AS tile`;
}
