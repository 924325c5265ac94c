import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibilities } from "#domain/access/visibility.ts";
import { areaLevels } from "#domain/area/area.ts";
import { classMethods } from "#domain/classification/class-method.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { facilityTypeCodes } from "#domain/facility/facility-types.ts";
import { targetGroups } from "#domain/facility/target-groups.ts";
import { valueStates } from "#domain/indicator/observation.ts";
import type { PageState } from "../../../web/state/page-state.ts";
import { arrangedLayers } from "../../../web/state/selectors/arranged-layers.ts";
import { createPageStore } from "../../../web/state/store.ts";
import { addressOf, viewOf } from "../../../web/state/url.ts";
import { aLayer } from "../builders.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const someOf = <T>(values: readonly T[]) => fc.subarray([...values]);

const view = fc.record({
  level: fc.constantFrom(...areaLevels),
  indicator: optional(name.filter((code) => code !== "none")),
  period: optional(fc.constantFrom("2024", "2024-12-31", "2023/24")),
  classMethod: optional(fc.constantFrom(...classMethods)),
  classes: fc.integer({ min: 3, max: 7 }),
  ramp: fc.constantFrom("blue" as const, "cividis" as const, "viridis" as const),
  keptClass: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 6 }), fc.constantFrom(...valueStates)),
  showsValues: fc.boolean(),
  indicatorOpacity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  layers: fc.uniqueArray(
    fc.record({
      layer: name.filter((layer) => layer !== "base"),
      isVisible: fc.constant(true),
      opacity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    }),
    { selector: ({ layer }) => layer, minLength: 1, maxLength: 8 },
  ),
  families: someOf(Object.keys(facilityFamilies) as (keyof typeof facilityFamilies)[]),
  facilityFilter: fc.record({
    types: someOf(facilityTypeCodes),
    ownership: someOf(["CITY", "CHURCH", "WELFARE"]),
    targetGroups: someOf(Object.keys(targetGroups) as (keyof typeof targetGroups)[]),
    minCapacity: optional(fc.integer({ min: 1, max: 1000 })),
    text: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  }),
  camera: optional(
    fc.record({
      center: fc.tuple(
        fc.integer({ min: -17_900_000, max: 17_900_000 }).map((value) => value / 100_000),
        fc.integer({ min: -8_400_000, max: 8_400_000 }).map((value) => value / 100_000),
      ),
      zoom: fc.integer({ min: 0, max: 2000 }).map((value) => value / 100),
      bearing: fc.integer({ min: -179, max: 180 }),
    }),
  ),
  look: fc.oneof(
    fc.constant({ kind: "nothing" as const }),
    fc
      .oneof(
        fc.record({
          kind: fc.constant("area" as const),
          level: fc.constantFrom(...areaLevels),
          number: fc.constantFrom("06", "146-2", "08111000"),
        }),
        fc.record({ kind: fc.constant("record" as const), type: name, id: fc.uuid() }),
      )
      .map((selection) => ({ kind: "one" as const, selection, alsoHere: [] })),
  ),
  isTableOpen: fc.constant(true),
  tableOf: name,
  language: fc.constantFrom("de" as const, "en" as const),
  sight: optional(fc.constantFrom(...visibilities)),
});

/** Each reading with what it needs; the others' choices are nobody's business. */
const reading = fc.oneof(
  fc.constant({ reading: "value", since: null, isRelative: false, pairedWith: null }),
  fc.record({
    ...{ reading: fc.constant("change"), pairedWith: fc.constant(null), isRelative: fc.boolean() },
    since: optional(fc.constantFrom("2018", "2018-12-31")),
  }),
  fc.record({
    ...{ reading: fc.constant("pair"), since: fc.constant(null), isRelative: fc.constant(false) },
    pairedWith: optional(name),
  }),
);
const anyView = fc.tuple(view, reading).map(([one, read]) => ({ ...one, ...read }));

