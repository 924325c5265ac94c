import { pictogramSize } from "../../symbols/pictogram-path.ts";
import { pictogramOfType } from "../../symbols/pictograms.ts";
import type { MapColours } from "../style/theme.ts";
import type { Drawing } from "./draw-image.ts";
import type { ImageName } from "./image-names.ts";

const fullTurn = 2 * Math.PI;
/** Side of a symbol with room for its outline and badges around the disc of 24 px. */
const symbolSide = 30;
const centre = symbolSide / 2;
const smallSide = 18;
const discRadius = 12;
const pictogramPixels = 15;

/** Symbols of facilities, sites, quarter projects and the small marks beside them. */
export function drawSymbol({ kind, parts }: ImageName, colours: MapColours): Drawing | null {
  const [first = "", second = "", third = ""] = parts;
  switch (kind) {
    case "facility":
      return { side: symbolSide, on: (context) => facility(context, colours, first, second === "interim") };
    case "site":
      return sized(third === "small", (context, isSmall) => site(context, colours, first, second, isSmall));
    case "candidate":
      return sized(second === "small", (context, isSmall) => candidate(context, colours, first, isSmall));
    case "dot":
      return { side: 14, on: (context) => dot(context, colours) };
    case "cluster":
      return { side: Number(first) + 2, on: (context) => cluster(context, colours, Number(first)) };
    case "flag":
      return { side: 28, on: (context) => flag(context, colours, first === "COMPREHENSIVE") };
    case "number":
      return { side: 24, on: (context) => numberSquare(context, colours, first === "earlier") };
    case "lock":
      return { side: 14, on: (context) => lock(context, colours) };
    case "page":
      return { side: 28, on: (context) => page(context, colours) };
    case "tick":
      return { side: 18, on: (context) => tick(context, colours) };
    default:
      return null;
  }
}

/** Far out symbols are drawn small and without pictogram; a picture no larger than needed keeps names close. */
function sized(
  isSmall: boolean,
  draw: (context: CanvasRenderingContext2D, isSmall: boolean) => void,
): Drawing {
  if (!isSmall) return { side: symbolSide, on: (context) => draw(context, false) };
  return {
    side: smallSide,
    on: (context) => {
      context.translate(smallSide / 2 - centre, smallSide / 2 - centre);
      draw(context, true);
    },
  };
}

/** A written page with a folded corner, for what was found out on the spot. */
function page(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.lineJoin = "round";
  context.strokeStyle = colours.symbolPaper;
  context.fillStyle = colours.symbolPaper;
  const outline = new Path2D("M6.5 3.5h10l5 5v16h-15z");
  context.lineWidth = 5;
  context.stroke(outline);
  context.fill(outline);
  context.strokeStyle = colours.facility;
  context.lineWidth = 2;
  context.stroke(outline);
  context.lineWidth = 1.6;
  context.stroke(new Path2D("M16.5 3.5v5h5M10 13.5h8M10 17h8M10 20.5h5"));
}

