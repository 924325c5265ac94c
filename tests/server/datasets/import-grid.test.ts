import { describe, expect, it } from "vitest";
import { formatCellId } from "#domain/demand/cell-id.ts";
import { decodeGrid } from "#domain/demand/grid-file.ts";
import { toLaea } from "#domain/geometry/laea.ts";
import type { ImportSpecInput } from "../../../server/datasets/import-spec.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { areas, collection, districts, feature, importHarness, origin } from "./import-harness.ts";

/** Id of the 100 m cell a place lies in; 9.15 E is in district 01, 9.25 E in 02, 9.45 E in neither. */
function cellAt(longitude: number, latitude = 48.75): string {
  const [east, north] = toLaea(longitude, latitude).map((metres) => Math.floor(metres / 100) * 100);
  return formatCellId({ sizeM: 100, east: east!, north: north! });
}
const [west, east, outside] = [cellAt(9.15), cellAt(9.25), cellAt(9.45)];
const header = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner;Unter3;a3bis5;a65undaelter";
const row = (id: string, ...counts: (number | string)[]) =>
  [id, "4257050,5", "2849050,5", ...counts].join(";");
const census = [header, row(west, 40, 3, "–", 12), row(east, 25, 0, 4, "–"), row(outside, 99, 9, 9, 9)].join(
  "\n",
);
const perturbed = { perturbedByPublisher: "Zensus 2022, Cell-Key" };
const asGrid = (file: string, more: object = {}) =>
  ({ as: "grid", file, ...origin, ...more }) as ImportSpecInput;

