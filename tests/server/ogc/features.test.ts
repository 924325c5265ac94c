import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addObservations, addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const crs = (code: string) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    await addObservations(city.store, "PUBLIC");
    await addObservations(city.store, "INTERNAL", "children-in-need");
    for (let k = 1; k <= 25; k++) {
      await addRecord(city.store, "facilities", {
        properties: kita(`Kita Größe ${String(k).padStart(2, "0")}`, { condition: "GUT" }),
        geometry: { type: "Point", coordinates: [9.0 + k / 1000, 48.75] },
      });
    }
    await addRecord(city.store, "facilities", {
      properties: kita("Kita intern"),
      visibility: "INTERNAL",
    });
    await addRecord(city.store, "candidate-sites", {
      properties: sketch("Skizze am Hang"),
      visibility: "RESTRICTED",
      department: "51",
    });
  });
  afterAll(() => city.close());

  const get = (url: string, headers: Record<string, string> = {}) => city.app.inject({ url, headers });
  const json = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await get(url, headers);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const items = "/ogc/collections/facilities/items";

  it("K-05 the landing page leads to everything else, and each page of items to the next", async () => {
    const landing = await json("/ogc");
    const rels = landing.links.map(({ rel }: { rel: string }) => rel);
    expect(rels).toEqual(["self", "alternate", "service-desc", "service-doc", "conformance", "data"]);
    for (const { href } of landing.links) {
      expect((await get(href.replace("http://localhost", ""))).statusCode, href).toBe(200);
    }
    const { conformsTo } = await json("/ogc/conformance");
    expect(conformsTo).toContain("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
    const { collections } = await json("/ogc/collections");
    expect(collections.map(({ id }: { id: string }) => id)).toEqual(["areas-district", "facilities"]);
  });

  it("K-05 following next to the end misses nothing and repeats nothing, though a feature is added meanwhile", async () => {
    const before = await json(`${items}?limit=1000`);
    const seen: string[] = [];
    let next: string | undefined = `${items}?limit=7`;
    let added: string | undefined;
    while (next) {
      const page: {
        numberReturned: number;
        features: { id: string }[];
        links: { rel: string; href: string }[];
      } = await json(next.replace("http://localhost", ""));
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map(({ id }) => id));
      added ??= (await addRecord(city.store, "facilities", { properties: kita("Kita danach") })).id;
      next = page.links.find(({ rel }) => rel === "next")?.href;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => id !== added)).toEqual(before.features.map(({ id }: { id: string }) => id));
    expect(before.numberMatched).toBe(25);
  });

  it("K-05 what a page cannot be asked for is refused, and too large a page is clamped", async () => {
    for (const query of [
      "limit=0",
      "limit=-1",
      "limit=ten",
      "bbox=1,2,3",
      "bbox=9.2,48,9.1,49",
      "bbox=a,b,c,d",
      "bbox=9,,9.1,49",
      "unknown=1",
      "owner=test",
      "condition=GUT",
      "f=xml",
      "crs=EPSG:25832",
      `bbox-crs=${crs("31467")}`,
      "datetime=yesterday",
      "datetime=2024-02-01/2024-01-01",
      "after=nonsense",
      "state=GUT&state=SCHLECHT",
    ]) {
      expect((await get(`${items}?${query}`)).statusCode, query).toBe(400);
    }
    expect((await get(`${items}?limit=999999`)).statusCode).toBe(200);
    expect((await get("/ogc/collections?unknown=1")).statusCode).toBe(400);
    expect((await get("/ogc/collections/nothing/items")).statusCode).toBe(404);
    expect((await get(`${items}/nothing`)).statusCode).toBe(404);
  });

  it("K-06 features come in metres, and in degrees with latitude first where the system says so", async () => {
    const one = async (system: string) => {
      const answer = await get(`${items}?name=${encodeURIComponent("Kita Größe 05")}&crs=${crs(system)}`);
      expect(answer.headers["content-crs"]).toBe(`<${crs(system)}>`);
      return answer.json().features[0].geometry.coordinates;
    };
    expect(await one("4326")).toEqual([48.75, 9.005]);
    // From gdaltransform (PROJ) for 48.75 N 9.005 E.
    const [east, north] = await one("25832");
    expect(east).toBeCloseTo(500_367.539, 2);
    expect(north).toBeCloseTo(5_399_665.085, 2);
    const [x, y] = await one("3857");
    expect(x).toBeCloseTo(1_002_432.015, 2);
    expect(y).toBeCloseTo(6_232_547.597, 2);
    const { headers } = await get(`${items}?limit=1`);
    expect(headers["content-crs"]).toBe("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  });

  it("K-06 a box finds the same features in each system", async () => {
    const names = async (query: string) =>
      (await json(`${items}?${query}`)).features
        .map(({ properties }: { properties: { name: string } }) => properties.name)
        .sort();
    const expected = ["Kita Größe 01", "Kita Größe 02", "Kita Größe 03"];
    expect(await names("bbox=9.0005,48.7,9.0035,48.8")).toEqual(expected);
    expect(await names("bbox=9.0005,48.7,0,9.0035,48.8,100")).toEqual(expected);
    expect(await names(`bbox=48.7,9.0005,48.8,9.0035&bbox-crs=${crs("4326")}`)).toEqual(expected);
    expect(await names(`bbox=500036,5394000,500257,5405000&bbox-crs=${crs("25832")}`)).toEqual(expected);
  });

  it("datetime looks at the last change, with open ends", async () => {
    const matched = async (text: string) => (await json(`${items}?datetime=${text}`)).numberMatched;
    expect(await matched("2024-01-01")).toBe(26);
    expect(await matched("2024-01-01T00:00:00Z")).toBe(26);
    expect(await matched("../2023-12-31")).toBe(0);
    expect(await matched("2024-01-01T00:00:01Z/..")).toBe(0);
  });

  it("T-05 a collection one may see nothing of answers as one that does not exist", async () => {
    const hidden = await get("/ogc/collections/candidate-sites/items");
    const missing = await get("/ogc/collections/nothing-at-all/items");
    const body = ({ body }: { body: string }) => body.replace(/"instance":"[^"]*"/, "");
    expect([hidden.statusCode, body(hidden)]).toEqual([404, body(missing)]);
    const planner = city.as("PLANNER", { department: "51" });
    expect((await get("/ogc/collections/candidate-sites", planner)).statusCode).toBe(404);
    const secretariat = city.as("SECRETARIAT");
    expect((await json("/ogc/collections/candidate-sites/items", secretariat)).numberMatched).toBe(1);
    expect((await get("/ogc/api")).body).not.toContain("candidate-sites");
  });

  it("a planner's features are more, have internal columns, and stay out of shared caches", async () => {
    const open = await get(`${items}?limit=1`);
    const closed = await get(`${items}?limit=1`, city.as("PLANNER", { department: "51" }));
    expect(closed.json().numberMatched).toBe(open.json().numberMatched + 1);
    expect(open.json().features[0].properties).not.toHaveProperty("condition");
    expect(closed.json().features[0].properties).toHaveProperty("condition");
    expect(closed.headers["cache-control"]).toBe("private, no-cache");
    expect(closed.headers["access-control-allow-origin"]).toBeUndefined();
    expect(open.headers["access-control-allow-origin"]).toBe("*");
    expect(open.headers.vary).toContain("Cookie");
  });

  it("areas carry the newest figures this audience reads, and say why one is missing", async () => {
    const { features } = await json("/ogc/collections/areas-district/items");
    const [west, east] = features.map(({ properties }: { properties: object }) => properties);
    expect(west).toMatchObject({
      name: "West",
      indicator_sealed_area: 30.5,
      indicator_sealed_area_state: "VALUE",
    });
    expect(east).toMatchObject({ indicator_sealed_area: null, indicator_sealed_area_state: "UNKNOWN" });
    expect(west).not.toHaveProperty("indicator_children_in_need");
    const planner = await json("/ogc/collections/areas-district/items", city.as("PLANNER"));
    expect(planner.features[0].properties).toHaveProperty("indicator_children_in_need", 30.5);
  });

  it("every attribute stands in the schema with a German alias", async () => {
    const { properties } = await json("/ogc/collections/facilities/schema");
    const { features } = await json(`${items}?limit=1`);
    for (const name of Object.keys(features[0].properties))
      expect(properties[name]?.title, name).toBeTruthy();
    expect(properties.siteAreaM2).toMatchObject({ title: "Grundstück (m²)", type: "number" });
    expect(properties.accessibility_stepFree).toEqual({
      title: "Barrierefreiheit: stufenlos",
      type: "boolean",
    });
    const feature = await json("/ogc/collections/facilities/feature-schema");
    const { geometry, ...attributes } = properties;
    expect(geometry.format).toBe("geometry-point");
    expect(feature.properties.properties.properties).toEqual(attributes);
    const queryables = await json("/ogc/collections/facilities/queryables");
    expect(Object.keys(queryables.properties)).toContain("type");
    expect(Object.keys(queryables.properties)).not.toContain("condition");
  });

  it("X-01 a name that is markup is shown as these characters on the page", async () => {
    const name = `</script><img src=x onerror=alert(1)>"'`;
    await addRecord(city.store, "facilities", { properties: kita(name, { website: "https://example.org" }) });
    const page = await get(`${items}?f=html&limit=1000`);
    expect(page.body).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;");
    expect(page.body).not.toContain("<img");
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; /);
    const html = { accept: "text/html,application/xhtml+xml,*/*" };
    expect((await get("/ogc", html)).headers["content-type"]).toBe("text/html; charset=utf-8");
    expect((await get("/ogc", { accept: "*/*" })).headers["content-type"]).toMatch(/^application\/json/);
  });
});
