import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { listen, until } from "../../lib/event-stream.ts";
import { addGrid, addRecord, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const point = { type: "Point" as const, coordinates: [9.05, 48.75] };

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let address: string;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    address = (await city.app.listen({ host: "127.0.0.1", port: 0 })).replace("127.0.0.1", "localhost");
  });
  afterAll(() => city.close());

  it("an open page hears of a new version when something public changes, and of ids it may read only", async () => {
    const { host: _, ...secretariat } = city.as("SECRETARIAT");
    const [everybody, insider] = await Promise.all([listen(address, {}), listen(address, secretariat)]);
    expect(everybody.type).toContain("text/event-stream");
    expect(everybody.cache).toBe("private, no-store");

    const hidden = await addRecord(city.store, "candidate-sites", {
      visibility: "RESTRICTED",
      properties: sketch("verborgen"),
      geometry: point,
    });
    await until(() => insider.heard.text.includes(hidden.id));
    const open = await addRecord(city.store, "candidate-sites", {
      visibility: "PUBLIC",
      properties: sketch("offen"),
      geometry: point,
    });
    await until(() => everybody.heard.text.includes(open.id) && insider.heard.text.includes(open.id));

    expect(everybody.heard.text).not.toContain(hidden.id);
    expect(everybody.heard.text.match(/event: layer/g)).toHaveLength(1);
    expect(everybody.heard.text).toContain(city.services.tiles.version("candidate-sites"));
    await Promise.all([everybody.stop(), insider.stop()]);
  });

  it("a new population grid is told to planners, and to nobody else that there is one", async () => {
    const { host: _, ...planner } = city.as("PLANNER", { department: "51" });
    const { host: __, ...statistics } = city.as("STATISTICS");
    const heard = await Promise.all([planner, statistics, {}].map((headers) => listen(address, headers)));
    await addGrid(city.store);
    await until(() => heard[0]!.heard.text.includes("population-grid"));
    const open = await addRecord(city.store, "candidate-sites", {
      properties: sketch("danach"),
      geometry: point,
    });
    await until(() => heard.every(({ heard: { text } }) => text.includes(open.id)));
    expect(heard.map(({ heard: { text } }) => text.includes("population-grid"))).toEqual([
      true,
      false,
      false,
    ]);
    await Promise.all(heard.map(({ stop }) => stop()));
  });

  it("a scenario is told to those who read all its parts, and to nobody it is merely shared with", async () => {
    const [owner, colleague] = await Promise.all(
      ["51", "40"].map((department) => {
        const { host: _, ...headers } = city.as("PLANNER", { department });
        return listen(address, headers);
      }),
    );
    const hidden = await addRecord(city.store, "candidate-sites", {
      visibility: "RESTRICTED",
      owner: "demo:PLANNER:51",
      properties: sketch("Teil"),
    });
    const create = async (changes: object[]) =>
      (
        await city.app.inject({
          method: "POST",
          url: "/api/scenarios",
          headers: city.as("PLANNER", { department: "51" }),
          payload: { properties: { name: "Plan", changes }, participants: ["department:40"] },
        })
      ).json().id as string;
    const closed = await create([{ change: "close", recordType: hidden.type, recordId: hidden.id }]);
    const open = await create([]);
    await until(() => owner!.heard.text.includes(closed) && colleague!.heard.text.includes(open));
    expect(colleague!.heard.text).not.toContain(closed);
    expect(owner!.heard.text).not.toContain('"layer":"scenarios"');
    await Promise.all([owner!.stop(), colleague!.stop()]);
  });

  it("T-07 a tile confirmed before is sent anew after an edit inside it", async () => {
    const tile = async (etag?: string) => {
      const { tiles } = (await city.app.inject("/api/layers"))
        .json()
        .items.find((l: { layer: string }) => l.layer === "planned-sites");
      const url = `/${tiles.replace("{z}", "12").replace("{x}", "2150").replace("{y}", "1410")}`;
      return city.app.inject({ url, headers: etag ? { "if-none-match": etag } : {} });
    };
    const before = city.services.tiles.version("planned-sites");
    const planned = await addRecord(city.store, "planned-sites", {
      visibility: "PUBLIC",
      properties: sketch("Plan"),
      geometry: point,
    });
    await until(() => city.services.tiles.version("planned-sites") !== before);
    const first = await tile();
    const etag = String(first.headers.etag);
    expect((await tile(etag)).statusCode).toBe(304);
    const version = city.services.tiles.version("planned-sites");
    await city.store.write(
      [
        {
          action: "edit",
          type: planned.type,
          id: planned.id,
          title: "Plan B",
          expectedRevision: 1,
          record: { ...planned, properties: sketch("Plan B") },
        },
      ],
      { actor: "test", at: new Date().toISOString() },
    );
    await until(() => city.services.tiles.version("planned-sites") !== version);
    expect((await tile(etag)).statusCode).toBe(200);
  });
});
