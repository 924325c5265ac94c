import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMapService } from "../../lib/map-service.ts";
import { freePort } from "../../lib/running-server.ts";
import { addRecord, kita, type SmallCity, smallCity } from "../../lib/small-city.ts";
import { mapCity, path } from "./map-city.ts";

let city: Awaited<ReturnType<typeof mapCity>>;
beforeAll(async () => {
  city = await mapCity();
});
afterAll(() => city?.close());

/** Facilities at one place, more than one page of them. */
async function addFacilities({ store, services }: SmallCity, count: number): Promise<void> {
  const first = await addRecord(store, "facilities", { properties: kita("Kita 0") });
  const changes = Array.from({ length: count - 1 }, () => {
    const record = { ...first, id: crypto.randomUUID() };
    return { action: "create", type: first.type, id: record.id, title: "Kita", record } as const;
  });
  await store.write(changes, { actor: "test", at: first.createdAt });
  await services.layers.refresh({ records: [{ type: first.type, id: first.id }], datasets: [] });
}

const isPng = ({ rawPayload }: LightMyRequestResponse) => rawPayload.toString("latin1", 1, 4) === "PNG";

describe("what a service offers", () => {
  it("is read from the capabilities of a WMS, with the reason why a layer cannot be shown", async () => {
    const answer = await city.post(`${path}/capabilities`, {
      address: `${city.service.address}?service=WMS&request=x`,
    });
    expect(answer.json()).toEqual({
      service: "WMS",
      address: city.service.address,
      title: "Karten der Teststadt",
      layers: [
        { name: "karten", title: "Karten der Teststadt", problem: null },
        { name: "parks", title: "Grünflächen", problem: null },
        { name: "survey", title: "Vermessung", problem: null },
      ].map((layer) => ({ ...layer, attribution: "Stadtmessungsamt" })),
    });
  });

  it("is read from the capabilities of a WFS", async () => {
    const answer = await city.post(`${path}/capabilities`, {
      address: `${city.service.address}?service=WFS`,
    });
    expect(answer.json()).toMatchObject({ service: "WFS", title: "Karten der Teststadt" });
    expect(answer.json().layers).toEqual([
      { name: "ms:parks", title: "Grünflächen", attribution: "Stadtmessungsamt", problem: null },
      { name: "ms:survey", title: "Vermessung", attribution: "Stadtmessungsamt", problem: null },
    ]);
  });

  it("says clearly when a WFS has no GeoJSON", async () => {
    const old = await startMapService({ formats: "gml" });
    const answer = await city.post(`${path}/capabilities`, { address: `${old.address}?service=WFS` });
    const problem = "Der Dienst gibt die Objekte nur als GML aus; gelesen wird GeoJSON.";
    expect(answer.json().layers).toMatchObject([{ problem }, { problem }]);
    const refused = await city.post(path, { ...city.parks("WFS"), address: old.address });
    expect([refused.statusCode, refused.json().title]).toEqual([422, problem]);
    await old.stop();
  });

  it("I-22 answers 422 with a sentence for an address that may not be asked", async () => {
    for (const address of [
      "http://10.0.0.1/wms",
      "http://169.254.169.254/",
      "file:///etc/passwd",
      "http://[::1]/",
      "https://stadt.example/wms",
      "nichts",
    ]) {
      const answers = [
        await city.post(`${path}/capabilities`, { address }),
        await city.post(path, city.parks("WMS", { address })),
      ];
      for (const answer of answers) {
        expect(answer.statusCode, address).toBe(422);
        expect(answer.json().title).toMatch(/^(Der Server|Nötig ist|Die Adresse)/);
      }
    }
  });

  it("is told to nobody who may not add a map, and no question is sent for them", async () => {
    const questions = await city.asked(async () => {
      const { public: stranger, planner, head } = city.people;
      const statuses = [];
      for (const headers of [stranger, planner, head] as Record<string, string>[]) {
        statuses.push(
          (await city.post(`${path}/capabilities`, { address: city.service.address }, headers)).statusCode,
        );
        statuses.push((await city.post(path, city.parks("WMS"), headers)).statusCode);
      }
      expect(statuses).toEqual([401, 401, 403, 403, 403, 403]);
    });
    expect(questions).toEqual([]);
  });
});

