import { FacilityDisc } from "./facility-disc.tsx";
import { pictogramOfType } from "./pictograms.ts";
import type { SymbolProps } from "./symbol-props.ts";

/** Pictogram of a facility type in the disc it has on the map; an unknown type is an empty disc. */
export function FacilitySymbol({ type, ...props }: SymbolProps & { type: string }) {
  return <FacilityDisc path={pictogramOfType(type) ?? ""} {...props} />;
}
