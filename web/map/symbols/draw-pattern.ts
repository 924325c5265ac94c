import type { MapColours } from "../style/theme.ts";
import type { Drawing } from "./draw-image.ts";
import type { ImageName } from "./image-names.ts";

/** Repeating pictures: value states of areas, hatch of renewal priority areas, stroke of sites to be released. */
export function drawPattern({ parts }: ImageName, colours: MapColours): Drawing | null {
  switch (parts[0]) {
    case "hatch":
      return { side: 6, on: (context) => diagonals(context, 6, { colour: colours.pattern, width: 0.8 }) };
    case "dots":
      return { side: 8, on: (context) => dots(context, colours.pattern) };
    case "crosses":
      return { side: 16, on: (context) => crosses(context, colours.pattern) };
    case "renewal":
      return {
        side: 9,
        on: (context) => diagonals(context, 9, { colour: colours.renewalPriority, width: 2 }),
      };
    case "renewal-earlier":
      return {
        side: 9,
        on: (context) => diagonals(context, 9, { colour: colours.earlierEdition, width: 2 }),
      };
    case "release":
      return {
        side: 20,
        on: (context) => diagonals(context, 20, { colour: colours.publicNeeds, width: 2.5, falls: true }),
      };
    default:
      return null;
  }
}

/** Lines at 45° through a tile; three of them, so that the corners join their neighbours. */
function diagonals(
  context: CanvasRenderingContext2D,
  side: number,
  { colour, width, falls = false }: { colour: string; width: number; falls?: boolean },
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const shift of [-side, 0, side]) {
    if (falls) {
      context.moveTo(shift - side, -side);
      context.lineTo(shift + 2 * side, 2 * side);
    } else {
      context.moveTo(shift - side, 2 * side);
      context.lineTo(shift + 2 * side, -side);
    }
  }
  context.stroke();
}

function dots(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 0.9, 0, 2 * Math.PI);
    context.fill();
  }
}

function crosses(context: CanvasRenderingContext2D, colour: string): void {
  const arm = 1.7;
  context.strokeStyle = colour;
  context.lineWidth = 0.9;
  context.beginPath();
  for (const [x, y] of [
    [4, 4],
    [12, 12],
  ] as const) {
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
  }
  context.stroke();
}
