import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeAreas } from "./areas.ts";
import { readOutline, readSubdistricts } from "./facts.ts";
import { defaultSeed } from "./types.ts";

/**
 * Writes the schematic shapes of Stuttgart's districts and Stadtteile as `district.geojson` and
 * `subdistrict.geojson` (WGS 84): official number, name and parent, no figures. For a city whose real borders
 * are not published, so that its real figures can be looked at on a map that says its shapes are not real.
 */
export function writeShapes(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const areas = makeAreas(readSubdistricts(), readOutline(), defaultSeed);
  for (const level of ["district", "subdistrict"] as const) {
    const features = areas
      .filter((area) => area.level === level)
      .map(({ number, name, parentNumber, geometry }) => ({
        type: "Feature",
        properties: { number, name, parent: parentNumber },
        geometry,
      }));
    writeFileSync(
      join(directory, `${level}.geojson`),
      JSON.stringify({ type: "FeatureCollection", features }),
    );
  }
}
