import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addNetwork, kitaWithPlaces, planningCity, pointAt, sketchedSite } from "../../lib/planning-city.ts";
import { addRecord, type SmallCity, sketch } from "../../lib/small-city.ts";

const demoNotice = "Demodaten – Zahlen erfunden, Geometrie schematisch";

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
const textOf = (pdf: Buffer) =>
  spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf }).stdout.toString().replace(/\s+/g, " ");
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  let scenario: string;
  beforeAll(async () => {
    city = await planningCity(await newDatabase());
    await addRecord(city.store, "facilities", {
      properties: kitaWithPlaces("Kita Mitte", 60),
      geometry: pointAt(1),
    });
    scenario = await newScenario(city);
  });
  afterAll(() => city.close());

  const jugendamt = () => city.as("PLANNER", { department: "51" });
  const schulamt = () => city.as("PLANNER", { department: "40" });

  async function newScenario(at: SmallCity, site: object = {}) {
    const changes = [
      {
        change: "add-site",
        site: { ...sketchedSite(6), name: "Kita am Park", note: "Gespräch steht aus.", ...site },
      },
      { change: "add-site", site: { ...sketchedSite(8), name: "Kita am Ende" } },
    ];
    const answer = await at.app.inject({
      method: "POST",
      url: "/api/scenarios",
      headers: jugendamt(),
      payload: { properties: { name: "Zwei Varianten", changes }, participants: ["department:61"] },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id as string;
  }
  const print = (file: string, { headers = jugendamt() as Record<string, string>, at = city } = {}) =>
    at.app.inject({ url: `/print/site/${file}`, headers });

  /** What must stand on the sheet in every form: whose number, how calculated, what it is not. */
  const statements = [
    "Kita am Park",
    "Szenario: Zwei Varianten",
    "Vorschlag zur Prüfung",
    demoNotice,
    "Luftlinie × 1,3",
    "Testkennwerte, gültig ab 01.01.2024",
    "Nichts tun",
    "Kita am Ende",
    "nicht geprüft",
    "entfällt, solange keine Prognose vorliegt",
    "Gespräch steht aus.",
    "Amt 61",
  ];

  it("the page says everything as text, with headings, table heads and the sentence of the map", async () => {
    const answer = await print(`site-6?scenario=${scenario}`);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("private, no-store");
    for (const statement of statements) expect(answer.body).toContain(statement);
    expect(answer.body).toContain('<html lang="de">');
    expect(answer.body).toContain("<h1>Kita am Park</h1>");
    expect(answer.body).toContain("<caption>Varianten im Vergleich</caption>");
    expect(answer.body).toContain('<th scope="col"');
    expect(answer.body).toContain('<th scope="row">Nichts tun</th>');
    expect(answer.body).toContain(
      "Der Einzugsbereich von Kita am Park (300 m, Luftlinie × 1,3) hat 90 Personen der Zielgruppe; 90 davon hatten bisher kein Angebot",
    );
    const nonce = /<style nonce="([^"]+)">/.exec(answer.body)?.[1];
    expect(answer.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
  });

  it("the same figures stand in the analysis of the scenario", async () => {
    const payload = {
      question: { kind: "KITA", scenario },
      site: { ...sketchedSite(6), name: "Kita am Park" },
    };
    const answer = await city.app.inject({
      method: "POST",
      url: "/api/analysis/site",
      headers: jugendamt(),
      payload,
    });
    const { newlyServed, after } = answer.json().result;
    const { body } = await print(`site-6?scenario=${scenario}`);
    expect(body).toContain(`<strong>+${newlyServed}</strong>`);
    expect(body).toContain(`<strong>${after.medianWay.toLocaleString("de-DE")} m</strong>`);
  });

  it("the PDF has exactly two pages, a title and its language", async () => {
    const answer = await print(`site-6.pdf?scenario=${scenario}`);
    expect(answer.headers["content-type"]).toBe("application/pdf");
    expect(answer.headers["content-disposition"]).toContain("inline");
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pagesOf(answer.rawPayload)).toBe(2);
    expect(answer.rawPayload.toString("latin1")).toContain("/Lang (de)");
  });

  it.skipIf(!hasPoppler)(
    "the PDF says the same as the page, as text that can be read and searched",
    async () => {
      const text = textOf((await print(`site-6.pdf?scenario=${scenario}`)).rawPayload);
      for (const statement of statements) expect(text).toContain(statement);
      expect(text).toContain("Seite 2 von 2");
    },
  );

  it("the map alone names the places, its scale, north, sources and that it is a demo", async () => {
    const answer = await print(`site-6.svg?scenario=${scenario}`);
    expect(answer.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    for (const text of [
      "Kita am Park",
      "Norden ist oben",
      "Testdaten",
      demoNotice,
      "<title>",
      'role="img"',
    ]) {
      expect(answer.body).toContain(text);
    }
    expect(answer.body).toMatch(/>\d+ m · Norden/);
  });

  it("on the walking network the way is called so, and no air line is spoken of", async () => {
    const walked = await planningCity(await newDatabase());
    await addNetwork(walked.store);
    const id = await newScenario(walked);
    const { body } = await print(`site-6?scenario=${id}`, { at: walked });
    expect(body).toContain("Fußweg auf dem Wegenetz");
    expect(body).not.toContain("Luftlinie");
    await walked.close();
  });

  it("a question as the page has it, with another way and language, is what is printed", async () => {
    const question = JSON.stringify({ kind: "KITA", limit: { measure: "metres", metres: 700 } });
    const { body } = await print(
      `site-6?scenario=${scenario}&lang=en&question=${encodeURIComponent(question)}`,
    );
    expect(body).toContain('<html lang="en">');
    expect(body).toContain("700 m (differs from the standard)");
    expect(body).toContain("Air line × 1.3");
    expect((await print(`site-6?scenario=${scenario}&question=%7B`)).statusCode).toBe(400);
  });

  it("X-01 names that look like markup stay letters", async () => {
    const name = `<img src=x onerror=alert(1)>"&'`;
    const id = await newScenario(city, { name, note: "<script>alert(1)</script>" });
    for (const file of ["site-6", "site-6.svg"]) {
      const { body } = await print(`${file}?scenario=${id}`);
      expect(body).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(body).not.toMatch(/<img|<script/);
    }
    expect(pagesOf((await print(`site-6.pdf?scenario=${id}`)).rawPayload)).toBe(2);
  });

  describe("for somebody who may not read it there is nothing there", () => {
    async function bytes(file: string, headers: Record<string, string>) {
      const answer = await print(file, { headers });
      return {
        status: answer.statusCode,
        headers: { ...answer.headers, date: "" },
        body: answer.body.replace(/"instance":"[^"]*"/, ""),
      };
    }

    it.each(["", ".pdf", ".svg"])("neither a scenario's site%s nor a Standortskizze", async (format) => {
      const hidden = await addRecord(city.store, "candidate-sites", {
        visibility: "RESTRICTED",
        owner: "demo:PLANNER:51",
        properties: sketch("Geheim"),
        geometry: pointAt(3),
      });
      expect((await print(`${hidden.id}${format}`)).statusCode).toBe(200);
      for (const headers of [schulamt(), city.as("DISTRICT_HEAD", { district: "01" }), {}]) {
        const nothing = await bytes(`gibt-es-nicht${format}?scenario=${crypto.randomUUID()}`, headers);
        expect(nothing.status).toBe(404);
        expect(await bytes(`site-6${format}?scenario=${scenario}`, headers)).toEqual(nothing);
        expect(await bytes(`${hidden.id}${format}`, headers)).toEqual(nothing);
      }
      const mapOfOthers = await print(`site-6.svg?scenario=${scenario}&layers=BESTAND,IDEE`, {
        headers: city.as("PLANNER", { department: "61" }),
      });
      expect(mapOfOthers.statusCode).toBe(200);
      expect(mapOfOthers.body).not.toContain("Geheim");
    });
  });
});
