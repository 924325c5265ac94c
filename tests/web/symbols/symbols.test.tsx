import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type FacilityFamily, facilityFamilies } from "#domain/facility/facility-families.ts";
import { facilityTypeCodes } from "#domain/facility/facility-types.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import { FacilitySymbol } from "../../../web/symbols/facility-symbol.tsx";
import { pictogramOfFamily } from "../../../web/symbols/family-pictograms.ts";
import { FamilySymbol } from "../../../web/symbols/family-symbol.tsx";
import { LayerSymbol } from "../../../web/symbols/layer-symbol.tsx";
import { pathsOf } from "../../../web/symbols/pictogram-path.ts";
import { pictogramOfType } from "../../../web/symbols/pictograms.ts";
import { StateSwatch } from "../../../web/symbols/state-pattern.tsx";
import { CandidateSymbol, SupplyLayerSymbol } from "../../../web/symbols/supply-layer-symbol.tsx";

const distinct = (pictures: readonly string[]) => new Set(pictures).size;
const families = Object.keys(facilityFamilies) as FacilityFamily[];

describe("pictograms", () => {
  it("exist for every facility type, as path data and nothing else", () => {
    for (const type of facilityTypeCodes) {
      expect(pictogramOfType(type), type).toMatch(/^M0 0[MmLlHhVvCcSsQqTtAaZz\d\s.,+e-]+$/);
    }
  });

  it("lie in one square, moved by nothing but their paths", () => {
    const drawings = import.meta.glob<string>(
      "../../../node_modules/@{mapbox/maki,rapideditor/temaki}/icons/*.svg",
      {
        query: "?raw",
        import: "default",
        eager: true,
      },
    );
    const used = Object.values(drawings).filter((svg) =>
      facilityTypeCodes.some((type) => pictogramOfType(type) === pathsOf(svg)),
    );
    expect(used).toHaveLength(facilityTypeCodes.length);
    for (const svg of used) {
      expect(svg).toContain('viewBox="0 0 15 15"');
      expect(svg).not.toContain("transform");
    }
  });

  it("differ between facility types, so that the map tells them apart", () => {
    expect(distinct(facilityTypeCodes.map((type) => pictogramOfType(type) ?? ""))).toBe(
      facilityTypeCodes.length,
    );
  });

  it("differ between families", () => {
    expect(distinct(families.map(pictogramOfFamily))).toBe(families.length);
  });

  it("do not exist for an unknown type", () => {
    expect(pictogramOfType("RAUMSTATION")).toBeNull();
    expect(pictogramOfType("toString")).toBeNull();
  });
});

describe("symbols beside the map", () => {
  it("differ between the record layers", () => {
    const pictures = mappedRecordTypes.map(({ type }) => renderToStaticMarkup(<LayerSymbol layer={type} />));
    expect(distinct(pictures)).toBe(mappedRecordTypes.length);
  });

  it("tell the supply layer by shape: all four and the sketch differ without colour", () => {
    const layers = Object.keys(supplyLayers) as (keyof typeof supplyLayers)[];
    const shapes = [
      ...layers.map((one) => renderToStaticMarkup(<SupplyLayerSymbol supplyLayer={one} />)),
      renderToStaticMarkup(<CandidateSymbol />),
    ].map((markup) => markup.replace(/#[0-9A-Fa-f]{6}/g, ""));
    expect(distinct(shapes)).toBe(5);
  });

  it("have a pattern of its own for each value state without colour", () => {
    const states = ["TOO_FEW_RESIDENTS", "SUPPRESSED", "UNKNOWN", "NOT_APPLICABLE"] as const;
    const shapes = states.map((state) =>
      renderToStaticMarkup(<StateSwatch state={state} />).replace(/#[0-9A-Fa-f]{6}/g, ""),
    );
    expect(distinct(shapes)).toBe(4);
  });

  it("say nothing to screen readers, because a name always stands beside them", () => {
    const pictures = [
      <FamilySymbol key="family" family="school" />,
      <FacilitySymbol key="type" type="SEK" />,
      <LayerSymbol key="layer" layer="layer-trees" geometry="line" />,
    ].map((symbol) => renderToStaticMarkup(symbol));
    for (const picture of pictures) expect(picture).toContain('aria-hidden="true"');
  });
});
