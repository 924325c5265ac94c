import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../server/datasets/formats/read-table.ts";
import { root } from "../../lib/running-server.ts";
import { at, importHarness, origin } from "./import-harness.ts";

const file = join(process.env.TESTDATA_DIR ?? join(root, "../shared/data"), "heidelberg/heidelberg.osm.pbf");
const isThere = existsSync(file);
if (!isThere) console.warn(`${file} is missing: the tests of places from OpenStreetMap are skipped.`);

describe.skipIf(!isThere)("places of an OpenStreetMap file", () => {
  const harness = importHarness();

  it("25 kindergartens and 182 playgrounds stand in Heidelberg's, nodes and ways as one point each", async () => {
    const table = await readTable(file);
    const [kind, place] = [table.columns.indexOf("amenity"), table.columns.indexOf("leisure")];
    expect(table.rows.filter(({ cells }) => cells[kind] === "kindergarten")).toHaveLength(25);
    const playgrounds = table.rows.filter(({ cells }) => cells[place] === "playground");
    expect(playgrounds.length).toBeGreaterThanOrEqual(180);
    const ids = new Set(table.rows.map(({ cells }) => String(cells[0])));
    expect(ids.size).toBe(table.rows.length);
    expect([...ids].some((id) => id.startsWith("n")) && [...ids].some((id) => id.startsWith("w"))).toBe(true);
  });

  it("become records where a tag has the wanted value, and keep their identity in a second import", async () => {
    const spec = {
      as: "records" as const,
      type: "facilities",
      file,
      where: { column: "amenity", equals: "kindergarten" },
      key: "osm_id",
      map: { name: "Kindergarten {name} {osm_id}" },
      set: { type: "KITA_MIX" },
      ...origin,
    };
    const first = await harness.done(spec);
    expect(first.datasets[0]).toMatchObject({ created: 25 });
    const again = await harness.done({ ...spec, set: { type: "KITA_UE3" } }, { at });
    expect(again.datasets[0]).toMatchObject({ created: 0, changed: 25 });
  });
});
