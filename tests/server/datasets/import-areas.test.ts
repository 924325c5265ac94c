import { describe, expect, it } from "vitest";
import { areas, collection, districts, feature, importHarness, origin, square } from "./import-harness.ts";

const harness = importHarness();
const { folder, done, refused } = harness;

describe("areas", () => {
  it("are stored with size, label point, level and the version of their boundaries", async () => {
    const report = await done(areas(folder.write(districts), { boundaryVersion: "2026-01" }));
    expect(report).toMatchObject({
      rowsRead: 2,
      rowsAccepted: 2,
      setAside: [],
      format: "geojson",
      crs: "EPSG:4326",
    });
    const [release] = await harness.store.releases({ dataset: "areas-district" });
    expect(release).toMatchObject({
      level: "district",
      boundaryVersion: "2026-01",
      rowCount: 2,
      isDemo: false,
    });
    const [mitte] = await harness.store.areas(release!.id);
    // 0.1° × 0.1° at 48.75° N: 7.36 km × 11.12 km.
    expect(mitte).toMatchObject({ number: "01", name: "Mitte", parentNumber: null, residents: null });
    expect(mitte!.areaHa).toBeGreaterThan(8_150);
    expect(mitte!.areaHa).toBeLessThan(8_220);
    expect(mitte!.labelPoint![0]).toBeCloseTo(9.15, 2);
  });

  it("are INTERNAL until someone states their release, which makes a new release of equal rows", async () => {
    const file = folder.write(districts);
    await done(areas(file));
    expect((await harness.store.releases())[0]).toMatchObject({ visibility: "INTERNAL" });
    const report = await done(areas(file, { released: "Stadtmessungsamt, 31.01.2026" }));
    expect(report.datasets[0]!.outcome).toBe("published");
    expect((await harness.store.releases())[0]).toMatchObject({
      visibility: "PUBLIC",
      released: { office: "Stadtmessungsamt", date: "2026-01-31" },
    });
  });

  it("without numbers get stable ones from their names", async () => {
    const named = collection(
      feature({ name: "Böhlitz-Ehrenberg" }, { type: "Polygon", coordinates: square(12, 51) }),
    );
    await done({ as: "areas", file: folder.write(named), level: "subdistrict", name: "name", ...origin });
    const [release] = await harness.store.releases({ dataset: "areas-subdistrict" });
    expect((await harness.store.areas(release!.id))[0]).toMatchObject({
      number: "boehlitz-ehrenberg",
      name: "Böhlitz-Ehrenberg",
    });
  });

  it("in EPSG:25832 find their parents by location, and numbers of spreadsheets get their zeros back", async () => {
    await done(areas(folder.write(districts)));
    const ring = [
      [
        [513000, 5402000],
        [513500, 5402000],
        [513500, 5402500],
        [513000, 5402000],
      ],
    ];
    const utm = JSON.stringify({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } },
      features: [feature({ nr: 7, name: "Rathaus" }, { type: "Polygon", coordinates: ring })],
    });
    await done(areas(folder.write(utm), { level: "subdistrict", numberWidth: 3, parentLevel: "district" }));
    const [release] = await harness.store.releases({ dataset: "areas-subdistrict" });
    const [area] = await harness.store.areas(release!.id);
    expect(area).toMatchObject({ number: "007", parentNumber: "01" });
    expect(area!.areaHa).toBeCloseTo(12.5, 1);
  });

  it("G-01 with a bow-tie are refused with the crossing, or repaired into two parts and noted", async () => {
    const bow = [
      [
        [9.1, 48.7],
        [9.2, 48.8],
        [9.2, 48.7],
        [9.1, 48.8],
        [9.1, 48.7],
      ],
    ];
    const file = folder.write(
      collection(feature({ nr: "01", name: "Mitte" }, { type: "Polygon", coordinates: bow })),
    );
    expect(await refused(areas(file))).toMatchObject({
      code: "bad-rows",
      sentence: expect.stringContaining("schneidet sich selbst bei (9,15; 48,75)"),
    });
    const report = await done(areas(file, { repair: true }));
    expect(report.notes.map(({ code }) => code)).toContain("geometry-repaired");
    const [release] = await harness.store.releases({ dataset: "areas-district" });
    const { geometry } = (await harness.store.areas(release!.id))[0]!;
    expect(geometry.type === "MultiPolygon" && geometry.coordinates).toHaveLength(2);
  });

  it("I-18 with projected coordinates labelled as WGS 84 are refused with the option that mends it", async () => {
    const point = { type: "Point", coordinates: [513224, 5402548] };
    const file = folder.write(collection(feature({ nr: "01", name: "x" }, point)));
    expect((await refused({ as: "layer", name: "x", file, ...origin })).sentence).toBe(
      "Koordinaten außerhalb des gültigen Bereichs (513224, 5402548) – ETRS89/UTM32? Dann mit --crs 25832 importieren.",
    );
    expect((await done({ as: "layer", name: "x", file, crs: "25832", ...origin })).crs).toBe("EPSG:25832");
  });
});
