import { describe, expect, it } from "vitest";
import { facilityTypeCodes } from "#domain/facility/facility-types.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { statePatterns } from "../../../../web/map/style/layers/choropleth.ts";
import { mapColours } from "../../../../web/map/style/theme.ts";
import { drawImage } from "../../../../web/map/symbols/draw-image.ts";
import { drawPattern } from "../../../../web/map/symbols/draw-pattern.ts";
import { drawPlanning } from "../../../../web/map/symbols/draw-planning.ts";
import { drawSymbol } from "../../../../web/map/symbols/draw-symbol.ts";
import { readImageName } from "../../../../web/map/symbols/image-names.ts";
import { allLayers, choropleth, overlay, planning, scene } from "../scenes.ts";

function drawingOf(name: string) {
  const read = readImageName(name);
  if (!read) return null;
  const colours = mapColours[read.theme];
  return read.kind === "pattern"
    ? drawPattern(read, colours)
    : (drawSymbol(read, colours) ?? drawPlanning(read, colours));
}

describe("readImageName", () => {
  it("reads theme, size, kind and parts", () => {
    expect(readImageName("dark*1.35:facility:KITA_MIX:interim")).toEqual({
      theme: "dark",
      scale: 1.35,
      kind: "facility",
      parts: ["KITA_MIX", "interim"],
    });
  });

  it("does not claim pictures of a background style", () => {
    expect(readImageName("airport-11")).toBeNull();
    expect(drawImage("airport-11", 1)).toBeNull();
  });
});

describe("pictures", () => {
  it("exist for every name the style asks for by itself", () => {
    const style = JSON.stringify(
      buildStyle(scene({ choropleth, planning, layers: allLayers.map((one) => ({ ...one, overlay })) })),
    );
    const names = [...style.matchAll(/"(light\*1:[^"]+)"/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(12);
    expect(names.filter((name) => !drawingOf(name))).toEqual([]);
  });

  it("exist for every facility type, in operation and interim", () => {
    for (const type of facilityTypeCodes) {
      expect(drawingOf(`light*1:facility:${type}`)).not.toBeNull();
      expect(drawingOf(`light*1:facility:${type}:interim`)).not.toBeNull();
    }
  });

  it("exist for sketched sites of every supply layer, in hand and not", () => {
    for (const layer of Object.keys(supplyLayers)) {
      const [plain, inHand] = [
        drawingOf(`light*1:sketch:${layer}`),
        drawingOf(`light*1:sketch:${layer}:hand`),
      ];
      expect(inHand!.side).toBeGreaterThan(plain!.side);
    }
  });

  it("are patterns of their own for each value state", () => {
    expect(new Set(Object.values(statePatterns)).size).toBe(3);
    for (const pattern of Object.values(statePatterns)) {
      expect(drawingOf(`light*1:pattern:${pattern}`)).not.toBeNull();
    }
  });

  it("do not exist for an unknown kind", () => {
    expect(drawingOf("light*1:nonsense:x")).toBeNull();
    expect(drawingOf("light*1:pattern:nonsense")).toBeNull();
  });
});