function disc(context: CanvasRenderingContext2D, radius: number, fill: string): void {
  context.beginPath();
  context.arc(centre, centre, radius, 0, fullTurn);
  context.fillStyle = fill;
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  radius: number,
  { colour, width, dash = [] }: { colour: string; width: number; dash?: number[] },
): void {
  context.beginPath();
  context.setLineDash(dash);
  context.arc(centre, centre, radius, 0, fullTurn);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

function pictogram(context: CanvasRenderingContext2D, type: string, colour: string, pixels: number): void {
  const path = pictogramOfType(type);
  if (!path) return;
  context.save();
  context.translate(centre - pixels / 2, centre - pixels / 2);
  context.scale(pixels / pictogramSize, pixels / pictogramSize);
  context.fillStyle = colour;
  context.fill(new Path2D(path));
  context.restore();
}

function facility(
  context: CanvasRenderingContext2D,
  colours: MapColours,
  type: string,
  isInterim: boolean,
): void {
  disc(context, discRadius + 1, colours.pictogram);
  disc(context, discRadius, colours.facility);
  pictogram(context, type, colours.pictogram, pictogramPixels);
  if (isInterim) clock(context, colours);
}

/** A small clock at the lower right: the facility stands here only for a time. */
function clock(context: CanvasRenderingContext2D, colours: MapColours): void {
  const [x, y, radius] = [24, 24, 5];
  context.beginPath();
  context.arc(x, y, radius, 0, fullTurn);
  context.fillStyle = colours.symbolPaper;
  context.fill();
  context.strokeStyle = colours.facility;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.moveTo(x, y - 3);
  context.lineTo(x, y);
  context.lineTo(x + 2.2, y + 1.2);
  context.stroke();
}

/** Supply layer is shape: disc, disc with thick ring, ring, dashed ring. */
function site(
  context: CanvasRenderingContext2D,
  colours: MapColours,
  supplyLayer: string,
  use: string,
  isSmall: boolean,
): void {
  const radius = isSmall ? 6 : discRadius;
  const outline = { colour: colours.facility, width: isSmall ? 2 : 2.5 };
  const inkOnPaper = () => !isSmall && pictogram(context, use, colours.facility, 13);
  disc(context, radius + 1, colours.symbolPaper);
  switch (supplyLayer) {
    case "BESTAND":
      disc(context, radius, colours.facility);
      if (!isSmall) pictogram(context, use, colours.pictogram, pictogramPixels);
      break;
    case "BESCHLOSSEN":
      ring(context, radius - (isSmall ? 0.5 : 1), { ...outline, width: isSmall ? 1.5 : 2 });
      disc(context, radius - (isSmall ? 2.5 : 4), colours.facility);
      if (!isSmall) pictogram(context, use, colours.pictogram, 10.5);
      break;
    case "GEPLANT":
      ring(context, radius - 1, outline);
      inkOnPaper();
      break;
    default:
      ring(context, radius - 1, { ...outline, dash: isSmall ? [3.1, 2.13] : [4.4, 2.51] });
      inkOnPaper();
  }
}

/** A site being sketched: a ring of four dashes with a crosshair reaching through its gaps. */
function candidate(
  context: CanvasRenderingContext2D,
  colours: MapColours,
  use: string,
  isSmall: boolean,
): void {
  const radius = isSmall ? 5.5 : 10.5;
  const ink = { colour: colours.facility, width: isSmall ? 1.6 : 2 };
  disc(context, radius + 1, colours.symbolPaper);
  context.strokeStyle = ink.colour;
  context.lineWidth = ink.width;
  const gap = isSmall ? 0.32 : 0.24;
  for (let quarter = 0; quarter < 4; quarter++) {
    const start = (quarter * fullTurn) / 4;
    context.beginPath();
    context.arc(centre, centre, radius, start + gap, start + fullTurn / 4 - gap);
    context.stroke();
  }
  const [inside, outside] = isSmall ? [radius - 2.5, radius + 2.5] : [radius - 2, radius + 4];
  context.beginPath();
  for (const [x, y] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(centre + x * inside, centre + y * inside);
    context.lineTo(centre + x * outside, centre + y * outside);
  }
  context.stroke();
  if (!isSmall) pictogram(context, use, colours.facility, 11);
}

function dot(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.beginPath();
  context.arc(7, 7, 5, 0, fullTurn);
  context.fillStyle = colours.facility;
  context.fill();
  context.strokeStyle = colours.pictogram;
  context.lineWidth = 1.25;
  context.stroke();
}

function cluster(context: CanvasRenderingContext2D, colours: MapColours, pixels: number): void {
  const middle = pixels / 2 + 1;
  context.beginPath();
  context.arc(middle, middle, pixels / 2, 0, fullTurn);
  context.fillStyle = colours.cluster;
  context.fill();
  context.strokeStyle = colours.pictogram;
  context.lineWidth = 1.5;
  context.stroke();
}

/** Flag at a coordination office, its foot at the bottom centre: filled for comprehensive, outlined for focused. */
function flag(context: CanvasRenderingContext2D, colours: MapColours, isFilled: boolean): void {
  const cloth = new Path2D("M14 4 H25 L21.5 8.5 L25 13 H14 Z");
  const pole = new Path2D("M14 3.2 V26");
  context.lineJoin = "round";
  context.lineCap = "round";
  context.strokeStyle = colours.symbolPaper;
  context.lineWidth = 5;
  context.stroke(pole);
  context.stroke(cloth);
  context.fillStyle = isFilled ? colours.quarterProject : colours.symbolPaper;
  context.fill(cloth);
  context.strokeStyle = colours.quarterProject;
  context.lineWidth = 2;
  context.stroke(cloth);
  context.lineWidth = 2.4;
  context.stroke(pole);
}

function numberSquare(context: CanvasRenderingContext2D, colours: MapColours, isEarlier: boolean): void {
  context.beginPath();
  context.roundRect(1.5, 2.5, 21, 19, 2.5);
  context.fillStyle = colours.symbolPaper;
  context.fill();
  context.strokeStyle = isEarlier ? colours.earlierEdition : colours.renewalPriority;
  context.lineWidth = 1.5;
  context.stroke();
}

function lock(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.beginPath();
  context.arc(7, 7, 7, 0, fullTurn);
  context.fillStyle = colours.symbolPaper;
  context.fill();
  context.strokeStyle = colours.facility;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(7, 6, 2.2, Math.PI, fullTurn);
  context.moveTo(4.8, 6);
  context.lineTo(4.8, 7.5);
  context.moveTo(9.2, 6);
  context.lineTo(9.2, 7.5);
  context.stroke();
  context.fillStyle = colours.facility;
  context.fillRect(3.4, 6.6, 7.2, 4.6);
}

/** The land belongs to the city. */
function tick(context: CanvasRenderingContext2D, colours: MapColours): void {
  context.beginPath();
  context.arc(9, 9, 8, 0, fullTurn);
  context.fillStyle = colours.symbolPaper;
  context.fill();
  context.strokeStyle = colours.publicNeeds;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.lineCap = "round";
  context.lineJoin = "round";
  context.moveTo(5.2, 9.4);
  context.lineTo(8, 12);
  context.lineTo(12.8, 6.2);
  context.lineWidth = 2.2;
  context.stroke();
}
