import type { Layer } from "#domain/contract/contract.ts";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import { useTheme } from "../panels/frame/use-appearance.ts";
import { FamilySymbol as PlainFamilySymbol } from "../symbols/family-symbol.tsx";
import { LayerSymbol as PlainLayerSymbol } from "../symbols/layer-symbol.tsx";

/** Symbols of the map in the theme in force. */
export function LayerSymbol({ layer }: { layer: Layer }) {
  return <PlainLayerSymbol layer={layer.layer} geometry={layer.geometry} theme={useTheme()} />;
}

export function FamilySymbol({ family }: { family: FacilityFamily }) {
  return <PlainFamilySymbol family={family} theme={useTheme()} />;
}
