import type { MapColours } from "../style/theme.ts";
import type { Drawing } from "./draw-image.ts";
import type { ImageName } from "./image-names.ts";

const fullTurn = 2 * Math.PI;

/** Symbols of planning; null for a kind that is none of them. */
export function drawPlanning({ kind, parts }: ImageName, colours: MapColours): Drawing | null {
  const [first = "", second = ""] = parts;
  switch (kind) {
    case "sketch":
      return second === "hand"
        ? sketched(first, { side: 52, radius: 13, ink: colours.accent, halo: colours.accentHalo }, colours)
        : sketched(
            first,
            { side: 36, radius: 9.5, ink: colours.facility, halo: colours.symbolPaper },
            colours,
          );
    case "suggestion":
      return { side: 30, on: (context) => suggestion(context, colours, first === "why-not") };
    case "overlap":
      return { side: 26, on: (context) => overlap(context, colours) };
    case "closed":
      return { side: 34, on: (context) => closed(context, colours) };
    default:
      return null;
  }
}

/**
 * A sketched site: the shape of its supply layer, with a crosshair that says it can be moved. A mere idea is
 * the candidate's ring of four dashes with the crosshair in its gaps.
 */
function sketched(
  supplyLayer: string,
  { side, radius, ink, halo }: { side: number; radius: number; ink: string; halo: string },
  colours: MapColours,
): Drawing {
  const centre = side / 2;
  const width = radius / 4.5;
  return {
    side,
    on: (context) => {
      const circle = (at: number, from = 0, to = fullTurn) => {
        context.beginPath();
        context.arc(centre, centre, at, from, to);
      };
      const arms = (lineWidth: number, colour: string, longer = 0) => {
        context.beginPath();
        for (const [x, y] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const [inside, outside] = [radius - 2, radius + radius / 1.9 + longer];
          context.moveTo(centre + x * inside, centre + y * inside);
          context.lineTo(centre + x * outside, centre + y * outside);
        }
        context.strokeStyle = colour;
        context.lineWidth = lineWidth;
        context.stroke();
      };
      circle(radius + width);
      context.fillStyle = halo;
      context.fill();
      arms(width + 3, halo, 1.5);
      circle(radius);
      context.fillStyle = colours.symbolPaper;
      context.fill();
      context.strokeStyle = ink;
      context.fillStyle = ink;
      context.lineWidth = width;
      switch (supplyLayer) {
        case "BESTAND":
          circle(radius + width / 2);
          context.fill();
          break;
        case "BESCHLOSSEN":
          circle(radius);
          context.stroke();
          circle(radius - 2 * width);
          context.fill();
          break;
        case "GEPLANT":
          circle(radius);
          context.stroke();
          break;
        default:
          for (let quarter = 0; quarter < 4; quarter++) {
            const start = (quarter * fullTurn) / 4;
            circle(radius, start + 0.3, start + fullTurn / 4 - 0.3);
            context.stroke();
          }
      }
      arms(width * 0.8, ink);
      if (supplyLayer === "GEPLANT" || supplyLayer === "IDEE") {
        circle(radius / 4.5);
        context.fill();
      }
    },
  };
}

/** Disc for the number of a suggestion; a dashed ring for the place somebody asked "why not here?" about. */
function suggestion(context: CanvasRenderingContext2D, colours: MapColours, isWhyNot: boolean): void {
  context.beginPath();
  context.arc(15, 15, 14, 0, fullTurn);
  context.fillStyle = colours.accentHalo;
  context.fill();
  context.beginPath();
  context.arc(15, 15, 12, 0, fullTurn);
  context.fillStyle = isWhyNot ? colours.accentHalo : colours.accent;
  context.fill();
  if (!isWhyNot) return;
  context.setLineDash([5, 2.54]);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2.2;
  context.stroke();
}

/** Two rings that share a part: two houses doing the same. */
function overlap(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.beginPath();
  context.roundRect(0.5, 3.5, 25, 19, 9.5);
  context.fillStyle = colours.symbolPaper;
  context.fill();
  context.strokeStyle = colours.facility;
  context.lineWidth = 1.8;
  for (const x of [10, 16]) {
    context.beginPath();
    context.arc(x, 13, 5.5, 0, fullTurn);
    context.stroke();
  }
}

/** A cross through a symbol that the scenario takes away. */
function closed(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.lineCap = "round";
  for (const [colour, width] of [
    [colours.symbolPaper, 6.5],
    [colours.label, 3],
  ] as const) {
    context.beginPath();
    context.moveTo(5, 5);
    context.lineTo(29, 29);
    context.moveTo(29, 5);
    context.lineTo(5, 29);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
