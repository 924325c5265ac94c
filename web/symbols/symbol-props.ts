import { type MapColours, mapColours } from "../map/style/theme.ts";

/** Symbols beside the map are drawn in the colours of the map, so they follow its theme. */
export interface SymbolProps {
  theme?: "light" | "dark";
  /** Height in pixels. */
  size?: number;
}

export function coloursOf(theme: SymbolProps["theme"]): MapColours {
  return mapColours[theme ?? "light"];
}
