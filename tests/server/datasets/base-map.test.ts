import { describe, expect, it } from "vitest";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import { areaInSquareMeters } from "#domain/geometry/ellipsoid.ts";
import { importLimits, parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { buildBaseMap } from "../../../server/datasets/base-map.ts";
import { areas, at, collection, districts, feature, importHarness } from "./import-harness.ts";

const harness = importHarness();
const { folder, done } = harness;
const context = { actor: "import", at, cityName: "Musterstadt" };
const baseFeatures = async () => {
  const [release] = await harness.store.releases({ dataset: "base" });
  return { release: release!, features: await harness.store.features(release!.id) };
};

describe("the base map of a city without a map", () => {
  it("has the union of its areas as outline and everything else under a mask", async () => {
    await done(areas(folder.write(districts), { released: "Amt, 2026-01-01" }));
    const station = feature({ name: "Halt" }, { type: "Point", coordinates: [9.15, 48.75] });
    const track = feature(
      {},
      {
        type: "LineString",
        coordinates: [
          [9.1, 48.75],
          [9.2, 48.75],
        ],
      },
    );
    const file = folder.write(collection(station, track));
    const lines = [{ file, class: "light-rail" as const, sourceText: "Fahrplan 2015" }];
    await buildBaseMap(harness.store, { outlineFrom: "district", lines }, context);

    const { release, features } = await baseFeatures();
    expect(release).toMatchObject({
      visibility: "PUBLIC",
      provenance: { source: "Statistisches Amt; Fahrplan 2015" },
    });
    expect(features.map(({ properties }) => properties.class)).toEqual(["outline", "mask", "light-rail"]);
    const [outline, mask] = features.map(({ geometry }) => geometry!);
    const [area] = await harness.store.areas(
      (await harness.store.releases({ dataset: "areas-district" }))[0]!.id,
    );
    expect(areaInSquareMeters(outline!) / areaInSquareMeters(area!.geometry)).toBeCloseTo(2, 6);
    expect(parseGeometry(outline, importLimits).kind).toBe("ok");
    expect(parseGeometry(mask, importLimits).kind).toBe("ok");
    expect([containsPoint(mask!, [9.2, 48.75]), containsPoint(mask!, [9.5, 48.75])]).toEqual([false, true]);
  });

  it("is as internal as the areas it is made of, and the same when it is made again", async () => {
    await done(areas(folder.write(districts)));
    const wish = { outlineFrom: "district" as const, lines: [] };
    expect((await buildBaseMap(harness.store, wish, context)).outcome).toBe("published");
    expect((await buildBaseMap(harness.store, wish, context)).outcome).toBe("unchanged");
    expect((await baseFeatures()).release.visibility).toBe("INTERNAL");
  });

  it("cannot be made of areas that are not there", async () => {
    const made = buildBaseMap(harness.store, { outlineFrom: "district", lines: [] }, context);
    await expect(made).rejects.toThrow("Gebiete der Ebene district sind noch nicht geladen.");
  });
});
