import type { AreaAnswer, City, IndicatorAnswer, Layer, Value } from "#domain/contract/contract.ts";

/** Small values with sensible defaults for tests of the page. */
export function anIndicator(change: Partial<IndicatorAnswer> = {}): IndicatorAnswer {
  return Object.freeze<IndicatorAnswer>({
    code: "unemployment",
    name: { de: "Arbeitslose", en: "Unemployed people" },
    theme: "social-situation",
    kind: "rate",
    unit: "%",
    direction: "HIGH_IS_BURDEN",
    decimals: 1,
    levels: ["city", "district", "subdistrict"],
    source: "Test",
    licence: "frei",
    publicationAllowed: true,
    breaks: [],
    periods: ["2022", "2023", "2024"],
    visibility: "PUBLIC",
    isDemo: true,
    provenance: { source: "Test", licence: "frei", referenceDate: "2024-12-31" },
    ...change,
  });
}

export function aLayer(layer: string, change: Partial<Layer> = {}): Layer {
  return Object.freeze({
    layer,
    group: "renewal",
    kind: "records",
    name: { de: layer, en: layer },
    geometry: "polygon",
    tiles: `tiles/${layer}/1/{z}/{x}/{y}.pbf`,
    version: "1",
    vectorLayers: [layer],
    minzoom: 0,
    maxzoom: 14,
    bounds: null,
    count: 1,
    hasOverlay: false,
    provenance: [],
    ...change,
  });
}

export function aCity(change: Partial<City> = {}): City {
  const level = (name: "district" | "subdistrict", count: number) => ({
    level: name,
    singular: { de: name, en: name },
    plural: { de: name, en: name },
    count,
    boundaryVersion: "2024",
    isDrawn: true,
  });
  return Object.freeze<City>({
    name: { de: "Teststadt", en: "Test City" },
    isDemo: true,
    notice: null,
    bounds: [9, 48.7, 9.3, 48.9],
    levels: [level("district", 3), level("subdistrict", 9)],
    defaultIndicator: null,
    attribution: [],
    baseMap: { kind: "built-in" },
    ...change,
  });
}

export function anArea(number: string, change: Partial<AreaAnswer> = {}): AreaAnswer {
  return Object.freeze({
    number,
    name: `Gebiet ${number}`,
    level: "district",
    parentNumber: null,
    boundaryVersion: "2024",
    residents: 1000,
    areaHa: 100,
    labelPoint: [9.1, 48.8],
    bounds: [9, 48.7, 9.2, 48.9],
    ...change,
  });
}

export function aValue(areaNumber: string, value: number, period = "2024"): Value {
  return Object.freeze({ areaNumber, period, value, state: "VALUE" });
}
