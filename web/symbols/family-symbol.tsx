import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import { FacilityDisc } from "./facility-disc.tsx";
import { pictogramOfFamily } from "./family-pictograms.ts";
import type { SymbolProps } from "./symbol-props.ts";

/** Pictogram of a family in the disc facilities have on the map. */
export function FamilySymbol({ family, ...props }: SymbolProps & { family: FacilityFamily }) {
  return <FacilityDisc path={pictogramOfFamily(family)} {...props} />;
}
