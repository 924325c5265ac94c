import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, kita, type SmallCity, sketch, smallCity, square } from "../../lib/small-city.ts";

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
  });
  afterAll(() => city.close());

  const sketches = "/api/records/candidate-sites";
  const point = { type: "Point", coordinates: [9.05, 48.75] };
  const jugendamt = () => city.as("PLANNER", { department: "51" });

  async function created(
    payload: object = { geometry: point, properties: sketch("Skizze") },
    headers = jugendamt(),
  ) {
    const answer = await city.app.inject({ method: "POST", url: sketches, headers, payload });
    expect(answer.statusCode, answer.body).toBe(201);
    return { record: answer.json(), etag: String(answer.headers.etag) };
  }

  describe("creating and changing a record", () => {
    it("a sketch starts with its owner alone, in the district it lies in", async () => {
      const { record } = await created();
      expect(record).toMatchObject({
        revision: 1,
        state: "SKIZZE",
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:51",
        department: "51",
        districts: ["01"],
      });
    });

    it("a replaced record has its next revision and keeps the first one", async () => {
      const { record, etag } = await created();
      const url = `${sketches}/${record.id}`;
      const payload = { geometry: point, properties: sketch("Skizze B") };
      const answer = await city.app.inject({
        method: "PUT",
        url,
        headers: { ...jugendamt(), "if-match": etag },
        payload,
      });
      expect(answer.json()).toMatchObject({ revision: 2, properties: { name: "Skizze B" } });
      const revisions = await city.app.inject({ url: `${url}/revisions`, headers: jugendamt() });
      expect(
        revisions
          .json()
          .items.map((r: { record: { properties: { name: string } } }) => r.record.properties.name),
      ).toEqual(["Skizze", "Skizze B"]);
    });

    it("C-01 saving without saying on which state answers 428", async () => {
      const { record } = await created();
      const payload = { geometry: point, properties: sketch("x") };
      const answer = await city.app.inject({
        method: "PUT",
        url: `${sketches}/${record.id}`,
        headers: jugendamt(),
        payload,
      });
      expect(answer.statusCode).toBe(428);
    });

    it("C-02 of two who save on the same state one wins and the other gets the current version", async () => {
      for (let round = 0; round < 20; round++) {
        const { record, etag } = await created();
        const save = (name: string) =>
          city.app.inject({
            method: "PUT",
            url: `${sketches}/${record.id}`,
            headers: { ...jugendamt(), "if-match": etag },
            payload: { geometry: point, properties: sketch(name) },
          });
        const answers = await Promise.all([save("A"), save("B")]);
        expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 412]);
        const [won, lost] = answers[0].statusCode === 200 ? answers : [answers[1], answers[0]];
        expect(lost?.json().current.properties.name).toBe(won?.json().properties.name);
      }
    });

    it("C-03 deleting on a stale state answers 412 and the record stays", async () => {
      const { record } = await created();
      const url = `${sketches}/${record.id}`;
      const answer = await city.app.inject({
        method: "DELETE",
        url,
        headers: { ...jugendamt(), "if-match": '"0-x-y"' },
      });
      expect(answer.statusCode).toBe(412);
      expect((await city.app.inject({ url, headers: jugendamt() })).statusCode).toBe(200);
    });

    it("C-04 one idempotency key sent five times at once makes one record", async () => {
      const headers = { ...jugendamt(), "idempotency-key": "6f1c" };
      const payload = { geometry: point, properties: sketch("einmal") };
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => city.app.inject({ method: "POST", url: sketches, headers, payload })),
      );
      expect(new Set(answers.map((a) => a.json().id)).size).toBe(1);
      const list = await city.app.inject({ url: `${sketches}?q=einmal`, headers: jugendamt() });
      expect(list.json().total).toBe(1);
    });

    it("C-05 the same key with another body answers 422", async () => {
      const headers = { ...jugendamt(), "idempotency-key": "anderer" };
      const send = (name: string) =>
        city.app.inject({
          method: "POST",
          url: sketches,
          headers,
          payload: { geometry: point, properties: sketch(name) },
        });
      expect((await send("A")).statusCode).toBe(201);
      expect((await send("B")).statusCode).toBe(422);
    });

    it("C-06 fifty who count up the same field with retry reach fifty", async () => {
      const { record } = await created({ geometry: point, properties: sketch("Zähler", { siteAreaM2: 0 }) });
      const url = `${sketches}/${record.id}`;
      const countUp = async (): Promise<void> => {
        const read = await city.app.inject({ url, headers: jugendamt() });
        const properties = read.json().properties;
        const answer = await city.app.inject({
          method: "PUT",
          url,
          headers: { ...jugendamt(), "if-match": String(read.headers.etag) },
          payload: { geometry: point, properties: { ...properties, siteAreaM2: properties.siteAreaM2 + 1 } },
        });
        if (answer.statusCode === 412) return countUp();
        expect(answer.statusCode).toBe(200);
      };
      await Promise.all(Array.from({ length: 50 }, countUp));
      expect((await city.app.inject({ url, headers: jugendamt() })).json().properties.siteAreaM2).toBe(50);
    });

    it("X-10 a body cannot set owner, state or visibility", async () => {
      for (const stray of [{ owner: "x" }, { state: "PLANNED" }, { visibility: "PUBLIC" }]) {
        const payload = { geometry: point, properties: sketch("x"), ...stray };
        const answer = await city.app.inject({
          method: "POST",
          url: sketches,
          headers: jugendamt(),
          payload,
        });
        expect(answer.statusCode).toBe(400);
        expect(answer.body).toContain(Object.keys(stray)[0]);
      }
      const payload = { geometry: point, properties: sketch("x", { role: "admin" }) };
      const answer = await city.app.inject({ method: "POST", url: sketches, headers: jugendamt(), payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].pointer).toBe("/properties/role");
    });

    it("X-09 keys that reach for prototypes are refused", async () => {
      for (const payload of ['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{}}}']) {
        const headers = { ...jugendamt(), "content-type": "application/json" };
        const answer = await city.app.inject({ method: "POST", url: sketches, headers, payload });
        expect(answer.statusCode).toBe(400);
      }
    });
  });

  describe("geometry of a record", () => {
    const send = (geometry: unknown) =>
      city.app.inject({
        method: "POST",
        url: sketches,
        headers: { ...jugendamt(), "content-type": "application/json" },
        payload: `{"geometry":${typeof geometry === "string" ? geometry : JSON.stringify(geometry)},"properties":${JSON.stringify(sketch("g"))}}`,
      });

    it("G-01 a bow-tie is refused and told where it crosses", async () => {
      const bowTie = {
        type: "Polygon",
        coordinates: [
          [
            [9.1, 48.7],
            [9.2, 48.8],
            [9.2, 48.7],
            [9.1, 48.8],
            [9.1, 48.7],
          ],
        ],
      };
      const answer = await send(bowTie);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().title).toMatch(/9,15; 48,75/);
    });

    it("G-03 what is no number is no coordinate", async () => {
      for (const bad of ["null", '"9.1"', "1e999"]) {
        expect((await send(`{"type":"Point","coordinates":[${bad},48.75]}`)).statusCode).toBe(422);
      }
      expect((await send('{"type":"Point","coordinates":[NaN,48.75]}')).statusCode).toBe(400);
    });

    it("G-04 a swapped pair is told the order", async () => {
      const answer = await send({ type: "Point", coordinates: [48.75, 9.05] });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().title).toContain("Länge, Breite");
    });

    it("G-06 a clockwise ring is stored counter-clockwise", async () => {
      const clockwise = {
        ...square(9.02, 48.72, 0.01),
        coordinates: [square(9.02, 48.72, 0.01).coordinates[0]?.toReversed()],
      };
      const answer = await send(clockwise);
      expect(answer.json().geometry).toEqual(square(9.02, 48.72, 0.01));
    });

    it("G-07 a collection, no geometry and a kind that is not allowed are refused in a sentence", async () => {
      for (const geometry of [
        null,
        { type: "GeometryCollection", geometries: [] },
        {
          type: "LineString",
          coordinates: [
            [9, 48.7],
            [9.1, 48.7],
          ],
        },
      ]) {
        const answer = await send(geometry);
        expect(answer.statusCode).toBe(422);
        expect(answer.headers["content-type"]).toContain("application/problem+json");
      }
    });

    it("G-08 heights are dropped", async () => {
      const answer = await send({ type: "Point", coordinates: [9.05, 48.75, 245] });
      expect(answer.json().geometry.coordinates).toEqual([9.05, 48.75]);
    });

    it("G-09 too many vertices and endless nesting are refused", async () => {
      const ring = Array.from({ length: 5001 }, (_, i) => [
        9.05 + 0.01 * Math.cos(i),
        48.75 + 0.01 * Math.sin(i),
      ]);
      expect((await send({ type: "Polygon", coordinates: [[...ring, ring[0]]] })).statusCode).toBe(422);
      const deep = `{"type":"Polygon","coordinates":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
      expect((await send(deep)).statusCode).toBe(422);
    });
  });

  describe("lifecycle and release", () => {
    const act = (id: string, what: string, payload: object, headers: Record<string, string>) =>
      city.app.inject({ method: "POST", url: `${sketches}/${id}/${what}`, headers, payload });
    const secretariat = () => city.as("SECRETARIAT");

    it("a state follows only where the table allows it, and the refusal says what is possible", async () => {
      const { record } = await created();
      const answer = await act(record.id, "transitions", { to: "AGSP_ABGESTIMMT" }, jugendamt());
      expect(answer.statusCode).toBe(409);
      expect(answer.json().title).toContain("vorgeprüft");
      expect((await act(record.id, "transitions", { to: "VORGEPRUEFT" }, jugendamt())).json().state).toBe(
        "VORGEPRUEFT",
      );
    });

    it("land counts as secured only with a securing type", async () => {
      const url = "/api/records/planned-sites";
      const payload = { geometry: point, properties: sketch("Kita Neu") };
      const { id } = (await city.app.inject({ method: "POST", url, headers: jugendamt(), payload })).json();
      const secure = () =>
        city.app.inject({
          method: "POST",
          url: `${url}/${id}/transitions`,
          headers: jugendamt(),
          payload: { to: "FLAECHE_GESICHERT" },
        });
      const refused = await secure();
      expect(refused.statusCode).toBe(422);
      expect(refused.json().title).toContain("Flächensicherung");
    });

    it("only the Geschäftsstelle releases, with a reason, and takes back", async () => {
      const { record } = await created({ geometry: point, properties: sketch("Freigabe") });
      expect(
        (await act(record.id, "release", { visibility: "PUBLIC", reason: "Beschluss" }, jugendamt()))
          .statusCode,
      ).toBe(403);
      expect(
        (await act(record.id, "release", { visibility: "PUBLIC", reason: " " }, secretariat())).statusCode,
      ).toBe(400);
      expect(
        (
          await act(
            record.id,
            "release",
            { visibility: "PUBLIC", reason: "Beschluss", confirmedEarly: true },
            secretariat(),
          )
        ).json().visibility,
      ).toBe("PUBLIC");
      expect((await city.app.inject(`${sketches}/${record.id}`)).statusCode).toBe(200);
      await act(record.id, "withdraw", { reason: "Irrtum" }, secretariat());
      expect((await city.app.inject(`${sketches}/${record.id}`)).statusCode).toBe(404);
    });

    it("a protected facility cannot be released", async () => {
      const shelter = await addRecord(city.store, "facilities", {
        visibility: "RESTRICTED",
        properties: kita("Schutzhaus", { locationProtection: "HIDDEN" }),
      });
      const url = `/api/records/facilities/${shelter.id}/release`;
      const answer = await city.app.inject({
        method: "POST",
        url,
        headers: secretariat(),
        payload: { visibility: "PUBLIC", reason: "x" },
      });
      expect(answer.statusCode).toBe(403);
    });

    it("another department cannot edit, the public cannot write", async () => {
      const shared = await created({
        geometry: point,
        properties: sketch("geteilt"),
        participants: ["department:50"],
      });
      const url = `${sketches}/${shared.record.id}`;
      const payload = { geometry: point, properties: sketch("fremd") };
      const sozialamt = city.as("PLANNER", { department: "50" });
      expect((await city.app.inject({ url, headers: sozialamt })).statusCode).toBe(200);
      expect((await city.app.inject({ method: "PUT", url, headers: sozialamt, payload })).statusCode).toBe(
        403,
      );
      expect((await city.app.inject({ method: "POST", url: sketches, payload })).statusCode).toBe(401);
    });

    it("A-08 another site's page writes nothing", async () => {
      const payload = { geometry: point, properties: sketch("fremd") };
      for (const foreign of [{ "sec-fetch-site": "cross-site" }, { origin: "https://example.org" }]) {
        const answer = await city.app.inject({
          method: "POST",
          url: sketches,
          headers: { ...jugendamt(), ...foreign },
          payload,
        });
        expect(answer.statusCode).toBe(403);
      }
      const form = { ...jugendamt(), "content-type": "application/x-www-form-urlencoded" };
      expect(
        (await city.app.inject({ method: "POST", url: sketches, headers: form, payload: "a=b" })).statusCode,
      ).toBe(415);
    });
  });

  describe("lists of facilities", () => {
    it("filter by family and offered capacity, which are computed from the record", async () => {
      const capacity = (offered: number) => [
        { unit: "PLATZ", category: "Ü3", licensed: 60, offered, occupied: 10, referenceDate: "2024-03-01" },
      ];
      await addRecord(city.store, "facilities", {
        properties: kita("Kita klein", { capacity: capacity(20) }),
      });
      await addRecord(city.store, "facilities", {
        properties: kita("Kita groß", { capacity: capacity(55) }),
      });
      await addRecord(city.store, "facilities", { properties: kita("Schule", { type: "GRUNDSCHULE" }) });
      const names = async (query: string) =>
        (await city.app.inject(`/api/records/facilities?${query}&sort=name`))
          .json()
          .items.map((r: { properties: { name: string } }) => r.properties.name);
      expect(await names("family=early-childhood&min.capacity=30")).toEqual(["Kita groß"]);
      expect(await names("max.capacity=30")).toEqual(["Kita klein"]);
      expect(await names("family=school")).toEqual(["Schule"]);
      const overlay = await city.app.inject(
        "/api/overlay/facilities?scope=all&family=early-childhood&min.capacity=10",
      );
      expect(overlay.json().features).toHaveLength(2);
    });
  });
});
