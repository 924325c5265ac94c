import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { everyWayOut, leaks } from "../../lib/every-way-out.ts";
import { addObservations, addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const place: [number, number] = [9.05, 48.75];
  const point = { type: "Point" as const, coordinates: place };

  describe("who reads what", () => {
    const everyone: [string, Role, { department?: string; district?: string }][] = [
      ["the public", "PUBLIC", {}],
      ["the head of the district", "DISTRICT_HEAD", { district: "01" }],
      ["the head of another district", "DISTRICT_HEAD", { district: "02" }],
      ["a planner of the department", "PLANNER", { department: "51" }],
      ["a planner of another department", "PLANNER", { department: "40" }],
      ["the Geschäftsstelle", "SECRETARIAT", {}],
      ["the Statistikstelle", "STATISTICS", {}],
    ];
    const levels = ["PUBLIC", "DISTRICT", "INTERNAL", "RESTRICTED"] as const;
    const readable: Record<string, readonly (typeof levels)[number][]> = {
      "the public": ["PUBLIC"],
      "the head of the district": ["PUBLIC", "DISTRICT"],
      "the head of another district": ["PUBLIC"],
      "a planner of the department": ["PUBLIC", "DISTRICT", "INTERNAL"],
      "a planner of another department": ["PUBLIC", "DISTRICT", "INTERNAL"],
      "the Geschäftsstelle": levels,
      "the Statistikstelle": ["PUBLIC"],
    };

    it.each(everyone)("%s reads exactly the levels of the role matrix", async (who, role, where) => {
      const records = await Promise.all(
        levels.map((visibility) =>
          addRecord(city.store, "planned-sites", {
            visibility,
            department: "51",
            properties: sketch(`${who} ${visibility}`),
            geometry: point,
          }),
        ),
      );
      const headers = city.as(role, where);
      const statuses = await Promise.all(
        records.map(
          async ({ id }) =>
            (await city.app.inject({ url: `/api/records/planned-sites/${id}`, headers })).statusCode,
        ),
      );
      expect(statuses).toEqual(levels.map((level) => (readable[who]?.includes(level) ? 200 : 404)));
      const list = await city.app.inject({
        url: `/api/records/planned-sites?q=${encodeURIComponent(who)}`,
        headers,
      });
      expect(list.json().total).toBe(readable[who]?.length);
    });

    it("a lowered Sicht hides downwards and never opens upwards", async () => {
      await addRecord(city.store, "planned-sites", {
        visibility: "INTERNAL",
        properties: sketch("Sichtprobe"),
        geometry: point,
      });
      const count = async (headers: Record<string, string>, ceiling: string) =>
        (
          await city.app.inject({
            url: `/api/records/planned-sites?q=Sichtprobe&ceiling=${ceiling}`,
            headers,
          })
        ).json().total;
      expect(await count(city.as("PLANNER", { department: "51" }), "INTERNAL")).toBe(1);
      expect(await count(city.as("PLANNER", { department: "51" }), "DISTRICT")).toBe(0);
      expect(await count({}, "RESTRICTED")).toBe(0);
    });

    it("A-03 a hidden record and none at all answer with the same body", async () => {
      const hidden = await addRecord(city.store, "candidate-sites", {
        visibility: "RESTRICTED",
        properties: sketch("verborgen"),
        geometry: point,
      });
      const headers = city.as("DISTRICT_HEAD", { district: "01" });
      const bodies = await Promise.all(
        [hidden.id, crypto.randomUUID()].map(async (id) => {
          const answer = await city.app.inject({ url: `/api/records/candidate-sites/${id}`, headers });
          return `${answer.statusCode} ${answer.body.replace(/"instance":"[^"]*"/, "")}`;
        }),
      );
      expect(bodies[0]).toBe(bodies[1]);
    });

    it("internal fields stay inside, and neither filter nor order tells them", async () => {
      const { id } = await addRecord(city.store, "facilities", {
        department: "51",
        properties: kita("Kita Zustand", { condition: "ERSATZ_NOETIG", lifeEnd: "2027-01-01" }),
      });
      const url = `/api/records/facilities/${id}`;
      const properties = (await city.app.inject(url)).json().properties;
      expect(properties).not.toHaveProperty("condition");
      expect(properties).not.toHaveProperty("lifeEnd");
      for (const query of ["condition=ERSATZ_NOETIG", "sort=condition"]) {
        expect((await city.app.inject(`/api/records/facilities?${query}`)).statusCode).toBe(400);
      }
      const planner = city.as("PLANNER", { department: "40" });
      const filtered = await city.app.inject({
        url: "/api/records/facilities?condition=ERSATZ_NOETIG",
        headers: planner,
      });
      expect(filtered.json().total).toBe(1);
    });

    it("a location given by area only has no point for the public and is not found by a box", async () => {
      await addRecord(city.store, "facilities", {
        properties: kita("Notunterkunft", {
          type: "GEFLUECHTETE_UNTERKUNFT",
          locationProtection: "AREA_ONLY",
        }),
        geometry: point,
      });
      const url = "/api/records/facilities?q=Notunterkunft";
      expect((await city.app.inject(url)).json().items[0].geometry).toBeNull();
      expect((await city.app.inject(`${url}&bbox=9.04,48.74,9.06,48.76`)).json().total).toBe(0);
      const planner = city.as("PLANNER", { department: "40" });
      expect((await city.app.inject({ url, headers: planner })).json().items[0].geometry).toEqual(point);
    });

    it("imported figures are internal until someone states their release", async () => {
      await addObservations(city.store, "INTERNAL", "internal-figure");
      await addObservations(city.store, "PUBLIC", "public-figure");
      const codes = async (headers: Record<string, string>) =>
        (await city.app.inject({ url: "/api/indicators", headers }))
          .json()
          .items.map((i: { code: string }) => i.code);
      expect(await codes({})).toEqual(["public-figure"]);
      expect(await codes(city.as("STATISTICS"))).toEqual(["internal-figure", "public-figure"]);
      const values = await city.app.inject("/api/indicators/internal-figure/values?level=district");
      expect(values.statusCode).toBe(404);
      const csv = await city.app.inject(
        "/api/export/areas-district.csv?indicators=internal-figure,public-figure",
      );
      expect(csv.body.match(/Versiegelte Fläche \(%\)/g)).toHaveLength(1);
    });
  });

  it("an indicator published in two files is one indicator with both levels", async () => {
    await addObservations(city.store, "PUBLIC", "two-files");
    await addObservations(city.store, "PUBLIC", "two-files", {
      suffix: "-subdistrict",
      level: "subdistrict",
    });
    const { items } = (await city.app.inject("/api/indicators")).json();
    const found = items.filter((indicator: { code: string }) => indicator.code === "two-files");
    expect(found).toHaveLength(1);
    expect(found[0].levels).toEqual(["district", "subdistrict"]);
    const values = await city.app.inject("/api/indicators/two-files/values?level=subdistrict&period=2024");
    expect(values.json().items).toHaveLength(2);
  });

  describe("nothing restricted leaves", () => {
    const secret = "Geheimwort";
    const shelter = "Zuflucht";

    it("no byte served to others holds it, and deleting it changes no public byte", async () => {
      await addRecord(city.store, "candidate-sites", {
        visibility: "PUBLIC",
        properties: sketch("offen"),
        geometry: point,
      });
      const before = await everyWayOut(city.app, { place, words: [secret, shelter] });
      const hidden = [
        await addRecord(city.store, "candidate-sites", {
          visibility: "RESTRICTED",
          owner: "demo:PLANNER:51",
          department: "51",
          properties: sketch(secret, { note: secret }),
          geometry: point,
        }),
        await addRecord(city.store, "facilities", {
          visibility: "RESTRICTED",
          department: "50",
          properties: kita(shelter, { locationProtection: "HIDDEN", type: "SCHUTZHAUS" }),
          geometry: point,
        }),
      ];
      await city.services.layers.refresh({
        records: hidden.map(({ type, id }) => ({ type, id })),
        datasets: [],
      });
      const words = [secret, shelter, ...hidden.map(({ id }) => id)];

      expect(await everyWayOut(city.app, { place, words: [secret, shelter] })).toEqual(before);
      for (const headers of [
        city.as("PUBLIC"),
        city.as("DISTRICT_HEAD", { district: "01" }),
        city.as("STATISTICS"),
        city.as("PLANNER", { department: "40" }),
      ]) {
        expect(
          leaks(await everyWayOut(city.app, { headers, place, words: [secret, shelter] }), words),
        ).toEqual([]);
      }
      const seen = leaks(
        await everyWayOut(city.app, { headers: city.as("SECRETARIAT"), place, words: [secret] }),
        words,
      );
      expect(seen).toEqual(
        expect.arrayContaining([
          "/api/records/candidate-sites?limit=1000",
          "/api/overlay/candidate-sites",
          "/api/export/candidate-sites.csv",
        ]),
      );
    });
  });

  describe("the demo's role switch", () => {
    const switchTo = (
      app: SmallCity["app"],
      headers: Record<string, string> = {},
      remoteAddress = "127.0.0.1",
    ) =>
      app.inject({
        method: "POST",
        url: "/api/demo/role",
        headers: { host: "localhost", ...headers },
        payload: { role: "SECRETARIAT" },
        remoteAddress,
      });

    it("works on loopback and gives a stable account without a person", async () => {
      const answer = await switchTo(city.app);
      expect(answer.json()).toMatchObject({ role: "SECRETARIAT", account: "demo:SECRETARIAT" });
    });

    it("does not exist elsewhere: other socket, forwarding header, other host, real database", async () => {
      expect((await switchTo(city.app, {}, "192.0.2.1")).statusCode).toBe(404);
      expect((await switchTo(city.app, { "x-forwarded-for": "127.0.0.1" })).statusCode).toBe(404);
      expect((await switchTo(city.app, { host: "karte.example.org" })).statusCode).toBe(404);
      const real = await smallCity({ isDemo: false });
      expect((await switchTo(real.app)).statusCode).toBe(404);
      const me = await real.app.inject({ url: "/api/me", headers: city.as("SECRETARIAT") });
      expect(me.json()).toMatchObject({ role: "PUBLIC", demoRoles: [] });
      await real.close();
    });

    it("a cookie taken along to another address counts for nothing", async () => {
      const me = await city.app.inject({
        url: "/api/me",
        headers: city.as("SECRETARIAT"),
        remoteAddress: "192.0.2.1",
      });
      expect(me.json().role).toBe("PUBLIC");
    });
  });

  describe("answers and caches", () => {
    it("T-06 what depends on the person is never shared, T-06b nor confirmed to another role", async () => {
      const { id } = await addRecord(city.store, "planned-sites", {
        visibility: "PUBLIC",
        properties: sketch("etag"),
        geometry: point,
      });
      const url = `/api/records/planned-sites/${id}`;
      const own = await city.app.inject({ url, headers: city.as("SECRETARIAT") });
      expect(own.headers["cache-control"]).toBe("private, no-cache");
      expect(own.headers.vary).toContain("Cookie");
      const etag = String(own.headers.etag);
      const again = await city.app.inject({
        url,
        headers: { ...city.as("SECRETARIAT"), "if-none-match": etag },
      });
      expect(again.statusCode).toBe(304);
      const other = await city.app.inject({ url, headers: { "if-none-match": etag } });
      expect(other.statusCode).toBe(200);
    });

    it("O-09 unknown addresses answer a problem without internals", async () => {
      const answer = await city.app.inject("/api/gibt-es-nicht");
      expect(answer.statusCode).toBe(404);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(answer.json()).toEqual({
        type: "about:blank",
        title: "Das gibt es hier nicht.",
        status: 404,
        instance: expect.any(String),
      });
    });

    it("X-06 a filter that is no column answers 400", async () => {
      for (const query of ["1;select=1", "sort=1;select", "properties=x", "owner=x"]) {
        expect((await city.app.inject(`/api/records/facilities?${query}`)).statusCode).toBe(400);
      }
    });

    it("X-05 search finds signs of SQL literally", async () => {
      await addRecord(city.store, "facilities", {
        properties: kita("100 % Kita_eins'; DROP TABLE record;--"),
      });
      const total = async (q: string) =>
        (await city.app.inject(`/api/records/facilities?q=${encodeURIComponent(q)}`)).json().total;
      expect(await total("'; DROP TABLE record;--")).toBe(1);
      expect(await total("%")).toBe(1);
      expect(await total("Kita_e")).toBe(1);
    });
  });
});