onBothDatabases((newDatabase) => {
  const harness = importHarness(newDatabase);
  const { folder, done, refused } = harness;
  const withDistricts = () => done(areas(folder.write(districts)));
  async function imported() {
    const [release] = await harness.store.releases({ dataset: "population-grid" });
    return { release: release!, grid: decodeGrid(await harness.store.content(release!.id)) };
  }

  describe("the population grid", () => {
    it("of the census is stored cell by cell, internal, with its statement, and cells elsewhere are counted", async () => {
      await withDistricts();
      const report = await done(asGrid(folder.write(census), { ...perturbed, released: "Amt, 2026-01-31" }));
      expect(report).toMatchObject({ rowsRead: 3, rowsAccepted: 2, crs: "EPSG:3035" });
      expect(report.setAside).toMatchObject([{ row: 4, code: "outside-city" }]);
      expect(report.datasets).toMatchObject([{ dataset: "population-grid", rows: 2, created: 2 }]);
      expect(report.notes.map(({ sentence }) => sentence)).toEqual([
        "1 Zeile außerhalb der Stadt: nicht übernommen",
        "Alter ohne Spalte: 6–64; Zielgruppen dieses Alters zählen 0",
        "„population-grid“ ist Arbeitsmaterial der Planung und bleibt intern",
      ]);
      const { release, grid } = await imported();
      expect(release).toMatchObject({ kind: "grid", visibility: "INTERNAL" });
      expect(release).not.toHaveProperty("released");
      expect(release.details).toMatchObject({
        cellSizeM: 100,
        cells: 2,
        protection: { kind: "PERTURBED_BY_PUBLISHER", statement: "Zensus 2022, Cell-Key" },
      });
      expect([...grid.residents]).toEqual([40, 25]);
      expect(grid.counts.map((counts) => [...counts])).toEqual([
        [3, 0],
        [0, 4],
        [12, 0],
      ]);
      expect(grid.areas).toMatchObject([{ level: "district", numbers: ["01", "02"] }]);
      expect([...grid.areas[0]!.index]).toEqual([0, 1]);
      expect(grid.longitude[0]! / 1e7).toBeCloseTo(9.15, 2);
    });

    it("imported again changes nothing; other figures take its place", async () => {
      await withDistricts();
      const file = folder.write(census);
      await done(asGrid(file, perturbed));
      const { release } = await imported();
      expect((await done(asGrid(file, perturbed))).datasets[0]).toMatchObject({ outcome: "unchanged" });
      await done(asGrid(folder.write(census.replace(";40;", ";41;")), perturbed));
      expect((await imported()).release.id).not.toBe(release.id);
      expect((await harness.store.verifyAudit()).breaks).toEqual([]);
    });

    it("without a statement is rounded to threes, and districts keep their totals to two people", async () => {
      await withDistricts();
      const cells = Array.from({ length: 60 }, (_, at) =>
        row(cellAt(at % 2 ? 9.22 : 9.12, 48.72 + at / 1000), (at * 7) % 11, at % 4, at % 3, (at * 5) % 9),
      );
      const file = folder.write([header, ...cells].join("\n"));
      const report = await done(asGrid(file));
      expect(report.notes.map(({ code }) => code)).toContain("counts-rounded");
      const { release, grid } = await imported();
      expect(release.details).toMatchObject({ protection: { kind: "ROUNDED", base: 3 } });
      const truth = [0, 1].map((district) =>
        Array.from({ length: 60 }, (_, at) => (at % 2 === district ? (at * 7) % 11 : 0)).reduce(
          (a, b) => a + b,
        ),
      );
      const found = [0, 0];
      grid.residents.forEach((count, cell) => {
        expect(count % 3).toBe(0);
        found[grid.areas[0]!.index[cell]!]! += count;
      });
      for (const district of [0, 1])
        expect(Math.abs(found[district]! - truth[district]!)).toBeLessThanOrEqual(2);
      expect((await done(asGrid(file))).datasets[0]).toMatchObject({ outcome: "unchanged" });
    });

    it("takes age groups of the same cells from a further table, whichever way ids are written", async () => {
      await withDistricts();
      const residents = folder.write(`GITTER_ID_100m;Einwohner\n${west};40\n${east};25\n${outside};3`);
      const elsewhere = cellAt(9.16);
      const [, north, eastOf] = /N(\d+)E(\d+)/.exec(east)!;
      const short = `100mN${Number(north) / 100}E${Number(eastOf) / 100}`;
      const ages = folder.write(`Gitter_ID;Unter18;ab18\n${short};5;20\n${outside};1;2\n${elsewhere};1;2`);
      const report = await done(asGrid(residents, { ...perturbed, with: [ages] }));
      expect(report.notes.map(({ code, facts }) => [code, facts.count])).toEqual([
        ["outside-city", 1],
        ["joined-cells-left", 1],
      ]);
      const { grid } = await imported();
      expect(grid.ageGroups.map(({ code }) => code)).toEqual(["0-18", "18+"]);
      expect(grid.counts.map((counts) => [...counts])).toEqual([
        [0, 5],
        [0, 20],
      ]);
    });

    it("of buildings comes from points in GeoJSON or in columns, in any coordinate system", async () => {
      await withDistricts();
      const point = (longitude: number) => ({ type: "Point", coordinates: [longitude, 48.75] });
      const geojson = collection(
        feature({ einwohner: 12, "0-17": 3 }, point(9.15)),
        feature({ einwohner: 8, "0-17": 0 }, point(9.25)),
      );
      await done(asGrid(folder.write(geojson), perturbed));
      const first = (await imported()).grid;
      expect(first).toMatchObject({ cellSizeM: null, cellCount: 2 });
      expect([...first.longitude].sort()).toEqual([91_500_000, 92_500_000]);
      expect(first.ageGroups).toEqual([{ code: "0-18", from: 0, to: 18 }]);

      const [x, y] = toLaea(9.15, 48.75);
      const table = folder.write(`x;y;Bewohner\n${x.toFixed(3)};${y.toFixed(3)};12`);
      await done(asGrid(table, { ...perturbed, crs: "3035", residents: "Bewohner" }));
      const { grid } = await imported();
      expect(Math.abs(grid.longitude[0]! - 91_500_000)).toBeLessThanOrEqual(1);
      // Without ages everybody is one open group, which every target group is then estimated from.
      expect(grid.ageGroups).toEqual([{ code: "0+", from: 0, to: null }]);
      expect([...grid.counts[0]!]).toEqual([12]);
    });

    it.each([
      [
        "a cell that is none",
        row("Mitte", 1, 1, 1, 1),
        /Zeile 2: „Mitte“ in „GITTER_ID_100m“ ist keine Gitterzelle/,
      ],
      ["a word for a number", row(west, "viele", 1, 1, 1), /Zeile 2: „viele“ in „Einwohner“ ist keine Zahl/],
      [
        "half a person",
        row(west, 5, "1,5", 1, 1),
        /Zeile 2: „1,5“ in „Unter3“ ist keine Anzahl von Menschen/,
      ],
      ["fewer than nobody", row(west, -3, 1, 1, 1), /„-3“ in „Einwohner“ ist keine Anzahl von Menschen/],
      ["a cell twice", `${row(west, 1, 1, 1, 1)}\n${row(west, 1, 1, 1, 1)}`, /Zeile 3: .*schon in Zeile 2/],
      [
        "cells of two grids",
        `${row(west, 1, 1, 1, 1)}\n${row("CRS3035RES1000mN2849000E4257000", 1, 1, 1, 1)}`,
        /Zeile 3: .*anderen Gitter; die Zellen davor messen 100 m/,
      ],
    ])("with %s is refused with row and field, and nothing is stored", async (_, rows, sentence) => {
      await withDistricts();
      const outcome = await refused(asGrid(folder.write(`${header}\n${rows}`), perturbed));
      expect(outcome.sentence).toMatch(sentence);
      expect(await harness.store.releases({ dataset: "population-grid", all: true })).toEqual([]);
    });

    it("is refused with what helps: no residents, ages that overlap, no places, no areas, a wrong further row", async () => {
      const refusalOf = async (text: string, more: object = {}) =>
        (await refused(asGrid(folder.write(text), { ...perturbed, ...more }))).sentence;
      expect(await refusalOf(census)).toMatch(/Gebiete .* noch nicht geladen/);
      await withDistricts();
      expect(await refusalOf(`GITTER_ID_100m;Leute\n${west};4`)).toMatch(
        /--residents.*GITTER_ID_100m, Leute/,
      );
      expect(await refusalOf(`GITTER_ID_100m;Einwohner;Unter18;Unter3\n${west};4;1;1`)).toMatch(
        /„Unter(3|18)“ und „Unter(3|18)“ überschneiden sich.*--ages/,
      );
      expect(await refusalOf("Einwohner;Unter3\n4;1")).toMatch(/--key oder --x und --y/);
      const wrong = folder.write(`GITTER_ID_100m;Unter3\n${west};x1`, "alter.csv");
      expect(await refusalOf(`GITTER_ID_100m;Einwohner\n${west};4`, { with: [wrong] })).toMatch(
        /alter\.csv, Zeile 2: „x1“ in „Unter3“ ist keine Zahl/,
      );
    });

    it("takes the columns it is told, and leaves out wrong rows when asked to", async () => {
      await withDistricts();
      const text = `zelle;alle;Unter18;jung\n${west};9;3;1\nkaputt;1;1;1`;
      const ages = [{ column: "jung", from: 0, to: 6 }];
      const spec = asGrid(folder.write(text), { ...perturbed, key: "zelle", residents: "alle", ages });
      expect((await refused(spec)).code).toBe("bad-rows");
      const report = await done({ ...spec, skipBadRows: true } as ImportSpecInput);
      expect(report).toMatchObject({ rowsRead: 2, rowsAccepted: 1 });
      const { grid } = await imported();
      expect(grid.ageGroups).toEqual([{ code: "0-6", from: 0, to: 6 }]);
      expect([...grid.counts[0]!]).toEqual([1]);
    });
  });
});
