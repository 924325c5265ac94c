import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "#domain/contract/contract.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import { computedCode } from "#domain/indicator/computed-code.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { discloseReleases } from "../../../server/datasets/disclose-releases.ts";
import { manifestOf, publishRelease } from "../../../server/datasets/publish-release.ts";
import { difference, sealedLessGreen } from "../../lib/computed-indicators.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { strangersAddress } from "../../lib/every-way-out.ts";
import { holdsNumber } from "../../lib/number-in-bytes.ts";
import { addObservations, type SmallCity, smallCity, testIndicator } from "../../lib/small-city.ts";

const indicator: Indicator = {
  ...testIndicator,
  code: "children-in-need",
  decimals: 4,
  suppression: defaultSuppression,
};
const provenance = { source: "Testquelle", licence: "frei", referenceDate: "2024-12-31" };

/** Both districts have 617 children; what is hidden has digits that stand nowhere else. */
async function importCounts(city: SmallCity, west: number, east: number): Promise<void> {
  const rows = [west, east].map((numerator, index) => ({
    indicatorCode: indicator.code,
    level: "district" as const,
    areaNumber: `0${index + 1}`,
    period: "2024",
    value: Number(((100 * numerator) / 617).toFixed(4)),
    state: "VALUE" as const,
    numerator,
    denominator: 617,
  }));
  const draft = {
    dataset: `indicator-${indicator.code}`,
    kind: "observations" as const,
    title: indicator.name,
    details: { indicator },
  };
  const [release] = await discloseReleases(city.store, [{ draft, rows: { kind: "observations", rows } }]);
  const manifest = manifestOf(release!, { provenance, released: undefined, isDemo: true });
  await publishRelease(city.store, release!, manifest, { actor: "test", at: new Date().toISOString() });
}

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    // 2 of 617 are 0.3241 %.
    await importCounts(city, 2, 40);
    await addObservations(city.store, "PUBLIC");
  });
  afterAll(() => city.close());

  const values = async (headers = {}, query = "") => {
    const url = `/api/indicators/${indicator.code}/values?level=district${query}`;
    return (await city.app.inject({ url, headers })).json<{ items: Value[] }>().items;
  };
  const hidden = { areaNumber: "01", period: "2024", value: null, state: "SUPPRESSED" };
  const answersFor = async (headers: Record<string, string>) => {
    const tileSet = (await city.app.inject({ url: "/tiles/areas-district.json", headers })).json<{
      tiles: string[];
    }>();
    const tile = tileSet.tiles[0]!.replace("{z}", "10").replace("{x}", "537").replace("{y}", "352");
    const answers = new Map<string, { bytes: Buffer; cache: string }>();
    for (const url of [
      `/api/indicators/${indicator.code}/values?level=district`,
      `/api/indicators/${indicator.code}/values?level=district&period=2024`,
      "/api/indicators",
      "/api/areas?level=district",
      "/api/layers",
      ...["csv", "geojson", "xlsx", "gpkg"].map(
        (format) => `/api/export/areas-district.${format}?indicators=${indicator.code}`,
      ),
      "/ogc/collections/areas-district",
      "/ogc/collections/areas-district/items?f=json",
      "/ogc/collections/areas-district/items?f=html",
      "/tiles/areas-district.json",
      new URL(tile, "http://localhost").pathname,
      // The page with legend, histogram and table is also what is printed.
      embedUrl,
      `/embed/details?select=area:district:01&indicator=${indicator.code}`,
    ]) {
      const answer = await city.app.inject({
        url,
        headers: { ...headers, "accept-encoding": "identity" },
        ...strangersAddress(headers),
      });
      expect(answer.statusCode, url).toBe(200);
      answers.set(url, { bytes: answer.rawPayload, cache: String(answer.headers["cache-control"]) });
    }
    return answers;
  };
  /** Addresses whose answer holds the number. */
  const tellersOf = async (value: number, answers: ReadonlyMap<string, { bytes: Buffer }>) => {
    const tellers: string[] = [];
    for (const [url, { bytes }] of answers) if (await holdsNumber(bytes, value)) tellers.push(url);
    return tellers;
  };
  const valuesUrl = `/api/indicators/${indicator.code}/values?level=district`;
  const embedUrl = `/embed?indicator=${indicator.code}`;
  /** Every way out that tells figures of an area. */
  const tellers = [
    valuesUrl,
    `${valuesUrl}&period=2024`,
    ...["csv", "geojson", "xlsx", "gpkg"].map(
      (format) => `/api/export/areas-district.${format}?indicators=${indicator.code}`,
    ),
  ];

  describe("figures behind hidden cells", () => {
    it("S-04 stand in no byte sent to the public or to the head of the district", async () => {
      for (const headers of [{}, city.as("DISTRICT_HEAD", { district: "01" })]) {
        const answers = await answersFor(headers);
        expect(await tellersOf(6.483, answers)).toEqual(expect.arrayContaining([...tellers, embedUrl]));
        expect(await tellersOf(0.3241, answers)).toEqual([]);
        expect(await tellersOf(2 / 617, answers)).toEqual([]);
        expect(await tellersOf(200 / 617, answers)).toEqual([]);
      }
      // The same search finds it where it may stand.
      const known = await answersFor(city.as("STATISTICS"));
      expect(await tellersOf(0.3241, known)).toEqual(expect.arrayContaining(tellers));
      expect(await values()).toContainEqual(hidden);
      const legend = (await city.app.inject({ url: embedUrl, ...strangersAddress({}) })).body;
      expect(legend).toContain("Geheimhaltung: Anzahlen unter 5, oder solche ließen sich daraus errechnen.");
    });

    it("S-08 are shown as confidential to those who may read finer ones, unless their Sicht is lowered", async () => {
      const planner = city.as("PLANNER", { department: "51" });
      const finer = expect.objectContaining({
        ...hidden,
        ...{ value: 0.3241, state: "VALUE", isConfidential: true },
      });
      expect(await values(planner)).toContainEqual(finer);
      expect(await values(city.as("STATISTICS"))).toContainEqual(finer);
      expect(await values(planner, "&ceiling=PUBLIC")).toContainEqual(hidden);
      expect((await values(planner)).filter((one) => one.isConfidential)).toHaveLength(1);
    });

    it("S-04 S-08 cannot be read off an indicator computed from them, though its other part is told", async () => {
      const made = await city.app.inject({
        ...{ method: "POST", url: "/api/records/computed-indicators", headers: city.as("SECRETARIAT") },
        payload: {
          geometry: null,
          properties: { ...sealedLessGreen, decimals: 4, formula: difference(indicator.code, "sealed-area") },
        },
      });
      expect(made.statusCode, made.body).toBe(201);
      const code = computedCode(made.json().id);
      const release = { visibility: "PUBLIC", reason: "Beschluss", confirmedEarly: true };
      const url = `/api/records/computed-indicators/${made.json().id}/release`;
      const released = await city.app.inject({
        ...{ method: "POST", url, headers: city.as("SECRETARIAT"), payload: release },
      });
      expect(released.statusCode, released.body).toBe(200);
      const computed = async (headers = {}, query = "") =>
        (
          await city.app.inject({ url: `/api/indicators/${code}/values?level=district${query}`, headers })
        ).json<{ items: Value[] }>().items;
      const told = await computed();
      expect(told).toEqual([hidden, { areaNumber: "02", period: "2024", value: null, state: "UNKNOWN" }]);
      const planner = city.as("PLANNER", { department: "51" });
      expect(await computed(planner, "&ceiling=PUBLIC")).toEqual(told);
      const finer = (await computed(planner)).find(({ areaNumber }) => areaNumber === "01");
      expect([finer?.value?.toFixed(4), finer?.isConfidential]).toEqual([(0.3241 - 30.5).toFixed(4), true]);
      for (const way of [
        ...["csv", "geojson", "xlsx", "gpkg"].map(
          (format) => `/api/export/areas-district.${format}?indicators=${code}`,
        ),
        `/embed?indicator=${code}`,
        `/embed/details?select=area:district:01&indicator=${code}`,
      ]) {
        const answer = await city.app.inject({
          ...{ url: way, headers: { "accept-encoding": "identity" } },
          ...strangersAddress({}),
        });
        expect(answer.statusCode, way).toBe(200);
        expect(await holdsNumber(answer.rawPayload, 0.3241 - 30.5), way).toBe(false);
      }
    });

    it("are told with what they are made of to nobody who may not read finer ones", async () => {
      const counts = async (headers?: Record<string, string>, more = "") =>
        (await values(headers, more)).filter((one) => "parts" in one).length;
      const planner = city.as("PLANNER", { department: "51" });
      expect(await counts(planner)).toBe(2);
      expect(await counts(planner, "&ceiling=PUBLIC")).toBe(0);
      expect(await counts(city.as("DISTRICT_HEAD", { district: "01" }))).toBe(0);
      expect(await counts()).toBe(0);
    });

    it("S-08 carry the mark into an export, which is written down; an export without them is not", async () => {
      const noted = async () =>
        (await city.store.audit({ limit: 1000 })).filter(({ action }) => action === "export-confidential");
      const before = (await noted()).length;
      const url = `/api/export/areas-district.csv?indicators=${indicator.code}`;
      await city.app.inject({ url });
      expect(await noted()).toHaveLength(before);
      const headers = city.as("PLANNER", { department: "51" });
      const { body } = await city.app.inject({ url, headers });
      expect(body.split(/\r?\n/).find((line) => line.includes("West"))).toMatch(/0,3241;vertraulich/);
      expect((await noted()).slice(before)).toMatchObject([
        { actor: "demo:PLANNER:51", type: "dataset", id: `indicator-${indicator.code}` },
      ]);
    });

    it("keep the report with their release, which says where cells are hidden and never what they hold", async () => {
      const [release] = await city.store.releases({ dataset: `indicator-${indicator.code}` });
      expect(release!.details.disclosure).toMatchObject({
        indicator: indicator.code,
        tables: [{ level: "district", period: "2024", cells: 2, told: 1, primary: 1, secondary: 0 }],
        unprotected: 0,
      });
      expect(await city.store.finerObservations(release!.id)).toMatchObject([
        { areaNumber: "01", numerator: 2 },
      ]);
    });

    it("S-09 appear everywhere once corrected to the threshold, and vanish when corrected back", async () => {
      await importCounts(city, 5, 40);
      const open = await answersFor({});
      expect(await tellersOf(0.8104, open)).toEqual(expect.arrayContaining([...tellers, embedUrl]));
      expect((await values(city.as("STATISTICS"))).some((one) => one.isConfidential)).toBe(false);
      await importCounts(city, 2, 40);
      const closed = await answersFor({});
      expect(await tellersOf(0.8104, closed)).toEqual([]);
      expect(await tellersOf(0.3241, closed)).toEqual([]);
      expect(await values()).toContainEqual(hidden);
      // No cache may keep an answer longer than a minute, but for tiles, whose address changes with their content.
      for (const [url, { cache }] of open) {
        const seconds = [
          ...cache.matchAll(/(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=(\d+)/g),
        ];
        const longest = Math.max(0, ...seconds.map(([, text]) => Number(text)));
        if (!/^\/tiles\/.*\.pbf$/.test(url)) expect(longest, url).toBeLessThanOrEqual(60);
        if (longest === 0) expect(cache, url).toMatch(/no-cache|no-store/);
      }
    });
  });
});
