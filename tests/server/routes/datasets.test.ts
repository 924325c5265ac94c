import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Role, roles } from "#domain/access/audience.ts";
import { decodeGrid } from "#domain/demand/grid-file.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { everyWayOut, leaks } from "../../lib/every-way-out.ts";
import { addGrid, addObservations, type SmallCity, smallCity } from "../../lib/small-city.ts";

const place: [number, number] = [9.05, 48.75];

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let grid: string;
  let publicBefore: Map<string, string>;
  const secret = "Gitterwort";
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    await addObservations(city.store, "PUBLIC");
    publicBefore = await everyWayOut(city.app, { place, words: [secret] });
    grid = await addGrid(city.store, { statement: secret, title: secret });
    await city.services.layers.refresh({ records: [], datasets: ["population-grid"] });
  });
  afterAll(() => city.close());

  const planner = () => city.as("PLANNER", { department: "51" });
  const get = (url: string, headers: Record<string, string> = {}) => city.app.inject({ url, headers });
  const bodyOf = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body } = await get(url, headers);
    return `${statusCode} ${body.replace(/"instance":"[^"]*"/, "")}`;
  };

  const residentsIn = (file: Uint8Array) => [...decodeGrid(file).residents].sort((a, b) => a - b);

  describe("the file of the population grid", () => {
    it("is the release byte for byte, kept by the browser of the one who fetched it", async () => {
      const answer = await get(grid, { ...planner(), "accept-encoding": "identity" });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({
        "content-type": "application/octet-stream",
        "cache-control": "private, max-age=31536000, immutable",
      });
      expect(answer.headers.vary).toContain("Cookie");
      const id = grid.split("/").at(-1)!;
      expect(Buffer.compare(answer.rawPayload, await city.store.content(id))).toBe(0);
      expect(residentsIn(answer.rawPayload)).toEqual([25, 40, 60]);

      const again = await get(grid, { ...planner(), "if-none-match": String(answer.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    });

    it("comes packed to those who ask for it", async () => {
      const plain = (await get(grid, { ...planner(), "accept-encoding": "identity" })).rawPayload;
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
      for (const encoding of ["br", "gzip"] as const) {
        const answer = await get(grid, { ...planner(), "accept-encoding": encoding });
        expect(answer.headers["content-encoding"]).toBe(encoding);
        expect(Buffer.compare(unpack[encoding](answer.rawPayload), plain)).toBe(0);
        expect(answer.headers.vary).toContain("Cookie");
      }
    });

    it.each(roles)(
      "is there for planners and the Geschäftsstelle, and for %s only if one of them",
      async (role: Role) => {
        const isPlanner = role === "PLANNER" || role === "SECRETARIAT";
        const headers = city.as(role, { department: "51", district: "01" });
        expect((await get(grid, headers)).statusCode).toBe(isPlanner ? 200 : 404);
        expect((await get(`${grid}?ceiling=DISTRICT`, headers)).statusCode).toBe(404);
        expect((await get(`${grid}?ceiling=INTERNAL`, headers)).statusCode).toBe(isPlanner ? 200 : 404);
      },
    );

    it("A-03 answers everybody else as an unknown one does, also to a known ETag", async () => {
      const unknown = `/api/datasets/population-grid/${crypto.randomUUID()}`;
      const etag = String((await get(grid, planner())).headers.etag);
      for (const headers of [{}, city.as("STATISTICS"), city.as("DISTRICT_HEAD", { district: "01" })]) {
        expect(await bodyOf(grid, headers)).toBe(await bodyOf(unknown, headers));
        expect(await bodyOf(grid, { ...headers, "if-none-match": etag })).toBe(
          await bodyOf(unknown, headers),
        );
      }
      expect(await bodyOf(unknown, planner())).toBe(await bodyOf("/api/datasets/x/y", planner()));
    });

    it("is not served under another dataset's name, nor is a release of rows served at all", async () => {
      const id = grid.split("/").at(-1)!;
      expect((await get(`/api/datasets/walking-network/${id}`, planner())).statusCode).toBe(404);
      const [areas] = await city.store.releases({ dataset: "areas-district" });
      expect((await get(`/api/datasets/areas-district/${areas!.id}`, planner())).statusCode).toBe(404);
    });

    it("is no layer, tile, search result or export; no byte the others get tells of it", async () => {
      const files = [grid];
      const everybody = await everyWayOut(city.app, { place, words: [secret] });
      expect(everybody).toEqual(publicBefore);
      const id = grid.split("/").at(-1)!;
      for (const headers of [
        city.as("PUBLIC"),
        city.as("DISTRICT_HEAD", { district: "01" }),
        city.as("STATISTICS"),
        city.as("PARTNER"),
        city.as("ADMIN"),
      ]) {
        const answers = await everyWayOut(city.app, { headers, place, words: [secret], files });
        expect(leaks(answers, [secret, id]).filter((url) => url !== grid)).toEqual([]);
        expect(answers.get(grid)).toMatch(/^404 /);
      }
      const seen = leaks(await everyWayOut(city.app, { headers: planner(), place, words: [secret], files }), [
        secret,
      ]);
      expect(seen).toContain(grid);
      expect(seen.filter((url) => url !== grid && !/^\/api\/(analysis\/|datasets$)/.test(url))).toEqual([]);
    });

    it("is no layer even under the name of one", async () => {
      await addGrid(city.store, { dataset: "layer-grid" });
      await city.services.layers.refresh({ records: [], datasets: ["layer-grid"] });
      const { items } = (await get("/api/layers", planner())).json();
      expect(items.map(({ layer }: { layer: string }) => layer)).not.toContain("layer-grid");
      expect((await get("/api/overlay/layer-grid", planner())).statusCode).toBe(404);
      expect((await get("/tiles/layer-grid.json")).statusCode).toBe(404);
    });

    it("of a former release answers on; one being staged or given up does not", async () => {
      const next = await addGrid(city.store, { residents: [1, 2, 3], statement: secret });
      expect(residentsIn((await get(next, planner())).rawPayload)).toEqual([1, 2, 3]);
      expect(residentsIn((await get(grid, planner())).rawPayload)).toEqual([25, 40, 60]);

      const [release] = await city.store.releases({ dataset: "population-grid" });
      const { contentHash: _, ...manifest } = release!;
      const {
        id: __,
        state: ___,
        createdAt: ____,
        publishedAt: _____,
        rowCount: ______,
        ...stated
      } = manifest;
      const staged = await city.store.openRelease(stated);
      await city.store.stage(staged, { kind: "grid", rows: [Uint8Array.of(1)] });
      const url = `/api/datasets/population-grid/${staged}`;
      expect((await get(url, planner())).statusCode).toBe(404);
      await city.store.discard(staged, "Probe");
      expect((await get(url, planner())).statusCode).toBe(404);
    });
  });
});
