/** The bar of map foot and picture; the printed map takes the same one from the core. */
export { type ScaleBar, scaleBar, scaleBarText } from "#domain/drawing/scale-bar.ts";
