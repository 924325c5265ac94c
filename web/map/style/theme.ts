/** Colours of the map; the printed map takes the same ones from the core. */
export { type MapColours, mapColours } from "#domain/drawing/map-colours.ts";