describe("what a map of another service shows", () => {
  it("is asked for a picture of the tile's square in EPSG:3857, once, and passed on as PNG", async () => {
    const id = await city.added("WMS");
    const url = `${path}/${id}/tiles/12/2150/1412`;
    const questions = await city.asked(async () => {
      const { planner } = city.people;
      const [first, second] = await Promise.all([city.get(url, planner), city.get(url, planner)]);
      const again = await city.get(url, planner);
      expect([first, second, again].map(isPng)).toEqual([true, true, true]);
      expect(first.headers).toMatchObject({
        "content-type": "image/png",
        "cache-control": "private, no-cache",
      });
      const known = await city.get(url, { ...planner, "if-none-match": String(first.headers.etag) });
      expect([known.statusCode, known.body]).toEqual([304, ""]);
    });
    expect(questions).toHaveLength(1);
    const parameters = new URLSearchParams(questions[0]);
    expect(Object.fromEntries(parameters)).toMatchObject({
      request: "GetMap",
      version: "1.3.0",
      layers: "parks",
      crs: "EPSG:3857",
      transparent: "true",
    });
    // Tile 12/2150/1412: 9783.94 m a side, its west side at 8.96484375° E.
    const [west, south, east, north] = parameters.get("bbox")!.split(",").map(Number);
    expect(east! - west!).toBeCloseTo(9783.9396, 3);
    expect(north! - south!).toBeCloseTo(9783.9396, 3);
    expect((west! / 20037508.342789244) * 180).toBeCloseTo(8.96484375, 6);
  });

  it("gives the features of a WFS as GeoJSON in WGS 84", async () => {
    const id = await city.added("WFS");
    const answer = await city.get(`${path}/${id}/features`, city.people.planner);
    expect(answer.headers["content-type"]).toBe("application/geo+json; charset=utf-8");
    const { features } = answer.json();
    expect(features).toHaveLength(1);
    expect(features[0].properties).toMatchObject({ name: "Grünfläche" });
    const [longitude, latitude] = features[0].geometry.coordinates[0][0];
    expect([longitude, latitude]).toEqual([9.02, 48.72]);
  });

  it("takes the features of a service that gives metres of the land survey to their place", async () => {
    const id = await city.added("WFS", { layer: "ms:survey", title: "Vermessung" });
    const { features } = (await city.get(`${path}/${id}/features`, city.people.planner)).json();
    const [longitude, latitude] = features[0].geometry.coordinates[0][0];
    expect(longitude).toBeCloseTo(9.02, 4);
    expect(latitude).toBeCloseTo(48.72, 4);
  });

  it("gives the features of an OGC API, page after page: here those of another Sozialraumkarte", async () => {
    const port = await freePort();
    const other = await smallCity({ settings: { publicUrl: `http://127.0.0.1:${port}` } });
    await addFacilities(other, 1_001);
    await other.app.listen({ host: "127.0.0.1", port });
    const address = `http://127.0.0.1:${port}/ogc`;
    const offer = (
      await city.post(`${path}/capabilities`, { address: `${address}/collections/facilities` })
    ).json();
    expect(offer).toMatchObject({ service: "OAF", address });
    expect(offer.layers.map(({ name }: { name: string }) => name)).toContain("facilities");
    const id = await city.added("OAF", { address, layer: "facilities", title: "Einrichtungen nebenan" });
    const { features } = (await city.get(`${path}/${id}/features`, city.people.planner)).json();
    await other.close();
    expect(features).toHaveLength(1_001);
    expect(features[0].geometry).toEqual({ type: "Point", coordinates: [9.05, 48.75] });
  });

  it("is never told who asks: no cookie, no token, no address of theirs goes along", async () => {
    const id = await city.added("WMS");
    const before = city.service.asked.length;
    await city.get(`${path}/${id}/tiles/11/1075/706`, {
      ...city.people.planner,
      "x-forwarded-for": "10.9.8.7",
    });
    for (const { headers, query } of city.service.asked.slice(before)) {
      expect(Object.keys(headers).sort()).toEqual([
        "accept",
        "accept-encoding",
        "connection",
        "host",
        "user-agent",
      ]);
      expect(query).not.toContain("PLANNER");
    }
  });

  it("answers 502 with a sentence while its service is away, and keeps the rest of the map", async () => {
    const passing = await startMapService();
    const id = await city.added("WMS", { address: passing.address });
    await passing.stop();
    const answer = await city.get(`${path}/${id}/tiles/12/2150/1412`, city.people.planner);
    expect([answer.statusCode, answer.json().title]).toEqual([502, "Der Dienst ist nicht erreichbar."]);
    expect((await city.get("/api/layers", city.people.planner)).statusCode).toBe(200);
  });
});
