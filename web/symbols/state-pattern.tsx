import { useId } from "react";
import type { MapColours } from "../map/style/theme.ts";
import { coloursOf, type SymbolProps } from "./symbol-props.ts";

export type PatternState = "TOO_FEW_RESIDENTS" | "SUPPRESSED" | "UNKNOWN" | "NOT_APPLICABLE";

/** Swatch of a value state as the map draws it: hatch, dots, sparse crosses, or bare grey. */
export function StateSwatch({ state, theme, size = 16 }: SymbolProps & { state: PatternState }) {
  const id = useId();
  const colours = coloursOf(theme);
  return (
    <svg width={size * 1.5} height={size} viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      <defs>
        <StatePattern id={id} state={state} colours={colours} />
      </defs>
      <rect width="24" height="16" fill={colours.state[state]} />
      <rect width="24" height="16" fill={`url(#${id})`} />
      <rect x="0.5" y="0.5" width="23" height="15" fill="none" stroke={colours.subdistrictBorder} />
    </svg>
  );
}

/** Swatch of a class. */
export function ClassSwatch({ colour, theme, size = 16 }: SymbolProps & { colour: string }) {
  return (
    <svg width={size * 1.5} height={size} viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="15"
        fill={colour}
        stroke={coloursOf(theme).subdistrictBorder}
      />
    </svg>
  );
}

function StatePattern({ id, state, colours }: { id: string; state: PatternState; colours: MapColours }) {
  const ink = { stroke: colours.pattern, strokeWidth: 1, fill: "none" };
  switch (state) {
    case "TOO_FEW_RESIDENTS":
      return (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1.5 1.5 L1.5 -1.5 M0 6 L6 0 M4.5 7.5 L7.5 4.5" {...ink} />
        </pattern>
      );
    case "SUPPRESSED":
      return (
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="1.5" r="1" fill={colours.pattern} />
          <circle cx="4.5" cy="4.5" r="1" fill={colours.pattern} />
        </pattern>
      );
    case "UNKNOWN":
      return (
        <pattern id={id} width="12" height="16" patternUnits="userSpaceOnUse">
          <path d="M1.5 2.5 l4 4 m0 -4 l-4 4 M7.5 9.5 l4 4 m0 -4 l-4 4" {...ink} />
        </pattern>
      );
    case "NOT_APPLICABLE":
      return <pattern id={id} width="1" height="1" patternUnits="userSpaceOnUse" />;
  }
}
