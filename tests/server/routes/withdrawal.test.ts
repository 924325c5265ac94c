import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { everyWayOut, leaks, strangersAddress } from "../../lib/every-way-out.ts";
import { addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  /** A second server over the same database; on SQLite there is one process. */
  let other: SmallCity | undefined;
  beforeAll(async () => {
    const databaseUrl = await newDatabase();
    city = await smallCity({ databaseUrl });
    if (databaseUrl) other = await smallCity({ databaseUrl });
  });
  afterAll(async () => {
    await other?.close();
    await city.close();
  });

  const place: [number, number] = [9.05, 48.75];
  const geometry = { type: "Point" as const, coordinates: place };
  const word = "Auenhof";

  async function settled(running: SmallCity, type: string, id: string) {
    await running.services.layers.refresh({ records: [{ type, id }], datasets: [] });
  }

  it("A-18 what is taken back is gone at once on every way out, for everyone and the head of the district", async () => {
    const before = await everyWayOut(city.app, { place, words: [word] });
    const { id, type } = await addRecord(city.store, "facilities", { geometry, properties: kita(word) });
    await settled(city, type, id);
    const shown = await everyWayOut(city.app, { place, words: [word] });
    expect(leaks(shown, [word, id])).toEqual(
      expect.arrayContaining([
        "/api/records/facilities?limit=1000",
        "/api/export/facilities.csv",
        "/api/export/facilities.geojson",
        `/api/search?q=${word}`.replace(word, encodeURIComponent(word)),
      ]),
    );
    const tile = [...shown.keys()].find((url) => url.startsWith("/tiles/facilities/"))!;
    expect((await city.app.inject(tile)).statusCode).toBe(200);
    const permalink = `/api/records/facilities/${id}`;
    expect((await city.app.inject(permalink)).statusCode).toBe(200);

    const started = performance.now();
    const headers = city.as("SECRETARIAT");
    const payload = { reason: "Irrtum" };
    await city.app.inject({ method: "POST", url: `${permalink}/withdraw`, headers, payload });
    await city.services.layers.refresh({ records: [], datasets: [] });
    expect(await everyWayOut(city.app, { place, words: [word] })).toEqual(before);
    const head = city.as("DISTRICT_HEAD", { district: "01" });
    expect(leaks(await everyWayOut(city.app, { headers: head, place, words: [word] }), [word, id])).toEqual(
      [],
    );
    expect((await city.app.inject(tile)).statusCode).toBe(404);
    expect((await city.app.inject(permalink)).statusCode).toBe(404);
    if (other) {
      await expect
        .poll(async () => leaks(await everyWayOut(other!.app, { place, words: [word] }), [word, id]), {
          timeout: 20_000,
        })
        .toEqual([]);
      await expect
        .poll(async () => (await other!.app.inject(tile)).statusCode, { timeout: 20_000 })
        .toBe(404);
    }
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it("A-18 an imported layer taken back is gone at once, and no cache keeps its tiles for half a minute", async () => {
    const { store, app } = city;
    const imported = async (visibility: "PUBLIC" | "INTERNAL") => {
      const release = await store.openRelease({
        ...{ dataset: "layer-vorrang", kind: "features", isDemo: true, visibility, details: {} },
        title: { de: "Vorrangflächen", en: "Priority land" },
        provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-01-01" },
      });
      const rows = [{ key: "1", properties: { name: word }, geometry }];
      await store.stage(release, { kind: "features", rows });
      await store.publish(release, { actor: "test", at: new Date().toISOString(), contentHash: visibility });
      await city.services.layers.refresh({ records: [], datasets: ["layer-vorrang"] });
    };
    await imported("PUBLIC");
    const url = `/tiles/layer-vorrang/${city.services.tiles.version("layer-vorrang")}/0/0/0.pbf`;
    const tile = await app.inject(url);
    expect([tile.statusCode, tile.headers["cache-control"]]).toEqual([200, "public, max-age=30"]);
    await imported("INTERNAL");
    expect((await app.inject(url)).statusCode).toBe(404);
    const after = await everyWayOut(app, { place, words: [word] });
    expect(leaks(after, ["Vorrangflächen", "layer-vorrang", word])).toEqual([]);
    const areas = [...after.keys()].find((url) => url.startsWith("/tiles/areas-district/"))!;
    const { headers } = await app.inject({ url: areas, ...strangersAddress({}) });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, s-maxage=30, immutable");
  });

  it("A-18 no cache may keep a public answer about records longer than 30 seconds", async () => {
    const { id, type } = await addRecord(city.store, "facilities", { geometry, properties: kita("Zeit") });
    await settled(city, type, id);
    const shown = await everyWayOut(city.app, { place, words: ["Zeit"] });
    for (const url of [...shown.keys()].filter((one) => one.includes("facilities"))) {
      const control = String(
        (await city.app.inject({ url, ...strangersAddress({}) })).headers["cache-control"] ?? "",
      );
      const seconds = Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0);
      expect({ url, isShort: seconds <= 30 && control !== "" }).toEqual({ url, isShort: true });
    }
  });

  it("A-14 an export has the rows of the list, by the same filter and the same rights", async () => {
    for (const visibility of ["PUBLIC", "INTERNAL", "RESTRICTED"] as const) {
      await addRecord(city.store, "planned-sites", {
        visibility,
        geometry,
        properties: sketch(`Liste ${visibility}`),
      });
    }
    for (const headers of [
      city.as("PUBLIC"),
      city.as("PLANNER", { department: "40" }),
      city.as("SECRETARIAT"),
    ]) {
      const query = "q=Liste&layer=IDEE";
      const list = await city.app.inject({ url: `/api/records/planned-sites?${query}`, headers });
      const file = await city.app.inject({
        url: `/api/export/planned-sites.geojson?${query}`,
        headers,
        ...strangersAddress(headers),
      });
      const csv = await city.app.inject({
        url: `/api/export/planned-sites.csv?${query}`,
        headers,
        ...strangersAddress(headers),
      });
      expect(file.json().features).toHaveLength(list.json().total);
      expect(csv.body.trim().split("\r\n")).toHaveLength(list.json().total + 1);
    }
  });

  it("S-12 a protected facility leaves no byte, count, suggestion or gap in numbers for public and district", async () => {
    const hidden = "Frauenhaus";
    const head = city.as("DISTRICT_HEAD", { district: "01" });
    const ask = async (headers = {}) => everyWayOut(city.app, { headers, place, words: [hidden] });
    const before = [await ask(), await ask(head)];
    const { id, type } = await addRecord(city.store, "facilities", {
      ...{ visibility: "RESTRICTED", department: "50", geometry },
      properties: kita(hidden, { type: "SCHUTZHAUS", locationProtection: "HIDDEN" }),
    });
    await settled(city, type, id);
    expect([await ask(), await ask(head)]).toEqual(before);
    const own = city.as("PLANNER", { department: "50" });
    const list = await city.app.inject({ url: `/api/records/facilities?q=${hidden}`, headers: own });
    expect(list.json().total).toBe(1);
  });

  describe("what a record may hold and what is told of it", () => {
    it("X-02 a link leads to https or http, however it is written", async () => {
      const headers = city.as("PLANNER", { department: "51" });
      const send = (website: string) =>
        city.app.inject({
          ...{ method: "POST", url: "/api/records/facilities", headers },
          payload: { geometry, properties: kita("Kita mit Link", { website }) },
        });
      for (const bad of [
        "javascript:alert(1)",
        "data:text/html,x",
        "  JaVaScRiPt:alert(1)",
        "vbscript:x",
        "//x",
      ]) {
        const answer = await send(bad);
        expect({ bad, status: answer.statusCode }).toEqual({ bad, status: 422 });
        expect(answer.json().errors[0].pointer).toBe("/properties/website");
      }
      expect((await send("https://www.example.org/kita")).statusCode).toBe(201);
    });

    it("X-08 a file has a name by RFC 6266, and every answer forbids guessing its kind", async () => {
      const file = await city.app.inject({
        ...{ url: "/api/export/facilities.csv", ...strangersAddress({}) },
      });
      expect(file.headers["content-disposition"]).toBe(
        `attachment; filename="demo-facilities.csv"; filename*=UTF-8''demo-facilities.csv`,
      );
      const shown = await everyWayOut(city.app, { place, words: [word] });
      for (const url of shown.keys()) {
        const { headers } = await city.app.inject({ url, ...strangersAddress({}) });
        expect({ url, sniffing: headers["x-content-type-options"] }).toEqual({ url, sniffing: "nosniff" });
      }
    });

    it("X-12 what no declaration knows of is cut from every answer", async () => {
      const record = await addRecord(city.store, "facilities", { geometry, properties: kita("Zusatz") });
      const grown = {
        ...record,
        extraColumn: "Zuviel",
        properties: { ...record.properties, stray: "Zuviel" },
      };
      const { id, type } = record;
      await city.store.write(
        [
          {
            action: "edit",
            type,
            id,
            title: "Zusatz",
            expectedRevision: 1,
            record: { ...grown, revision: 2 },
          },
        ],
        { actor: "test", at: new Date().toISOString() },
      );
      await settled(city, type, id);
      for (const headers of [{}, city.as("SECRETARIAT")]) {
        const answers = await everyWayOut(city.app, { headers, place, words: ["Zusatz"] });
        expect(leaks(answers, ["Zuviel", "extraColumn"])).toEqual([]);
      }
    });
  });
});
