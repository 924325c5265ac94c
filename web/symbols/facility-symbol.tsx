import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import { pictogramOfFamily, pictogramOfType, pictogramSize } from "./pictograms.ts";
import { coloursOf, type SymbolProps } from "./symbol-props.ts";

/** Pictogram of a family in the disc facilities have on the map. */
export function FamilySymbol({ family, ...props }: SymbolProps & { family: FacilityFamily }) {
  return <Disc path={pictogramOfFamily(family)} {...props} />;
}

/** Pictogram of a facility type in the disc it has on the map; an unknown type is an empty disc. */
export function FacilitySymbol({ type, ...props }: SymbolProps & { type: string }) {
  return <Disc path={pictogramOfType(type) ?? ""} {...props} />;
}

function Disc({ path, theme, size = 20 }: SymbolProps & { path: string }) {
  const colours = coloursOf(theme);
  const scale = 15 / pictogramSize;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="12" fill={colours.facility} />
      <path d={path} fill={colours.pictogram} transform={`translate(4.5 4.5) scale(${scale})`} />
    </svg>
  );
}
