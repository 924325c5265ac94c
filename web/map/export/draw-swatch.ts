import type { ValueState } from "#domain/indicator/observation.ts";
import { statePatterns } from "../style/layers/choropleth.ts";
import { type MapColours, mapColours } from "../style/theme.ts";
import { drawImage } from "../symbols/draw-image.ts";

const [swatchWidth, swatchHeight] = [26, 16];

/** Swatch of a class as it looks on paper, in units of the picture; (x, y) is its upper left corner. */
export function drawClassSwatch(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  colour: string,
  opacity: number,
): void {
  context.fillStyle = mapColours.light.paper;
  context.fillRect(x, y, swatchWidth, swatchHeight);
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fillRect(x, y, swatchWidth, swatchHeight);
  context.globalAlpha = 1;
  frame(context, x, y);
}

/** Swatch of a value state with the pattern the map has. */
export function drawStateSwatch(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  state: Exclude<ValueState, "VALUE">,
  scale: number,
): void {
  context.fillStyle = mapColours.light.state[state];
  context.fillRect(x, y, swatchWidth, swatchHeight);
  if (state !== "NOT_APPLICABLE") fillPattern(context, { x, y }, `pattern:${statePatterns[state]}`, scale);
  frame(context, x, y);
}

function frame(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.strokeStyle = mapColours.light.subdistrictBorder;
  context.lineWidth = 0.75;
  context.setLineDash([]);
  context.strokeRect(x, y, swatchWidth, swatchHeight);
}

function fillPattern(
  context: CanvasRenderingContext2D,
  at: { x: number; y: number },
  name: string,
  scale: number,
  opacity = 1,
): void {
  const image = drawImage(`light*1:${name}`, scale);
  if (!image) return;
  const tile = document.createElement("canvas");
  tile.width = image.data.width;
  tile.height = image.data.height;
  tile.getContext("2d")?.putImageData(image.data, 0, 0);
  const pattern = context.createPattern(tile, "repeat");
  if (!pattern) return;
  pattern.setTransform(new DOMMatrix().translate(at.x, at.y).scale(1 / image.pixelRatio));
  context.save();
  context.globalAlpha = opacity;
  context.fillStyle = pattern;
  context.fillRect(at.x, at.y, swatchWidth, swatchHeight);
  context.restore();
}

/** How a layer looks on the map. Unknown ones are drawn as the map draws imported layers. */
export function drawLayerSwatch(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  layer: { layer: string; geometry: "point" | "line" | "polygon" },
  scale: number,
): void {
  const colours = mapColours.light;
  context.save();
  const outline = (colour: string, width: number, dash: number[], fill = 0) => {
    context.globalAlpha = fill;
    context.fillStyle = colour;
    context.fillRect(x + 1, y + 1, swatchWidth - 2, swatchHeight - 2);
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineCap = dash[0] === 0.01 ? "round" : "butt";
    context.setLineDash(dash);
    context.strokeRect(x + 1, y + 1, swatchWidth - 2, swatchHeight - 2);
  };
  switch (layer.layer) {
    case "renewal-priority-areas":
      fillPattern(context, { x, y }, "pattern:renewal", scale, 0.4);
      outline(colours.renewalPriority, 2, [6, 3]);
      break;
    case "renewal-areas":
      outline(colours.renewalArea, 2.5, [], 0.1);
      break;
    case "quarter-projects":
      outline(colours.quarterProject, 2.6, [0.01, 4.6]);
      break;
    case "public-needs-sites":
      outline(colours.publicNeeds, 2, [], 0.2);
      break;
    case "facilities":
      symbol(context, x, y, "facility:", scale);
      break;
    case "planned-sites":
      symbol(context, x, y, "site:GEPLANT:", scale);
      break;
    case "planning-catchment":
      outline(colours.accent, 2.5, [], 0.1);
      break;
    case "planning-sites":
      symbol(context, x, y, "sketch:IDEE", scale);
      break;
    case "planning-suggestions":
      symbol(context, x, y, "suggestion:", scale);
      break;
    case "planning-duplicates":
      symbol(context, x, y, "overlap:", scale);
      break;
    case "planning-closed":
      symbol(context, x, y, "closed:", scale);
      break;
    case "evidence":
      symbol(context, x, y, "page:", scale);
      break;
    case "candidate-sites":
      symbol(context, x, y, "candidate:", scale);
      break;
    default:
      if (layer.layer.startsWith("areas-")) areaBorder(context, x, y, layer.layer, colours);
      else outline(colours.feature, 1.6, [], layer.geometry === "polygon" ? 0.1 : 0);
  }
  context.restore();
}

function symbol(context: CanvasRenderingContext2D, x: number, y: number, name: string, scale: number): void {
  const image = drawImage(`light*1:${name}`, scale * 2);
  if (!image) return;
  const canvas = document.createElement("canvas");
  canvas.width = image.data.width;
  canvas.height = image.data.height;
  canvas.getContext("2d")?.putImageData(image.data, 0, 0);
  const side = 20;
  context.drawImage(canvas, x + (swatchWidth - side) / 2, y + (swatchHeight - side) / 2, side, side);
}

function areaBorder(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  layer: string,
  colours: MapColours,
): void {
  const isDistrict = layer === "areas-district";
  context.strokeStyle = isDistrict ? colours.districtBorder : colours.subdistrictBorder;
  context.lineWidth = isDistrict ? 1.8 : 1;
  context.beginPath();
  context.moveTo(x, y + swatchHeight / 2);
  context.lineTo(x + swatchWidth, y + swatchHeight / 2);
  context.stroke();
}
