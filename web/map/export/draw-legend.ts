import type { ValueState } from "#domain/indicator/observation.ts";
import { symbolShare } from "../style/symbol-size.ts";
import { mapColours } from "../style/theme.ts";
import { drawClassSwatch, drawLayerSwatch, drawStateSwatch } from "./draw-swatch.ts";
import type { Box } from "./picture-layout.ts";
import { face, wrapped } from "./picture-text.ts";

/** What the legend says. Texts come from the page, so that picture, legend and table use the same words. */
export interface PictureLegend {
  /** Name of the indicator with its unit; absent without one. */
  title?: string;
  classes: readonly { colour: string; text: string; count: string }[];
  states: readonly { state: Exclude<ValueState, "VALUE">; text: string; count: string }[];
  /** Counts: values whose circles are shown, largest first. */
  circles: readonly { value: number; text: string }[];
  /** Largest value over all years, to which the circles belong. */
  maximum: number;
  /** Radius of the largest circle on the map in CSS pixels, and its colour. */
  circle: { radius: number; colour: string };
  layers: readonly { layer: string; geometry: "point" | "line" | "polygon"; text: string; count: string }[];
  /** Class method and other small print under the classes. */
  note?: string;
}

const row = 23;
const headingRow = 24;
const noteRow = 16;
const textOffset = 36;
const sectionGap = 12;

/** Height of the legend in units at a width. */
export function legendHeight(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  width: number,
): number {
  return lay(context, legend, { x: 0, y: 0, width, height: 0 }, 1, false);
}

export function drawLegend(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  box: Box,
  scale: number,
): void {
  lay(context, legend, box, scale, true);
}

/** Walks the rows from top to bottom; draws them or only measures. Returns the height. */
function lay(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  box: Box,
  scale: number,
  isDrawn: boolean,
): number {
  const colours = mapColours.light;
  let y = box.y;
  const text = (line: string, x: number, baseline: number, align: CanvasTextAlign = "left") => {
    if (!isDrawn) return;
    context.fillStyle = colours.label;
    context.textAlign = align;
    context.fillText(line, x, baseline);
  };
  const lines = (paragraph: string, font: string, height: number) => {
    context.font = font;
    for (const line of wrapped(context, paragraph, box.width)) {
      text(line, box.x, y + height * 0.7);
      y += height;
    }
  };
  const entry = (label: string, count: string, swatch: (x: number, y: number) => void) => {
    context.font = face(13);
    if (isDrawn) swatch(box.x, y + 2);
    text(count, box.x + box.width, y + 15, "right");
    const free = box.width - textOffset - context.measureText(count).width - 10;
    for (const [index, line] of wrapped(context, label, free).entries()) {
      if (index > 0) y += row - 6;
      text(line, box.x + textOffset, y + 15);
    }
    y += row;
  };
  if (legend.title) lines(legend.title, face(14, 600), headingRow - 4);
  if (legend.title) y += 4;
  if (legend.circles.length > 0) y = circleRows(context, legend, box, y, isDrawn);
  for (const { colour, text: label, count } of legend.classes) {
    entry(label, count, (x, top) => drawClassSwatch(context, x, top, colour));
  }
  for (const { state, text: label, count } of legend.states) {
    entry(label, count, (x, top) => drawStateSwatch(context, x, top, state, scale));
  }
  if (legend.note) lines(legend.note, face(11), noteRow);
  if (legend.layers.length > 0 && y > box.y) y += sectionGap;
  for (const layer of legend.layers) {
    entry(layer.text, layer.count, (x, top) => drawLayerSwatch(context, x, top, layer, scale));
  }
  return y - box.y;
}

function circleRows(
  context: CanvasRenderingContext2D,
  { circles, circle, maximum }: PictureLegend,
  box: Box,
  start: number,
  isDrawn: boolean,
): number {
  let y = start;
  context.font = face(13);
  for (const { value, text } of circles) {
    const radius = circle.radius * symbolShare(value, maximum);
    const height = Math.max(2 * radius + 6, row);
    if (isDrawn) {
      context.beginPath();
      context.arc(box.x + circle.radius, y + height / 2, radius, 0, 2 * Math.PI);
      context.fillStyle = circle.colour;
      context.globalAlpha = 0.75;
      context.fill();
      context.globalAlpha = 1;
      context.fillStyle = mapColours.light.label;
      context.textAlign = "left";
      context.fillText(text, box.x + 2 * circle.radius + 12, y + height / 2 + 5);
    }
    y += height;
  }
  return y;
}
