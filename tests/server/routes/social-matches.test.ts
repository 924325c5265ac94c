import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, type SmallCity, smallCity, square } from "../../lib/small-city.ts";

const matches = "/api/records/social-matches";
const dossiers = "/api/records/area-selection-dossiers";
const svg = { number: 1, name: "Gebiet", edition: "2024", source: "Testquelle" };
const west = { areaLevel: "district", areaNumber: "01" };
const said = (text: string, office: string) => ({ text, office, date: "2024-05-01" });
const urban = said("Leerstand am Bahnhof.", "Amt für Stadtplanung und Wohnen");
const social = said("Viele junge Familien.", "Sozialamt");

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let open: string;
  let draft: string;
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    const add = (visibility: "PUBLIC" | "INTERNAL", state: string) =>
      addRecord(city.store, "renewal-priority-areas", {
        ...{ properties: svg, geometry: square(9.05, 48.75, 0.01), visibility, state },
      });
    open = (await add("PUBLIC", "BESCHLOSSEN")).id;
    draft = (await add("INTERNAL", "ENTWURF")).id;
  });
  afterAll(() => city.close());

  type Headers = Record<string, string>;
  const renewal = () => city.as("PLANNER", { department: "61" });
  const welfare = () => city.as("PLANNER", { department: "50" });
  const secretariat = () => city.as("SECRETARIAT");
  const post = (url: string, headers: Headers, payload: object) =>
    city.app.inject({ method: "POST", url, headers, payload });
  const create = (path: string, headers: Headers, properties: object) =>
    post(path, headers, { geometry: null, properties });
  const match = (headers: Headers, more: object = {}, priorityAreaId = open) =>
    create(matches, headers, { priorityAreaId, ...west, ...more });
  async function write(method: "PUT" | "DELETE", url: string, headers: Headers, properties?: object) {
    const { etag } = (await city.app.inject({ url, headers })).headers;
    return city.app.inject({
      ...{ method, url, headers: { ...headers, "if-match": String(etag) } },
      ...(properties && { payload: { geometry: null, properties } }),
    });
  }

  describe("the match of an SVG with a social area", () => {
    it("takes the urban side from Stadterneuerung alone and the social side from everybody else", async () => {
      const refused = await match(welfare(), { urbanAssessment: urban });
      expect([refused.statusCode, refused.json().title]).toEqual([
        403,
        "„Städtebauliche Bewertung“ schreibt ein anderes Amt.",
      ]);
      expect((await match(renewal(), { socialAssessment: social })).statusCode).toBe(403);
      const { id } = (await match(renewal(), { urbanAssessment: urban })).json();
      const whole = { priorityAreaId: open, ...west, urbanAssessment: urban, socialAssessment: social };
      const url = `${matches}/${id}`;
      const changed = { ...whole, urbanAssessment: said("Anders.", "Sozialamt") };
      expect((await write("PUT", url, welfare(), changed)).statusCode).toBe(403);
      expect((await write("PUT", url, welfare(), whole)).statusCode).toBe(200);
      expect((await write("DELETE", url, welfare())).statusCode).toBe(403);
      expect((await write("DELETE", url, renewal())).statusCode).toBe(403);
      expect((await write("DELETE", url, secretariat())).statusCode).toBe(204);
    });

    it("is signed by the office whose person wrote it, whatever the form says", async () => {
      const forged = said("Leerstand am Bahnhof.", "Oberbürgermeister");
      const made = (await match(renewal(), { urbanAssessment: forged, areaNumber: "02" }, draft)).json();
      expect(made.properties.urbanAssessment).toEqual(urban);
      const url = `${matches}/${made.id}`;
      const { priorityAreaId, areaLevel, areaNumber } = made.properties;
      const about = { priorityAreaId, areaLevel, areaNumber };
      const { office: _, ...unsigned } = social;
      // What stays as it was stays signed as it was, whoever saves it and whatever they call it.
      const added = { ...about, urbanAssessment: forged, socialAssessment: unsigned };
      const signed = (await write("PUT", url, welfare(), added)).json();
      expect(signed.properties).toMatchObject({ urbanAssessment: urban, socialAssessment: social });
      const corrected = { ...about, urbanAssessment: urban, socialAssessment: said("Anders.", "Sozialamt") };
      const edited = (await write("PUT", url, secretariat(), corrected)).json();
      expect(edited.properties).toMatchObject({
        urbanAssessment: urban,
        socialAssessment: { text: "Anders.", office: "Geschäftsstelle" },
      });
    });

    it("has a joint recommendation only once both sides have assessed, and is agreed with reason and meeting", async () => {
      const early = await match(renewal(), { urbanAssessment: urban, recommendation: "INTEGRIERT" });
      expect([early.statusCode, early.json().errors]).toEqual([
        422,
        [
          {
            pointer: "/properties/recommendation",
            detail: "Eine gemeinsame Empfehlung gibt es erst, wenn beide Bewertungen vorliegen.",
          },
        ],
      ]);
      const both = { urbanAssessment: urban, socialAssessment: social, recommendation: "INTEGRIERT" };
      const { id } = (await match(secretariat(), both)).json();
      const agree = () => post(`${matches}/${id}/transitions`, secretariat(), { to: "ABGESTIMMT" });
      expect((await agree()).json().title).toBe(
        "Für diesen Stand fehlt noch: „Begründung“, „Abgestimmt in“.",
      );
      const agreed = { ...both, reason: "Beides zusammen.", meeting: "Sitzung 3/2024" };
      await write("PUT", `${matches}/${id}`, secretariat(), { priorityAreaId: open, ...west, ...agreed });
      expect((await agree()).json().state).toBe("ABGESTIMMT");
    });

    it("is unknown to districts and the public, and never open beside an SVG that is a draft", async () => {
      const { id } = (await match(renewal(), { urbanAssessment: urban }, draft)).json();
      for (const headers of [{}, city.as("DISTRICT_HEAD", { district: "01" })]) {
        expect((await city.app.inject({ url: `${matches}/${id}`, headers })).statusCode).toBe(404);
        expect((await city.app.inject({ url: matches, headers })).body).not.toContain(id);
      }
      const release = { visibility: "PUBLIC", reason: "Beschluss", confirmedEarly: true };
      expect((await post(`${matches}/${id}/release`, secretariat(), release)).statusCode).toBe(409);
      const there = { urbanAssessment: urban, areaNumber: "02" };
      const shown = (await match(renewal(), there)).json().id;
      expect((await post(`${matches}/${shown}/release`, secretariat(), release)).statusCode).toBe(200);
      const { body } = await city.app.inject(`${matches}/${shown}`);
      expect(body).toContain(open);
      expect(body).not.toContain("Leerstand");
    });
  });

  describe("the dossier of an area", () => {
    it("proposes with a reason and is decided on with the result of a meeting", async () => {
      const bare = await create(dossiers, welfare(), { ...west, proposal: "UMFASSEND" });
      expect([bare.statusCode, bare.json().errors[0].pointer]).toEqual([422, "/properties/reason"]);
      const proposed = { ...west, proposal: "UMFASSEND", reason: "Vor Ort gibt es einen Verein." };
      const { id } = (await create(dossiers, welfare(), proposed)).json();
      const step = (to: string) => post(`${dossiers}/${id}/transitions`, secretariat(), { to });
      expect((await step("VORGESCHLAGEN")).statusCode).toBe(200);
      expect((await step("BESCHLOSSEN")).json().title).toBe(
        "Für diesen Stand fehlt noch: „Ergebnis der Sitzung“.",
      );
      const decided = { ...proposed, meetingResult: "Beschlossen in Sitzung 4/2024" };
      expect((await write("PUT", `${dossiers}/${id}`, renewal(), decided)).statusCode).toBe(403);
      expect((await write("PUT", `${dossiers}/${id}`, secretariat(), decided)).statusCode).toBe(200);
      expect((await step("BESCHLOSSEN")).json().state).toBe("BESCHLOSSEN");
    });
  });
});
