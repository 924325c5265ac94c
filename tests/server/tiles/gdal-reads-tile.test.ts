import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildTileIndex } from "../../../server/tiles/tile-index.ts";
import { jitteredGrid } from "./jittered-grid.ts";
import { tileAt } from "./read-tile.ts";

const ogrinfo = spawnSync("ogrinfo", ["--version"]).status === 0;
if (!ogrinfo)
  console.warn("ogrinfo (Debian package gdal-bin) is missing: GDAL does not read the tiles here.");

describe.skipIf(!ogrinfo)("GDAL", () => {
  it("K-04 reads layers, fields and types of a tile as TileJSON promises them", () => {
    const index = buildTileIndex([
      {
        name: "areas",
        kind: "polygon",
        coverage: true,
        features: jitteredGrid({ columns: 4, rows: 4, seed: 1, detail: 8 }),
        minzoom: 0,
        maxzoom: 16,
      },
    ]);
    const folder = mkdtempSync(join(tmpdir(), "srk-tile-"));
    try {
      const { z, x, y } = tileAt(9.03, 48.72, 11);
      const file = join(folder, "tile.pbf");
      writeFileSync(file, index.tile(z, x, y)!);
      const text = execFileSync("ogrinfo", ["-ro", "-al", "-so", `MVT:${file}`], { encoding: "utf8" });
      const layers = Object.fromEntries(
        text
          .split(/^Layer name: /m)
          .slice(1)
          .map((part) => [part.split("\n")[0]!.trim(), part]),
      );
      expect(Object.keys(layers).sort()).toEqual(["areas", "areas-borders", "areas-labels"]);
      expect(layers.areas).toContain("Feature Count: 16");
      const gdalTypes = {
        Number: "(?:Integer|Integer64|Real)",
        String: "String",
        Boolean: "Integer\\(Boolean\\)",
      };
      for (const { id, fields } of index.vectorLayers) {
        for (const [field, type] of Object.entries(fields)) {
          expect(layers[id], `${id}.${field}`).toMatch(new RegExp(`^${field}: ${gdalTypes[type]} `, "m"));
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
