import { pictogramSize } from "./pictogram-path.ts";
import { coloursOf, type SymbolProps } from "./symbol-props.ts";

const discSize = 24;

/** The disc facilities have on the map, with a pictogram in it. */
export function FacilityDisc({ path, theme, size = 20 }: SymbolProps & { path: string }) {
  const colours = coloursOf(theme);
  const inset = (discSize - pictogramSize) / 2;
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${discSize} ${discSize}`}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="12" fill={colours.facility} />
      <path d={path} fill={colours.pictogram} transform={`translate(${inset} ${inset})`} />
    </svg>
  );
}
