import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../lib/databases.ts";
import { addRecord, kita, type SmallCity, square } from "../../lib/small-city.ts";
import { districtCity } from "./district-city.ts";

const demoNotice = "Demodaten – Zahlen erfunden, Geometrie schematisch";
const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;
const textOf = (pdf: Buffer) =>
  spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf }).stdout.toString().replace(/\s+/g, " ");
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length;

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await districtCity(await newDatabase());
    const add = (type: string, properties: Record<string, unknown>, more: object) =>
      addRecord(city.store, type, { properties, ...more } as never);
    await add("facilities", kita("Kita"), { geometry: { type: "Point", coordinates: [9.02, 48.75] } });
    const svg = { number: 3, name: "Gebiet Drei", edition: "2024", source: "Amt 61" };
    await add("renewal-priority-areas", svg, { geometry: square(9.01, 48.71, 0.01) });
    await add(
      "renewal-priority-areas",
      { ...svg, number: 4, name: "Entwurf Vier" },
      {
        ...{ geometry: square(9.06, 48.71, 0.01), visibility: "INTERNAL" },
      },
    );
    await add(
      "quarter-projects",
      { title: "Antrag V-07", kind: "FOCUSED" },
      {
        ...{ geometry: square(9.01, 48.71, 0.01), visibility: "RESTRICTED" },
      },
    );
    const about = { areaLevel: "district", areaNumber: "01", topic: "NEEDS", evidence: "BEGEHUNG" };
    await add(
      "expert-assessments",
      {
        ...{ ...about, statement: "Es fehlt ein Treff.", authorOffice: "Bezirksamt", date: "2024-05-01" },
        contradictsIndicators: ["children-in-need"],
      },
      { geometry: null, visibility: "DISTRICT" },
    );
  });
  afterAll(() => city.close());

  const head = () => city.as("DISTRICT_HEAD", { district: "01" });
  const office = () => city.as("SECRETARIAT", { department: "10" });
  const print = (path: string, headers: Record<string, string> = {}) =>
    city.app.inject({ url: `/print/${path}`, headers });

  describe("the two pages of a Stadtbezirk", () => {
    it("the page says everything as text, each figure with a source that has a Stichtag", async () => {
      const { body, headers } = await print("district/01", head());
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      for (const text of [
        '<html lang="de">',
        "<h1>Stadtbezirk West</h1>",
        "Sicht: Bezirksintern",
        demoNotice,
        "<caption>Monitoring der Stadtteile</caption>",
        '<th scope="row">Gebiet 101</th>',
        "30,5 <small>+10,5</small>",
        "geheim",
        "„geheim“: Geheimhaltung kleiner Zahlen",
        "SVG 03 Gebiet Drei",
        "Es fehlt ein Treff.",
        "widerspricht: Versiegelte Fläche",
        "Testquelle, frei, Stichtag 2024",
        "Karte: Versiegelte Fläche, 2024, Stadtteile: von 30,5",
      ]) {
        expect(body).toContain(text);
      }
      expect(body).toMatch(/<td class="figure fill-\d">30,5/);
      expect(body).not.toContain("style=");
    });

    it("neither page, nor PDF, nor map say anything to the public that is not public", async () => {
      const pages = await Promise.all(["01", "01.svg", "01.pdf"].map((file) => print(`district/${file}`)));
      const texts = pages.map(({ body, rawPayload }, index) =>
        index === 2 && hasPoppler ? textOf(rawPayload) : body,
      );
      for (const text of texts) {
        for (const word of ["Vier", "V-07", "Treff", "Bezirksamt", "73,1", "73.1", "Bezirksintern"]) {
          expect(text).not.toContain(word);
        }
      }
      expect((await print("district/01", office())).body).toContain("V-07");
      expect((await print("district/01?ceiling=DISTRICT", office())).body).not.toContain("V-07");
    });

    it("a single Stadtteil is not told twice: the reason stands in the place of its table", async () => {
      const { body } = await print("district/02");
      expect(body).toContain("<caption>Monitoring des Stadtbezirks</caption>");
      expect(body).toContain("Stadtbezirk Ost hat einen einzigen Stadtteil.");
      expect(body).not.toContain("Gebiet 201");
    });

    it("the PDF has two pages, a title and its language", async () => {
      const { rawPayload, headers } = await print("district/01.pdf?lang=en", head());
      expect(headers["content-type"]).toBe("application/pdf");
      expect(pagesOf(rawPayload)).toBe(2);
      expect(rawPayload.toString("latin1")).toContain("/Lang (en)");
      if (hasPoppler) expect(textOf(rawPayload)).toContain("Page 2 of 2");
    });

    it("lists that no two pages can hold are counted instead of running on to a third", async () => {
      const long = (index: number) => `Projekt ${index} ${"mit einem langen Namen ".repeat(7)}`.trim();
      for (let index = 0; index < 30; index++) {
        const geometry = square(9.15, 48.71, 0.01);
        for (const [type, properties] of [
          ["quarter-projects", { title: long(index), kind: "FOCUSED" }],
          ["renewal-areas", { code: `Ost ${index} -Gebiet-`, source: `Quelle ${index}` }],
        ] as const) {
          await addRecord(city.store, type, { properties, geometry, districts: ["02"] });
        }
      }
      const { rawPayload } = await print("district/02.pdf");
      expect(pagesOf(rawPayload)).toBe(2);
      if (hasPoppler) expect(textOf(rawPayload)).toMatch(/und \d+ weitere/);
    });

    it("X-01 names that look like markup stay letters", async () => {
      const title = `<img src=x onerror=alert(1)>"&'`;
      const place = { geometry: square(9.01, 48.71, 0.01) };
      await addRecord(city.store, "quarter-projects", { properties: { title, kind: "FOCUSED" }, ...place });
      const { body } = await print("district/01");
      expect(body).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(body).not.toContain("<img");
    });
  });

  describe("all Stadtbezirke as one PDF", () => {
    it("is the planners', says no more than a head of district may read, and the server answers meanwhile, but for a second run", async () => {
      let isDone = false;
      const printed = print("districts.pdf", office()).finally(() => {
        isDone = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const second = await print("districts.pdf", office());
      expect([second.statusCode, second.headers["retry-after"]]).toEqual([503, "60"]);
      let answered = 0;
      const heard = new Set<string>();
      const progress = async (headers: Record<string, string>) =>
        (await city.app.inject({ url: "/api/districts/progress", headers })).body;
      while (!isDone) {
        expect((await city.app.inject({ url: "/api/me" })).statusCode).toBe(200);
        answered++;
        heard.add(await progress(office()));
        expect(await progress(city.as("PLANNER", { department: "51" }))).toBe('{"running":null}');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const answer = await printed;
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
      expect(pagesOf(answer.rawPayload)).toBe(4);
      // Made in the server itself it would leave room for two or three.
      expect(answered).toBeGreaterThan(10);
      expect([...heard].join()).toContain('"total":2');
      expect(await progress(office())).toBe('{"running":null}');
      if (!hasPoppler) return;
      const text = textOf(answer.rawPayload);
      for (const word of ["Stadtbezirk West", "Stadtbezirk Ost", "Es fehlt ein Treff."]) {
        expect(text).toContain(word);
      }
      for (const word of ["V-07", "Entwurf Vier"]) expect(text).not.toContain(word);
    });
  });
});
