import { type StyleSpecification, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addRecord, kita, type SmallCity, sketch, smallCity, square } from "../../lib/small-city.ts";

const publicUrl = "https://stadt.example/karte";
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity({ settings: { publicUrl } });
  await addRecord(city.store, "facilities", { properties: kita("Kita") });
  await addRecord(city.store, "renewal-areas", {
    properties: { code: "Teststadt 1", source: "Testquelle" },
    geometry: square(9.05, 48.75, 0.01),
  });
  const hidden = { properties: sketch("Geheime Skizze"), visibility: "RESTRICTED" as const };
  await addRecord(city.store, "candidate-sites", hidden);
  const records = ["facilities", "renewal-areas", "candidate-sites"].map((type) => ({ type, id: "" }));
  await city.services.layers.refresh({ records, datasets: [] });
});
afterAll(() => city?.close());

const style = async (query = ""): Promise<StyleSpecification> =>
  (await city.app.inject(`/style.json${query}`)).json();

describe("the style of the public map", () => {
  it("K-08 passes the validator of MapLibre, with and without names", async () => {
    for (const query of ["", "?names=0"]) expect(validateStyleMin(await style(query))).toEqual([]);
  });

  it("K-08 names nothing but the own public address, path included, and needs neither fonts nor sprites", async () => {
    const answer = await style();
    expect([answer.glyphs, answer.sprite]).toEqual([undefined, undefined]);
    const addresses = JSON.stringify(answer).match(/https?:[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address.startsWith(`${publicUrl}/`))).toEqual([]);
    expect(JSON.stringify(await style("?names=0"))).not.toContain("text-font");
  });

  it("draws every public layer from tiles that are there, and nothing else", async () => {
    const { sources, layers } = await style();
    expect(Object.keys(sources)).toEqual(["areas-district", "renewal-areas", "facilities"]);
    for (const source of Object.values(sources)) {
      const path = new URL((source as { url: string }).url).pathname.replace("/karte", "");
      const tileJson = (await city.app.inject(path)).json();
      const inside = tileJson.vector_layers.map(({ id }: { id: string }) => id);
      const drawn = layers.flatMap((layer) =>
        "source" in layer && sources[layer.source] === source ? [layer["source-layer"]] : [],
      );
      expect(drawn.length).toBeGreaterThan(0);
      expect(drawn.filter((name) => !inside.includes(name))).toEqual([]);
    }
  });

  it("is the same for everyone, says that a demo is one, and is known again by its mark", async () => {
    const seen = await city.app.inject({ url: "/style.json", headers: city.as("SECRETARIAT") });
    expect(seen.body).toBe((await city.app.inject("/style.json")).body);
    expect(seen.body).toContain("Demodaten – Zahlen erfunden, Geometrie schematisch");
    const again = await city.app.inject({
      url: "/style.json",
      headers: { "if-none-match": String(seen.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });
});
