import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const contacts = [{ function: "Geschäftszimmer", email: "bezirk-01@stadt.example" }];
const office = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  kind: "AMT",
  areas: ["district:01"],
  roles: ["AREA_LEAD"],
  contacts,
  ...more,
});

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  const secretariat = () => city.as("SECRETARIAT");
  const jugendamt = () => city.as("PLANNER", { department: "51" });
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    for (const [name, more] of [
      ["Bezirksvorstehung West", {}],
      ["Jugendamt", { areas: ["city"], roles: ["THEME_LEAD"], themes: ["youth"] }],
      ["Vorhabenträgerin Nordkai", { kind: "INVESTOR", areas: ["district:02"], roles: ["PARTNER"] }],
    ] as const) {
      expect((await create(office(name, more))).statusCode).toBe(201);
    }
  });
  afterAll(() => city.close());

  const create = (properties: object, headers = secretariat()) =>
    city.app.inject({
      method: "POST",
      url: "/api/records/actors",
      headers,
      payload: { geometry: null, properties },
    });
  const list = async (query: string, headers: Record<string, string>) => {
    const answer = await city.app.inject({ url: `/api/records/actors?${query}`, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{
      items: { id: string; districts: string[]; properties: Record<string, unknown> }[];
    }>().items;
  };
  const names = async (query: string, headers: Record<string, string>) =>
    (await list(query, headers)).map(({ properties }) => properties.name).sort();

  describe("actors", () => {
    it("are found by the areas they answer for", async () => {
      const here = "areas=district:01,city";
      expect(await names(here, city.as("PUBLIC"))).toEqual(["Bezirksvorstehung West", "Jugendamt"]);
      expect(await names("areas=district:02", city.as("PUBLIC"))).toEqual([]);
      expect(await names("themes=youth", city.as("PUBLIC"))).toEqual(["Jugendamt"]);
    });

    it("belong to the Stadtbezirke of their areas, those of the whole city to all", async () => {
      const found = await list("sort=title", secretariat());
      expect(found.map(({ properties, districts }) => [properties.name, districts])).toEqual([
        ["Bezirksvorstehung West", ["01"]],
        ["Jugendamt", ["01", "02"]],
        ["Vorhabenträgerin Nordkai", ["02"]],
      ]);
    });

    it("show their contacts to the administration alone, in the list, its file and the search", async () => {
      const address = "bezirk-01@stadt.example";
      const ways = ["/api/records/actors", "/api/export/actors.csv", "/ogc/collections/actors/items"];
      for (const url of ways) {
        const told = async (headers: Record<string, string>) =>
          (await city.app.inject({ url, headers })).body.includes(address);
        expect(await told(jugendamt()), `${url} PLANNER`).toBe(true);
        expect(await told(city.as("DISTRICT_HEAD", { district: "01" })), `${url} head`).toBe(false);
        expect(await told(city.as("PUBLIC")), `${url} public`).toBe(false);
      }
      const lowered = await city.app.inject({
        url: "/api/records/actors?ceiling=PUBLIC",
        headers: secretariat(),
      });
      expect(lowered.body).not.toContain(address);
    });

    it("who invest are as closed as the interest behind them, and cannot be released", async () => {
      for (const headers of [city.as("PUBLIC"), jugendamt(), city.as("DISTRICT_HEAD", { district: "02" })])
        expect(await names("", headers)).not.toContain("Vorhabenträgerin Nordkai");
      const [investor] = await list("kind=INVESTOR", secretariat());
      const release = await city.app.inject({
        method: "POST",
        url: `/api/records/actors/${investor?.id}/release`,
        headers: secretariat(),
        payload: { visibility: "PUBLIC", reason: "Versehen" },
      });
      expect(release.statusCode).toBe(403);
    });

    it("cannot become investors while everybody reads them", async () => {
      const [west] = await list("areas=district:01", secretariat());
      const url = `/api/records/actors/${west?.id}`;
      const { etag } = (await city.app.inject({ url, headers: secretariat() })).headers;
      const answer = await city.app.inject({
        method: "PUT",
        url,
        headers: { ...secretariat(), "if-match": String(etag) },
        payload: { geometry: null, properties: office("Bezirksvorstehung West", { kind: "INVESTOR" }) },
      });
      expect([answer.statusCode, answer.json().title]).toEqual([
        409,
        "Was geschützt ist, muss zuerst zurückgezogen werden.",
      ]);
    });

    it("of an area there is not are refused, naming the field", async () => {
      const answer = await create(office("Bezirksvorstehung Süd", { areas: ["district:77"] }), jugendamt());
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        title: "Ein Gebiet „77“ gibt es auf dieser Ebene nicht.",
        errors: [{ pointer: "/properties/areas" }],
      });
    });
  });
});
