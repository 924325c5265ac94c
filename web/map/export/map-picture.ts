import { createMapController } from "../map-controller.ts";
import type { MapScene } from "../map-scene.ts";
import { mapColours } from "../style/theme.ts";
import { drawLegend, legendHeight, type PictureLegend } from "./draw-legend.ts";
import { type Box, type PictureLayout, type PictureSize, pictureLayout } from "./picture-layout.ts";
import { face, wrapped } from "./picture-text.ts";
import { scaleBar, scaleBarText } from "./scale-bar.ts";

export interface MapPictureOptions {
  scene: MapScene;
  /** West, south, east, north of what the picture shows at least. */
  bounds: [number, number, number, number];
  workerUrl: string;
  size: PictureSize;
  title: string;
  subtitle?: string;
  legend: PictureLegend;
  /** Lines under the map: source and Stichtag of each layer, attribution, date of the export. */
  notes: readonly string[];
  /** Stands over the map in its own field, such as the notice of the demo data. */
  notice?: string;
}

const scaleBarPixels = 140;

/**
 * The map with title, legend, scale bar, sources and date as a PNG. It is drawn by a map of its own out of
 * sight, on light ground and at the resolution asked for, so the screen's size and theme do not matter.
 * @throws when the browser provides no WebGL 2 or no canvas of this size
 */
export async function mapPicture(options: MapPictureOptions): Promise<Blob> {
  const { size, title, subtitle, legend, notes, notice } = options;
  await Promise.all([document.fonts.load(face(16)), document.fonts.load(face(16, 600))]);
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No canvas of this size.");

  context.font = face(12);
  const footerLines = notes.flatMap((note) => wrapped(context, note, size.width >= size.height ? 1100 : 620));
  const layout = pictureLayout(size, {
    footerLines: footerLines.length,
    hasSubtitle: Boolean(subtitle),
    legendHeight: (width) => legendHeight(context, legend, width),
  });
  const map = await drawnMap(options, layout);

  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, size.width, size.height);
  context.scale(layout.scale, layout.scale);
  context.textBaseline = "alphabetic";
  drawTitle(context, layout.title, title, subtitle);
  context.drawImage(map.canvas, layout.map.x, layout.map.y, layout.map.width, layout.map.height);
  context.strokeStyle = mapColours.light.subdistrictBorder;
  context.lineWidth = 1;
  context.strokeRect(layout.map.x, layout.map.y, layout.map.width, layout.map.height);
  drawScaleBar(context, layout.map, map.metersPerPixel);
  if (notice) drawNotice(context, layout.map, notice);
  drawLegend(context, legend, layout.legend, layout.scale);
  drawFooter(context, layout.footer, footerLines);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture."))), "image/png");
  });
}

async function drawnMap({ scene, bounds, workerUrl, notice }: MapPictureOptions, layout: PictureLayout) {
  const container = document.createElement("div");
  container.setAttribute("aria-hidden", "true");
  container.inert = true;
  Object.assign(container.style, {
    position: "fixed",
    left: "-20000px",
    top: "0",
    width: `${Math.round(layout.map.width)}px`,
    height: `${Math.round(layout.map.height)}px`,
  });
  document.body.append(container);
  const silent = () => undefined;
  try {
    const map = createMapController(container, {
      scene: { ...scene, theme: "light" },
      camera: null,
      workerUrl,
      pixelRatio: layout.scale,
      isInteractive: false,
      events: { onPick: silent, onHover: silent, onMove: silent, onProblem: silent },
    });
    try {
      // The notice lies in the lower right corner and must not hide the city.
      const padding = { top: 12, right: 12, bottom: notice ? 52 : 12, left: 12 };
      map.moveTo({ bounds }, { animate: false, padding });
      return { canvas: await map.picture(), metersPerPixel: map.metersPerPixel() };
    } finally {
      map.destroy();
    }
  } finally {
    container.remove();
  }
}

function drawTitle(context: CanvasRenderingContext2D, box: Box, title: string, subtitle?: string): void {
  context.fillStyle = mapColours.light.label;
  context.textAlign = "left";
  context.font = face(26, 600);
  context.fillText(title, box.x, box.y + 26, box.width);
  if (!subtitle) return;
  context.font = face(15);
  context.fillText(subtitle, box.x, box.y + 54, box.width);
}

function drawScaleBar(context: CanvasRenderingContext2D, map: Box, metersPerPixel: number): void {
  const bar = scaleBar(metersPerPixel, scaleBarPixels);
  const [x, y] = [map.x + 14, map.y + map.height - 14];
  context.fillStyle = "rgba(255, 255, 255, 0.85)";
  context.fillRect(x - 6, y - 24, bar.pixels + 12, 30);
  context.strokeStyle = mapColours.light.label;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y - 7);
  context.lineTo(x, y);
  context.lineTo(x + bar.pixels, y);
  context.lineTo(x + bar.pixels, y - 7);
  context.stroke();
  context.fillStyle = mapColours.light.label;
  context.font = face(12);
  context.textAlign = "left";
  context.fillText(scaleBarText(bar), x + 5, y - 7);
}

function drawNotice(context: CanvasRenderingContext2D, map: Box, notice: string): void {
  context.font = face(13);
  const width = context.measureText(notice).width + 24;
  const [x, y] = [map.x + map.width - width - 12, map.y + map.height - 12 - 28];
  context.fillStyle = "#FFF6D6";
  context.fillRect(x, y, width, 28);
  context.strokeStyle = "#C9A227";
  context.lineWidth = 1;
  context.strokeRect(x, y, width, 28);
  context.fillStyle = mapColours.light.label;
  context.textAlign = "left";
  context.fillText(notice, x + 12, y + 19);
}

function drawFooter(context: CanvasRenderingContext2D, box: Box, lines: readonly string[]): void {
  context.fillStyle = mapColours.light.subdistrictLabel;
  context.font = face(12);
  context.textAlign = "left";
  for (const [index, line] of lines.entries())
    context.fillText(line, box.x, box.y + 13 + index * 18, box.width);
}
