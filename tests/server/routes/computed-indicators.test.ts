import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { computedCode } from "#domain/indicator/computed-code.ts";
import type { ComputedIndicator } from "#domain/indicator/computed-indicator.ts";
import { difference, sealedLessGreen } from "../../lib/computed-indicators.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { strangersAddress } from "../../lib/every-way-out.ts";
import { addObservations, type SmallCity, smallCity } from "../../lib/small-city.ts";

const path = "/api/records/computed-indicators";
type Headers = Record<string, string>;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    await addObservations(city.store, "PUBLIC");
    await addObservations(city.store, "PUBLIC", "green-area");
    await addObservations(city.store, "INTERNAL", "asking-rent");
  });
  afterAll(() => city?.close());

  const planner = () => city.as("PLANNER", { department: "36" });
  const secretariat = () => city.as("SECRETARIAT");
  const send = (change: Partial<ComputedIndicator>, headers: Headers = planner()) =>
    city.app.inject({
      ...{ method: "POST", url: path, headers },
      payload: { geometry: null, properties: { ...sealedLessGreen, ...change } },
    });
  let versions = 0;
  /** A definition of its own version: there is each only once. */
  async function kept(change: Partial<ComputedIndicator> = {}): Promise<string> {
    const made = await send({ version: ++versions, ...change });
    expect(made.statusCode, made.body).toBe(201);
    return made.json().id;
  }
  const act = (id: string, what: string, payload: object) =>
    city.app.inject({ method: "POST", url: `${path}/${id}/${what}`, headers: secretariat(), payload });
  const release = (id: string) =>
    act(id, "release", { visibility: "PUBLIC", reason: "Beschluss", confirmedEarly: true });
  const known = async (id: string, headers: Headers = {}) =>
    (await city.app.inject({ url: "/api/indicators", headers }))
      .json<{ items: IndicatorAnswer[] }>()
      .items.find(({ code }) => code === computedCode(id));
  const values = (id: string, headers: Headers = {}) =>
    city.app.inject({ url: `/api/indicators/${computedCode(id)}/values?level=district`, headers });

  describe("a computed indicator", () => {
    it("is an indicator with unit, periods, source and the figures of its formula, and still is after a restart", async () => {
      const id = await kept();
      const facts = {
        ...{ kind: "mean", unit: "percentage-points", diverging: true, levels: ["district"] },
        ...{ periods: ["2023", "2024"], source: "Testquelle", visibility: "INTERNAL", isDemo: true },
        computed: { id, state: "ENTWURF", version: 1, formula: sealedLessGreen.formula },
      };
      const figures = [
        { areaNumber: "01", period: "2023", value: 0, state: "VALUE" },
        { areaNumber: "02", period: "2023", value: 0, state: "VALUE" },
        { areaNumber: "01", period: "2024", value: 0, state: "VALUE" },
        { areaNumber: "02", period: "2024", value: null, state: "UNKNOWN" },
      ];
      for (const time of ["before", "after"]) {
        expect(await known(id, planner()), time).toMatchObject(facts);
        expect((await values(id, planner())).json().items, time).toEqual(figures);
        if (time === "before") city = { ...(await city.restarted()), as: city.as };
      }
    });

    it("is refused with a sentence where units do not fit or a part is not there, and nothing is kept", async () => {
      const before = (await city.app.inject({ url: path, headers: planner() })).json().total;
      const formula = { ...difference("sealed-area", "green-area"), factor: 100 as const };
      const scaled = await send({ formula });
      expect([scaled.statusCode, scaled.json().title]).toEqual([
        422,
        "Malnehmen lässt sich nur ein Verhältnis. Ohne Nenner ist der Faktor 1.",
      ]);
      expect(scaled.headers["content-type"]).toContain("application/problem+json");
      expect(scaled.json().errors[0].pointer).toBe("/properties/formula/factor");
      const unknown = await send({ formula: difference("sealed-area", "nobody-knows") });
      expect([unknown.statusCode, unknown.json().title]).toEqual([
        422,
        "Den Indikator „nobody-knows“ gibt es hier nicht.",
      ]);
      const itself = await send({ formula: difference("sealed-area", computedCode("x")) });
      expect(itself.json().title).toContain("rechnet nicht mit anderen berechneten");
      expect((await city.app.inject({ url: path, headers: planner() })).json().total).toBe(before);
    });

    it("is nobody's outside until it is released, and then reads the same on map, export and embed", async () => {
      const id = await kept({ name: "Erst nach der Freigabe" });
      const unknown = await values("unknown");
      for (const headers of [{}, city.as("DISTRICT_HEAD", { district: "01" })]) {
        expect(await known(id, headers)).toBeUndefined();
        const closed = await values(id, headers);
        expect([closed.statusCode, { ...closed.json(), instance: null }]).toEqual([
          404,
          { ...unknown.json(), instance: null },
        ]);
      }
      expect((await release(id)).statusCode).toBe(200);
      expect((await known(id))?.name.de).toBe("Erst nach der Freigabe");
      expect((await values(id)).json().items).toHaveLength(4);
      const asked = (url: string) => city.app.inject({ url, ...strangersAddress({}) });
      const exported = await asked(`/api/export/areas-district.csv?indicators=${computedCode(id)}`);
      expect(exported.body).toContain("Erst nach der Freigabe (percentage-points)");
      expect((await asked(`/embed?indicator=${computedCode(id)}`)).body).toContain("Erst nach der Freigabe");
    });

    it("is released no further than its parts, and leaves the public when one of them does", async () => {
      const closed = await kept({ formula: difference("sealed-area", "asking-rent") });
      const refused = await release(closed);
      expect([refused.statusCode, refused.json().title]).toEqual([
        409,
        "„Versiegelte Fläche“ ist nicht ebenso weit freigegeben.",
      ]);
      await addObservations(city.store, "PUBLIC", "passing");
      const id = await kept({ formula: difference("sealed-area", "passing") });
      expect((await release(id)).statusCode).toBe(200);
      expect((await values(id)).statusCode).toBe(200);
      await addObservations(city.store, "INTERNAL", "passing");
      expect([await known(id), (await values(id)).statusCode]).toEqual([undefined, 404]);
      expect((await values(id, planner())).statusCode).toBe(200);
    });

    it("is agreed by the Geschäftsstelle alone, and then stands as it is", async () => {
      const id = await kept({ name: "Steht fest" });
      const own = (payload: object) =>
        city.app.inject({ method: "POST", url: `${path}/${id}/transitions`, headers: planner(), payload });
      expect((await own({ to: "ABGESTIMMT" })).statusCode).toBe(403);
      expect((await act(id, "transitions", { to: "ABGESTIMMT" })).statusCode).toBe(200);
      const etag = String((await city.app.inject({ url: `${path}/${id}`, headers: planner() })).headers.etag);
      const refused = await city.app.inject({
        ...{ method: "PUT", url: `${path}/${id}`, headers: { ...planner(), "if-match": etag } },
        payload: { geometry: null, properties: { ...sealedLessGreen, name: "Anders" } },
      });
      expect(refused.statusCode).toBe(409);
      expect((await known(id, planner()))?.computed?.state).toBe("ABGESTIMMT");
    });
  });
});
