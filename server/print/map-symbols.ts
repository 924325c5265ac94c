import type { MapColours } from "#domain/drawing/map-colours.ts";
import type { SupplyLayer } from "#domain/site/site-fields.ts";
import { element, escaped } from "./svg-text.ts";

type Point = readonly [number, number];

/**
 * Supply layer is shape, as on the screen: disc, disc with thick ring, ring, dashed ring. In the squares of
 * 24 units the screen's symbols are drawn in, scaled to `side`.
 */
export function supplySymbol(
  layer: SupplyLayer,
  [x, y]: Point,
  { facility: ink, symbolPaper: paper }: MapColours,
  side = 11,
): string {
  const scale = side / 24;
  const circle = (r: number, attributes: Record<string, string | number>) =>
    element("circle", { cx: x, cy: y, r: round(r * scale), ...attributes });
  const ring = (width: number, dash?: string) =>
    circle(9, {
      fill: paper,
      stroke: ink,
      "stroke-width": round(width * scale),
      ...(dash ? { "stroke-dasharray": dash } : {}),
    });
  const ground = circle(12, { fill: paper });
  switch (layer) {
    case "BESTAND":
      return ground + circle(10, { fill: ink });
    case "BESCHLOSSEN":
      return ground + ring(2.5) + circle(6, { fill: ink });
    case "GEPLANT":
      return ground + ring(3);
    case "IDEE":
      return ground + ring(3, `${round(4 * scale)} ${round(3.07 * scale)}`);
  }
}

/** A sketched site: ring of four dashes with a crosshair through its gaps; the one in hand in the accent. */
export function sketchSymbol([x, y]: Point, colours: MapColours, isInHand: boolean): string {
  const ink = isInHand ? colours.accent : colours.facility;
  const radius = isInHand ? 9 : 6.5;
  const width = isInHand ? 2.2 : 1.6;
  const quarter = (Math.PI * radius) / 2;
  const gap = 0.6 * radius;
  const arms = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]
    .map(
      ([dx = 0, dy = 0]) =>
        `M${round(x + dx * (radius - 2))} ${round(y + dy * (radius - 2))}L${round(x + dx * (radius * 1.5))} ${round(y + dy * (radius * 1.5))}`,
    )
    .join("");
  return (
    element("circle", { cx: x, cy: y, r: radius + 2, fill: colours.accentHalo }) +
    element("path", { d: arms, fill: "none", stroke: colours.accentHalo, "stroke-width": width + 2.5 }) +
    element("circle", {
      cx: x,
      cy: y,
      r: radius,
      fill: colours.symbolPaper,
      stroke: ink,
      "stroke-width": width,
      "stroke-dasharray": `${round(quarter - gap)} ${round(gap)}`,
      "stroke-dashoffset": round(-gap / 2),
    }) +
    element("path", { d: arms, fill: "none", stroke: ink, "stroke-width": width }) +
    element("circle", { cx: x, cy: y, r: 2, fill: ink })
  );
}

/** Text that stays readable over everything: its halo is drawn below it. */
export function label(
  text: string,
  [x, y]: Point,
  { size = 10, ink, halo, anchor = "start", weight }: LabelLook,
): string {
  const common = {
    x,
    y,
    "font-family": mapFont,
    "font-size": size,
    "text-anchor": anchor,
    "font-weight": weight,
  };
  const letters = escaped(text);
  return (
    element(
      "text",
      { ...common, fill: halo, stroke: halo, "stroke-width": 3, "stroke-linejoin": "round" },
      letters,
    ) + element("text", { ...common, fill: ink }, letters)
  );
}
interface LabelLook {
  size?: number;
  ink: string;
  halo: string;
  anchor?: "start" | "middle" | "end";
  weight?: "bold";
}

/** On screen the face of the tool, on paper the one that comes with the PDF library. */
export const mapFont = "Fira Sans, Roboto, sans-serif";

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
