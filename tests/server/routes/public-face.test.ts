import type { Feature } from "geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredRecord } from "#domain/record/record.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { everyWayOut, leaks } from "../../lib/every-way-out.ts";
import { addRecord, kita, type SmallCity, sketch, smallCity, square } from "../../lib/small-city.ts";
import { readTile } from "../tiles/read-tile.ts";

/** Where the records lie, to digits nothing else has; the middle of the Stadtbezirk is elsewhere. */
const exact: [number, number] = [9.0123457, 48.7123457];
const exactDigits = ["9.0123457", "48.7123457", "9.01234", "48.71234"];
const secret = "Zzz Investor Feuersee";
const face = { title: "Aaa Wohnquartier", place: "district" };

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let site: StoredRecord;
  let nursery: StoredRecord;

  const post = (
    { type, id }: Pick<StoredRecord, "type" | "id">,
    what: string,
    payload: object,
    as?: object,
  ) =>
    city.app.inject({
      method: "POST",
      url: `/api/records/${type}/${id}/${what}`,
      headers: (as ?? city.as("SECRETARIAT")) as Record<string, string>,
      payload,
    });
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await city.app.inject({ url, headers })).json();
  const ofPublic = (query: string) => ask(`/api/records/planned-sites?${query}`);
  const ofOffice = (query: string) => ask(`/api/records/planned-sites?${query}`, city.as("SECRETARIAT"));
  const titles = ({ items }: { items: StoredRecord[] }) => items.map(({ properties }) => properties.name);

  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const common = {
      visibility: "INTERNAL" as const,
      geometry: { type: "Point" as const, coordinates: exact },
    };
    site = await addRecord(city.store, "planned-sites", {
      ...common,
      state: "FINANZIERT",
      properties: sketch(secret, { securingType: "EIGENTUM", budgetReference: "DHH" }),
    });
    nursery = await addRecord(city.store, "facilities", {
      ...common,
      properties: kita(secret, { address: "Geheimweg 5", locationProtection: "NONE" }),
    });
    for (const name of ["Mmm Kita", "Nnn Kita"]) {
      await addRecord(city.store, "planned-sites", {
        geometry: square(9.15, 48.75, 0.01),
        properties: sketch(name),
      });
      await addRecord(city.store, "facilities", {
        geometry: { type: "Point", coordinates: [9.15, 48.75] },
        properties: kita(name),
      });
    }
    for (const record of [site, nursery]) {
      const answer = await post(record, "release", {
        visibility: "PUBLIC",
        reason: "Beschluss",
        publicFace: face,
      });
      expect(answer.statusCode, answer.body).toBe(200);
    }
  });
  afterAll(() => city.close());

  describe("a record released with a public title and a coarser place", () => {
    it("T-06 has its own title and place in no byte of the public's or a district head's", async () => {
      const words = [secret, "Zzz", "Geheimweg"];
      const answers = await everyWayOut(city.app, { place: exact, words, records: [site, nursery] });
      expect(leaks(answers, [...words, ...exactDigits])).toEqual([]);
      expect(leaks(answers, ["Aaa Wohnquartier"])).toEqual(
        expect.arrayContaining([
          `/api/records/planned-sites/${site.id}`,
          "/api/export/facilities.csv",
          "/ogc/collections/planned-sites/items?limit=10000",
        ]),
      );
      const headers = city.as("DISTRICT_HEAD", { district: "01" });
      for (const type of ["planned-sites", "facilities"]) {
        for (const way of [
          "records/TYPE",
          "overlay/TYPE?scope=all",
          "export/TYPE.csv",
          "export/TYPE.geojson",
        ]) {
          const { body } = await city.app.inject({ url: `/api/${way.replace("TYPE", type)}`, headers });
          expect(body).toContain("Aaa Wohnquartier");
          for (const word of [secret, "Geheimweg", ...exactDigits]) expect(body).not.toContain(word);
        }
      }
      const internal = async (url: string) =>
        (await city.app.inject({ url, headers: city.as("SECRETARIAT") })).body;
      expect(await internal("/api/overlay/planned-sites")).toContain(secret);
      expect(await internal("/api/export/planned-sites.geojson")).toContain(exactDigits[0]);
    });

    it("A-14 is sorted, searched and filtered by the title its reader is told", async () => {
      expect(titles(await ofPublic("sort=title"))).toEqual(["Aaa Wohnquartier", "Mmm Kita", "Nnn Kita"]);
      expect(titles(await ofPublic("sort=-name"))).toEqual(["Nnn Kita", "Mmm Kita", "Aaa Wohnquartier"]);
      expect(titles(await ofOffice("sort=name"))).toEqual(["Mmm Kita", "Nnn Kita", secret]);
      const inPages = await ofPublic("sort=title&limit=1");
      expect(titles(await ask(inPages.next))).toEqual(["Mmm Kita"]);
      expect(await ofPublic("q=investor")).toMatchObject({ total: 0 });
      expect(await ofPublic("q=wohnquartier")).toMatchObject({ total: 1 });
      expect(await ofOffice("q=investor")).toMatchObject({ total: 1 });
      const exactly = encodeURIComponent(secret);
      expect(await ofPublic(`name=${exactly}`)).toMatchObject({ total: 0 });
      expect(await ofPublic("name=Aaa%20Wohnquartier")).toMatchObject({ total: 1 });
      expect(await ofOffice(`name=${exactly}`)).toMatchObject({ total: 1 });
      expect(await ask("/api/search?q=investor")).toMatchObject({ total: 0 });
      expect(await ask("/api/search?q=wohnquartier")).toMatchObject({ total: 2 });
    });

    it("is found by a box only where its reader is told it is", async () => {
      const around = ([x, y]: readonly [number, number]) =>
        `bbox=${[x - 0.001, y - 0.001, x + 0.001, y + 0.001].join(",")}`;
      const middle = [9.05, 48.75] as const;
      for (const type of ["facilities", "planned-sites"]) {
        const url = `/api/records/${type}?`;
        const found = async (place: readonly [number, number], headers: Record<string, string> = {}) =>
          (await ask(url + around(place), headers)).total;
        expect(await found(middle)).toBe(1);
        expect(await found(middle, city.as("SECRETARIAT"))).toBe(0);
        expect(await found(exact, city.as("PLANNER", { department: "51" }))).toBe(1);
      }
      // A point has no border: it is drawn in the middle of the Stadtbezirk alone, an area is the Stadtbezirk.
      expect((await ask(`/api/records/facilities?${around(exact)}`)).total).toBe(0);
      expect((await ofPublic("bbox=9.1001,48.7,9.2,48.7499")).total).toBe(0);
    });

    it("is counted once on the map: who has the record itself is told which clusters count its face", async () => {
      const overlay = async (headers: Record<string, string>) =>
        (await ask("/api/overlay/facilities", headers)).features as Feature[];
      const own = await overlay(city.as("PLANNER", { department: "51" }));
      expect(own.map(({ id }) => id)).toEqual([nursery.id]);
      const version = city.services.tiles.version("facilities");
      const { rawPayload } = await city.app.inject({ url: `/tiles/facilities/${version}/0/0/0.pbf` });
      const [cluster, ...rest] = readTile(rawPayload).facilities?.features ?? [];
      expect([cluster?.properties.point_count, rest]).toEqual([3, []]);
      expect(own[0]?.properties?.publicClusters).toContain(cluster?.properties.cluster_id);
      expect(await overlay({})).toEqual([]);
      expect(await overlay(city.as("DISTRICT_HEAD", { district: "01" }))).toEqual([]);
    });

    it("says that its place is an area, and which", async () => {
      expect(await ask(`/api/records/planned-sites/${site.id}`)).toMatchObject({
        properties: { name: "Aaa Wohnquartier" },
        geometry: square(9.0, 48.7),
        publicFace: null,
        coarsePlace: { place: "district", areaNumber: "01" },
      });
      const own = await ask(
        `/api/records/planned-sites/${site.id}`,
        city.as("PLANNER", { department: "51" }),
      );
      expect(own).toMatchObject({
        properties: { name: secret },
        geometry: { coordinates: exact },
        publicFace: { ...face, areaNumber: "01" },
        coarsePlace: null,
      });
      const { properties } = await ask(`/api/records/facilities/${nursery.id}`);
      expect(properties.address).toBeUndefined();
    });

    it("X-12 stays as it was when a planner edits what is behind it, and moves no tile", async () => {
      const before = city.services.tiles.version("planned-sites");
      const path = `/api/records/planned-sites/${site.id}`;
      const headers = city.as("SECRETARIAT");
      const { etag } = (await city.app.inject({ url: path, headers })).headers;
      const answer = await city.app.inject({
        method: "PUT",
        url: path,
        headers: { ...headers, "if-match": String(etag) },
        payload: {
          geometry: { type: "Point", coordinates: [9.02, 48.72] },
          properties: sketch(`${secret} 2`, { securingType: "EIGENTUM", budgetReference: "DHH" }),
        },
      });
      expect(answer.statusCode, answer.body).toBe(200);
      await city.services.layers.refresh({ records: [{ type: site.type, id: site.id }], datasets: [] });
      expect(city.services.tiles.version("planned-sites")).toBe(before);
      expect((await ask(path)).properties.name).toBe("Aaa Wohnquartier");
    });

    it("A-17 loses its face by the Geschäftsstelle alone, with a reason, and after a restart", async () => {
      const plain = { title: null, place: null };
      const asPlanner = city.as("PLANNER", { department: "51" });
      expect((await post(nursery, "public-face", { ...plain, reason: "x" }, asPlanner)).statusCode).toBe(403);
      expect((await post(nursery, "public-face", plain)).statusCode).toBe(400);
      city = { ...(await city.restarted()), as: city.as };
      const path = `/api/records/facilities/${nursery.id}`;
      expect((await ask(path)).properties.name).toBe("Aaa Wohnquartier");
      const hidden = { title: null, place: "NONE", reason: "Sorge um Nachbarn" };
      expect((await post(nursery, "public-face", hidden)).statusCode).toBe(200);
      expect(await ask(path)).toMatchObject({
        properties: { name: secret },
        geometry: null,
        districts: ["01"],
      });
      expect((await ask("/api/records/facilities?bbox=9,48.7,9.1,48.8")).total).toBe(0);
      expect((await post(nursery, "public-face", { ...plain, reason: "Bau begonnen" })).statusCode).toBe(200);
      expect(await ask(path)).toMatchObject({ geometry: { coordinates: exact } });
      const { items } = await ask(`${path}/revisions`, city.as("SECRETARIAT"));
      expect(items.at(-1)).toMatchObject({ action: "edit", reason: "Bau begonnen" });
    });

    it("has no place finer than the city's areas: what lies in none of them is refused", async () => {
      const answer = await post(site, "public-face", { title: null, place: "block", reason: "x" });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].pointer).toBe("/place");
      const places = await ask(`/api/records/planned-sites/${site.id}/public-face`, city.as("SECRETARIAT"));
      expect(places.items).toEqual([{ place: "district", areaNumber: "01", areaName: "West" }]);
    });
  });
});
