import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addObservations, addRecord, kita, type SmallCity, sketch, smallCity } from "../../lib/small-city.ts";

const ancestors = ["https://stadt.example", "https://amt.example:8443"];
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity({ settings: { embedAncestors: ancestors } });
  await addObservations(city.store, "PUBLIC");
  await addRecord(city.store, "facilities", { properties: kita("Kita Sonnenhof") });
  await addRecord(city.store, "candidate-sites", {
    visibility: "RESTRICTED",
    properties: sketch("Geheimer Standort"),
  });
});
afterAll(() => city.close());

const policyOf = async (url: string) =>
  String((await city.app.inject(url)).headers["content-security-policy"]);

describe("the public embed", () => {
  it("P-02 may be framed by the sites listed and runs nothing but its own files; all else may not be framed", async () => {
    const policy = await policyOf("/embed");
    expect(policy).toContain(`frame-ancestors 'self' ${ancestors.join(" ")}`);
    for (const part of ["script-src 'self'", "worker-src 'self'", "connect-src 'self'", "object-src 'none'"])
      expect(policy.split("; ")).toContain(part);
    expect(policy.split("; ")).toContain("base-uri 'none'");
    expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toMatch(/unsafe-|blob:|upgrade-insecure/);
    for (const url of ["/imprint", "/api/city", "/api/layers", "/live", "/gibt-es-nicht"])
      expect(await policyOf(url)).toContain("frame-ancestors 'none'");
  });

  it("P-05 ignores hidden and unknown layers and every role, without a hint that they exist", async () => {
    const plain = (await city.app.inject("/embed?layers=facilities")).body;
    const asked =
      "/embed?layers=facilities,candidate-sites,internal-drafts&role=PLANNER&layer=internal-drafts";
    for (const headers of [{}, city.as("SECRETARIAT")]) {
      const answer = await city.app.inject({ url: asked, headers });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toBe(plain);
    }
    expect(plain).not.toContain("Geheimer Standort");
    const places = await city.app.inject({
      url: "/embed/places?layer=candidate-sites&layers=candidate-sites",
      headers: city.as("SECRETARIAT"),
    });
    expect(places.statusCode).toBe(404);
  });

  it("says every value of the map in a table, in the order of the numbers", async () => {
    const { body } = await city.app.inject("/embed?indicator=sealed-area&period=2024");
    expect(body).toMatch(/<h1>Versiegelte Fläche · 2024 · Stadtbezirke<\/h1>/);
    expect(body).toContain("Diese Karte beschreibt Gebiete, nicht Menschen.");
    expect(body).toMatch(/01<\/td>.*West.*30,5\u00a0%.*02<\/td>.*Ost.*unbekannt/);
  });

  it("may be kept by a shared cache for a while shorter than a withdrawal takes, and sets no cookie", async () => {
    const answer = await city.app.inject({ url: "/embed", headers: city.as("PLANNER") });
    expect(answer.headers["cache-control"]).toBe("public, max-age=30");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("P-09 leads in one step to help, imprint, privacy, accessibility and feedback, without sign-in", async () => {
    const { body } = await city.app.inject("/embed");
    for (const name of ["help", "imprint", "privacy", "accessibility", "feedback"]) {
      expect(body).toContain(`href="./${name}?lang=de"`);
      const page = await city.app.inject(`/${name}?lang=de`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain("<h1>");
      expect(page.body).not.toContain("<script");
    }
  });
});

describe("transport", () => {
  it("P-10 asks for https for at least a year where the public address is https, and never in a closed network", async () => {
    const open = await city.app.inject("/embed");
    expect(open.headers["strict-transport-security"]).toBeUndefined();
    expect(open.headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
    const secure = await smallCity({ settings: { publicUrl: "https://karte.example" } });
    for (const url of ["/embed", "/imprint", "/api/city"]) {
      const header = String((await secure.app.inject(url)).headers["strict-transport-security"]);
      expect(Number(/max-age=(\d+)/.exec(header)?.[1])).toBeGreaterThanOrEqual(31_536_000);
    }
    await secure.close();
  });
});