describe("the address of a view", () => {
  it("gives back every view it was written from", () => {
    fc.assert(
      fc.property(anyView, (chosen) => {
        const state = createPageStore(chosen as Partial<PageState>).getState();
        const read = viewOf(addressOf(state));
        for (const [key, value] of Object.entries(chosen)) {
          expect(read[key as keyof PageState], key).toEqual(value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads well enough to be written into a paper", () => {
    const state = createPageStore({
      indicator: "sealed-area",
      period: "2023/24",
      layers: [{ layer: "renewal-areas", isVisible: true, opacity: 0.6 }],
      look: { kind: "one", selection: { kind: "area", level: "district", number: "06" }, alsoHere: [] },
      camera: { center: [9.18, 48.776], zoom: 11.2, bearing: 0 },
    }).getState();
    expect(addressOf(state)).toBe(
      "?v=1&level=district&indicator=sealed-area&period=2023/24&layers=renewal-areas~60" +
        "&families=neighbourhood&select=area:district:06&camera=11.2/48.776/9.18&lang=de",
    );
  });

  it("leaves out a damaged part and keeps the rest", () => {
    const read = viewOf("?v=1&level=galaxy&indicator=sealed-area&camera=north&classes=99&sight=PUBLIC");
    expect(read.level).toBe("district");
    expect(read.camera).toBeNull();
    expect(read.classes).toBe(5);
    expect(read.indicator).toBe("sealed-area");
    expect(read.sight).toBe("PUBLIC");
  });

  it("tells no layers apart from layers nobody chose", () => {
    expect(viewOf("?layers=").hasChosenLayers).toBe(true);
    expect(viewOf("").hasChosenLayers).toBe(false);
  });

  it("never writes hidden layers or the base map", () => {
    const layers = [
      { layer: "base", isVisible: true, opacity: 1 },
      { layer: "facilities", isVisible: false, opacity: 1 },
      { layer: "renewal-areas", isVisible: true, opacity: 1 },
    ];
    expect(addressOf(createPageStore({ layers }).getState())).toContain("&layers=renewal-areas&");
  });
});

describe("an address somebody else wrote", () => {
  it("X-11 brings no foreign address, style or expression into the view", () => {
    const foreign = "https://evil.example/sprite";
    const view = viewOf(
      `?v=1&layers=${encodeURIComponent(`${foreign},["literal",[1]]`)}&ramp=${encodeURIComponent('["get","x"]')}` +
        `&style=${foreign}&sprite=${foreign}&glyphs=${foreign}&indicator=${encodeURIComponent(foreign)}&table=..%2Fx%3A`,
    );
    expect(JSON.stringify(view)).not.toMatch(/evil|literal|sprite|\["get/);
    expect(view.layers).toEqual([]);
  });
});

/** Pixels from the middle of the world at which a place is drawn, tiles being 512 pixels wide. */
function pixels([longitude, latitude]: readonly [number, number], zoom: number): [number, number] {
  const side = 512 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [(longitude / 360) * side, (Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side];
}

describe("the camera of a link", () => {
  it("K-12 puts the corner of a large screen where it was, to the pixel, however far in somebody has gone", () => {
    const camera = fc.record({
      longitude: fc.double({ min: 8.9, max: 9.4, noNaN: true }),
      latitude: fc.double({ min: 48.6, max: 48.9, noNaN: true }),
      zoom: fc.double({ min: 8, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(camera, ({ longitude, latitude, zoom }) => {
        const store = createPageStore({});
        store.getState().rememberCamera({ center: [longitude, latitude], zoom, bearing: 0 });
        const read = viewOf(addressOf(store.getState())).camera!;
        const [x, y] = pixels([longitude, latitude], zoom);
        const [readX, readY] = pixels(read.center, zoom);
        // Half the width of 1920 × 1080 from the middle to the edge, wider or narrower by the other zoom.
        const stretch = Math.abs(2 ** (read.zoom - zoom) - 1) * 960;
        expect(Math.abs(readX - x) + stretch).toBeLessThan(1);
        expect(Math.abs(readY - y) + stretch).toBeLessThan(1);
      }),
    );
  });
});

describe("a link opened by somebody else", () => {
  it("K-12 brings layers, year, filter and selection along, and leaves out layers they may not see", () => {
    const store = createPageStore({});
    const filter = { types: ["KITA_MIX" as const], text: "Kita" };
    store.getState().filterFacilities(filter);
    store.setState({
      layers: ["renewal-areas", "candidate-sites", "external-intern"].map((layer) => ({
        layer,
        isVisible: true,
        opacity: 0.6,
      })),
      period: "2022",
      look: { kind: "one", selection: { kind: "area", level: "district", number: "06" }, alsoHere: [] },
    });
    const theirs = viewOf(addressOf(store.getState()));
    expect(theirs).toMatchObject({
      period: "2022",
      facilityFilter: filter,
      look: { selection: { kind: "area", level: "district", number: "06" } },
    });
    const shown = arrangedLayers(theirs.layers ?? [], [aLayer("renewal-areas"), aLayer("facilities")]);
    expect(shown).toMatchObject([{ layer: "renewal-areas", isVisible: true, opacity: 0.6 }]);
  });

  it("leaves the tab to the person who comes without one, and is the map where it is a view", () => {
    expect(viewOf("").tab).toBeNull();
    expect(viewOf("?v=1&select=area:district:06").tab).toBe("map");
    expect(viewOf("?v=1&tab=district&district=06")).toMatchObject({ tab: "district", district: "06" });
    const state = createPageStore({ tab: "district", district: "06" }).getState();
    expect(addressOf(state)).toContain("&tab=district&district=06");
    expect(viewOf("?v=1&tab=district&district=../06")).toMatchObject({ district: null });
  });
});
