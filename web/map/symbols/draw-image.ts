import { mapColours } from "../style/theme.ts";
import { drawPattern } from "./draw-pattern.ts";
import { drawPlanning } from "./draw-planning.ts";
import { drawSymbol } from "./draw-symbol.ts";
import { readImageName } from "./image-names.ts";

export interface DrawnImage {
  data: ImageData;
  pixelRatio: number;
}

/**
 * Draws the picture of this name at the resolution of the screen; null when the name is not ours or nothing
 * can be drawn here. `devicePixels` is the number of device pixels per CSS pixel.
 */
export function drawImage(name: string, devicePixels: number): DrawnImage | null {
  const read = readImageName(name);
  if (!read) return null;
  const isPattern = read.kind === "pattern";
  // Between two whole zooms the map enlarges a pattern up to twice.
  const pixelRatio = Math.max(1, devicePixels) * (isPattern ? 2 : 1);
  const colours = mapColours[read.theme];
  const draw = isPattern
    ? drawPattern(read, colours)
    : (drawSymbol(read, colours) ?? drawPlanning(read, colours));
  if (!draw) return null;
  // A pattern must repeat without a seam, so its side is a whole number of device pixels.
  const side = Math.round(draw.side * read.scale * pixelRatio);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.scale(side / draw.side, side / draw.side);
  draw.on(context);
  return { data: context.getImageData(0, 0, side, side), pixelRatio };
}

/** A square picture of `side` CSS pixels and how to draw it. */
export interface Drawing {
  side: number;
  on: (context: CanvasRenderingContext2D) => void;
}
