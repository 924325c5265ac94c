import type { DrawnCells } from "#domain/analysis/answers.ts";
import { gapScale } from "#domain/drawing/gap-scale.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import { scaleBar, scaleBarText } from "#domain/drawing/scale-bar.ts";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import { numberText } from "../export/analysis-words.ts";
import { mapFont, sketchSymbol, supplySymbol } from "./map-symbols.ts";
import { element, escaped } from "./svg-text.ts";

export interface LegendWords {
  north: string;
  legend: { catchment: string; site: string; alternative: string };
  unserved: string;
  below: (to: string) => string;
  from: (from: string) => string;
}

interface Explained {
  cells: DrawnCells;
  supply: readonly { layer: SupplyLayer }[];
  alternatives: readonly unknown[];
  attribution: string;
  notice: string | null;
  language: "de" | "en";
  words: LegendWords;
}

const colours = mapColours.light;
const size = 9;
const rowHeight = 16;
const lineHeight = 11;
/** Mean width of a letter as a share of its size. */
const letterWidth = 0.52;
/** Between the credits of several sources. */
export const separator = " · ";

/** What every sign of the map means, its scale, where north is and who made it, below the picture. */
export function legendStrip(
  { cells, supply, alternatives, attribution, notice, language, words }: Explained,
  width: number,
): { height: number; drawing: (metersPerUnit: number) => string } {
  const present = (Object.keys(supplyLayers) as SupplyLayer[]).filter((layer) =>
    supply.some((point) => point.layer === layer),
  );
  const scale = gapScale(cells.people);
  const entries: [text: string, symbol: (x: number, y: number) => string][] = [
    [
      words.legend.site,
      (x, y) => element("g", { transform: at(x, y, 0.55) }, sketchSymbol([0, 0], colours, true)),
    ],
    ...(alternatives.length > 0
      ? [
          [
            words.legend.alternative,
            (x: number, y: number) =>
              element("g", { transform: at(x, y, 0.7) }, sketchSymbol([0, 0], colours, false)),
          ] as (typeof entries)[number],
        ]
      : []),
    [words.legend.catchment, (x, y) => outlined(x, y)],
    ...present.map((layer): (typeof entries)[number] => [
      supplyLayers[layer][language],
      (x, y) => supplySymbol(layer, [x, y], colours, 12),
    ]),
  ];
  const squares: typeof entries =
    cells.people.length === 0
      ? []
      : scale.colours.map((colour, index) => [
          index === 0
            ? `${words.unserved}: ${words.below(numberText(scale.breaks[0]!, language))}`
            : words.from(numberText(scale.breaks[index - 1]!, language)),
          (x, y) => element("rect", { x: x - 5, y: y - 5, width: 10, height: 10, fill: colour }),
        ]);
  const rows = [entries, squares].filter((row) => row.length > 0);
  const footY = rows.length * rowHeight + 14;
  const credits = linesOf(attribution, width);
  const lines = [...(notice ? [notice] : []), ...credits];
  return {
    height: footY + lines.length * lineHeight + 4,
    drawing: (metersPerUnit) =>
      [
        ...rows.map((row, index) => rowOf(row, 10 + index * rowHeight)),
        foot(metersPerUnit, footY),
        ...lines.map((line, index) =>
          element(
            "text",
            {
              x: 1,
              y: footY + (index + 1) * lineHeight,
              "font-family": mapFont,
              "font-size": size - 1,
              fill: line === notice ? colours.label : colours.subdistrictLabel,
              "font-weight": line === notice ? "bold" : undefined,
            },
            escaped(line),
          ),
        ),
      ].join(""),
  };

  function rowOf(row: typeof entries, y: number): string {
    let x = 7;
    return row
      .map(([text, symbol]) => {
        const drawn = symbol(x, y) + plainText(text, x + 11, y + 3);
        x += 11 + text.length * size * letterWidth + 16;
        return drawn;
      })
      .join("");
  }

  function foot(metersPerUnit: number, y: number): string {
    const bar = scaleBar(metersPerUnit, 110);
    const end = 1 + bar.pixels;
    return (
      element("path", {
        d: `M1 ${y - 6}V${y - 1}H${end}V${y - 6}`,
        fill: "none",
        stroke: colours.label,
        "stroke-width": 1.2,
      }) + plainText(`${scaleBarText(bar)} · ${words.north}`, end + 6, y)
    );
  }
}

/** A long line of credits in as many lines as it needs, broken between the credits. */
function linesOf(attribution: string, width: number): string[] {
  const longest = width / ((size - 1) * letterWidth);
  const lines: string[] = [];
  for (const credit of attribution.split(separator)) {
    const last = lines.at(-1);
    const joined = `${last}${separator}${credit}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else if (credit !== "") lines.push(credit);
  }
  return lines;
}

function at(x: number, y: number, scale: number): string {
  return `translate(${x} ${y}) scale(${scale})`;
}

function outlined(x: number, y: number): string {
  return element("rect", {
    x: x - 6,
    y: y - 5,
    width: 12,
    height: 10,
    fill: colours.accent,
    "fill-opacity": 0.1,
    stroke: colours.accent,
    "stroke-width": 2,
  });
}

function plainText(text: string, x: number, y: number): string {
  return element(
    "text",
    { x, y, "font-family": mapFont, "font-size": size, fill: colours.label },
    escaped(text),
  );
}
