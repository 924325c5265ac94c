import { describe, expect, it } from "vitest";
import { embedQuery } from "#domain/embed/embed-view.ts";
import { embedCode, embedOfView } from "../../../../web/panels/embed/embed-of-view.ts";
import { aCity, aLayer, anIndicator } from "../../builders.ts";

const shown = (layer: string) => ({ layer, isVisible: true, opacity: 1 });
const city = aCity({ bounds: [9, 48, 10, 49] });
const layers = [
  aLayer("facilities", {
    kind: "records",
    tiles: "tiles/facilities",
    name: { de: "Einrichtungen", en: "F" },
  }),
  aLayer("planned-sites", { kind: "records", tiles: null, name: { de: "Standorte", en: "S" } }),
];
const indicators = [
  anIndicator({ code: "residents" }),
  anIndicator({ code: "secret", visibility: "INTERNAL", name: { de: "Geheim", en: "Secret" } }),
];
const state = {
  language: "de" as const,
  level: "district" as const,
  indicator: "residents",
  period: "2023",
  layers: [shown("facilities"), shown("planned-sites"), { ...shown("base"), isVisible: false }],
  families: ["neighbourhood" as const],
};

describe("the embed of a view", () => {
  it("shows level, indicator, period, layers and extent of the screen, and no layer that is not public", () => {
    const { view, leftOut } = embedOfView(state, {
      city,
      layers,
      indicators,
      bounds: [9.1, 48.2, 9.5, 48.6],
    });
    expect(embedQuery(view)).toBe(
      "lang=de&level=district&indicator=residents&period=2023&layers=facilities&families=neighbourhood&bounds=9.1,48.2,9.5,48.6",
    );
    expect(leftOut).toEqual([{ de: "Standorte", en: "S" }]);
  });

  it("names no indicator that is not public", () => {
    const { view, leftOut } = embedOfView(
      { ...state, indicator: "secret" },
      { city, layers, indicators, bounds: null },
    );
    expect(view.indicator).toBe("none");
    expect(view.period).toBeUndefined();
    expect(embedQuery(view)).not.toContain("secret");
    expect(leftOut.map(({ de }) => de)).toEqual(["Geheim", "Standorte"]);
  });

  it("ends where an embed may end at most, half a city around the city", () => {
    const { view } = embedOfView(state, { city, layers, indicators, bounds: [8, 47, 11.123456789, 50] });
    expect(view.bounds).toEqual([8.5, 47.5, 10.5, 49.5]);
  });

  it("is markup in which a title stays a title", () => {
    expect(
      embedCode({
        address: "https://karte.example/embed?lang=de&level=district",
        title: '"><script>alert(1)</script>',
        width: 960,
        height: 720,
      }),
    ).toBe(
      '<iframe src="https://karte.example/embed?lang=de&amp;level=district" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="960" height="720" loading="lazy"></iframe>',
    );
  });
});
