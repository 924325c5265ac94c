import type { ValueState } from "#domain/indicator/observation.ts";
import { circleOpacity, symbolShare } from "../style/symbol-size.ts";
import { mapColours } from "../style/theme.ts";
import { drawClassSwatch, drawLayerSwatch, drawStateSwatch } from "./draw-swatch.ts";
import type { Box } from "./picture-layout.ts";
import { face, wrapped } from "./picture-text.ts";

/** What the legend says. Texts come from the page, so that picture, legend and table use the same words. */
export interface PictureLegend {
  /** Name of the indicator with its unit; absent without one. */
  title?: string;
  /** Opacity of the figures on the map, 0 to 1: the swatches match it. */
  opacity: number;
  classes: readonly { colour: string; text: string; count: string }[];
  states: readonly { state: Exclude<ValueState, "VALUE">; text: string; count: string }[];
  /** Counts: values whose circles are shown, largest first. */
  circles: readonly { value: number; text: string }[];
  /** Largest value over all years, to which the circles belong. */
  maximum: number;
  /** Radius of the largest circle on the map in CSS pixels, and its colour (symbol-size.ts). */
  circle: { radius: number; colour: string };
  layers: readonly { layer: string; geometry: "point" | "line" | "polygon"; text: string; count: string }[];
  /** Class method and other small print under the classes. */
  note?: string;
}

const row = 23;
const furtherLine = 17;
const baseline = 15;
const textOffset = 36;
const sectionGap = 12;
const columnGap = 40;
const twoColumnWidth = 520;

/** Height of the legend in units at a width. */
export function legendHeight(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  width: number,
): number {
  return lay(context, legend, { x: 0, y: 0, width, height: 0 }, { scale: 1, isDrawn: false });
}

export function drawLegend(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  box: Box,
  scale: number,
): void {
  lay(context, legend, box, { scale, isDrawn: true });
}

interface Drawing {
  scale: number;
  /** False only measures. */
  isDrawn: boolean;
}

/** Figures above layers, or beside them where there is room for two columns. Returns the height. */
function lay(context: CanvasRenderingContext2D, legend: PictureLegend, box: Box, drawing: Drawing): number {
  const hasFigures = legend.classes.length + legend.states.length + legend.circles.length > 0;
  const isTwoColumns = hasFigures && legend.layers.length > 0 && box.width >= twoColumnWidth;
  const width = isTwoColumns ? (box.width - columnGap) / 2 : box.width;
  const figures = figureRows(context, legend, { ...box, width }, drawing);
  const start = isTwoColumns
    ? { x: box.x + width + columnGap, y: box.y }
    : { x: box.x, y: box.y + figures + (figures > 0 ? sectionGap : 0) };
  const layers = layerRows(context, legend, { ...box, ...start, width }, drawing);
  return Math.max(figures, layers === 0 ? 0 : start.y - box.y + layers);
}

function figureRows(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  box: Box,
  drawing: Drawing,
): number {
  const { scale } = drawing;
  let y = box.y;
  if (legend.title)
    y += paragraph(context, legend.title, { ...box, y }, { font: face(14, 600), line: 20 }, drawing) + 4;
  if (legend.circles.length > 0) y = circleRows(context, legend, box, y, drawing.isDrawn);
  for (const row of legend.classes) {
    y += entry(context, row, { ...box, y }, drawing, (x, top) =>
      drawClassSwatch(context, x, top, row.colour, legend.opacity),
    );
  }
  for (const row of legend.states) {
    y += entry(context, row, { ...box, y }, drawing, (x, top) =>
      drawStateSwatch(context, x, top, row.state, scale),
    );
  }
  if (legend.note) y += paragraph(context, legend.note, { ...box, y }, { font: face(11), line: 16 }, drawing);
  return y - box.y;
}

function layerRows(
  context: CanvasRenderingContext2D,
  legend: PictureLegend,
  box: Box,
  drawing: Drawing,
): number {
  let y = box.y;
  for (const row of legend.layers) {
    y += entry(context, row, { ...box, y }, drawing, (x, top) =>
      drawLayerSwatch(context, x, top, row, drawing.scale),
    );
  }
  return y - box.y;
}

/** Swatch, text and count in one row, more rows where the text is long. Returns the height. */
function entry(
  context: CanvasRenderingContext2D,
  { text, count }: { text: string; count: string },
  box: Box,
  { isDrawn }: Drawing,
  swatch: (x: number, y: number) => void,
): number {
  context.font = face(13);
  const free = box.width - textOffset - context.measureText(count).width - 10;
  const lines = wrapped(context, text, free);
  if (isDrawn) {
    swatch(box.x, box.y + 2);
    context.fillStyle = mapColours.light.label;
    context.textAlign = "right";
    context.fillText(count, box.x + box.width, box.y + baseline);
    context.textAlign = "left";
    for (const [index, line] of lines.entries()) {
      context.fillText(line, box.x + textOffset, box.y + baseline + index * furtherLine);
    }
  }
  return row + (Math.max(lines.length, 1) - 1) * furtherLine;
}

function paragraph(
  context: CanvasRenderingContext2D,
  text: string,
  box: Box,
  { font, line }: { font: string; line: number },
  { isDrawn }: Drawing,
): number {
  context.font = font;
  context.fillStyle = mapColours.light.label;
  context.textAlign = "left";
  const lines = wrapped(context, text, box.width);
  if (isDrawn) {
    for (const [index, part] of lines.entries()) context.fillText(part, box.x, box.y + (index + 0.7) * line);
  }
  return lines.length * line;
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
      context.globalAlpha = circleOpacity;
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
