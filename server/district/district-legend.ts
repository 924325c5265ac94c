import { mapColours } from "#domain/drawing/map-colours.ts";
import { scaleBar, scaleBarText } from "#domain/drawing/scale-bar.ts";
import type { Language } from "#domain/text/text.ts";
import { separator } from "../print/map-legend.ts";
import { mapFont } from "../print/map-symbols.ts";
import { element, escaped } from "../print/svg-text.ts";
import { districtWords } from "./district-words.ts";

/** A sign of the map and what it means: a fill, or a line. */
export interface LegendEntry {
  text: string;
  fill?: string;
  stroke?: string;
  dash?: string;
}

const colours = mapColours.light;
const size = 9;
const rowHeight = 14;
const lineHeight = 11;
/** Mean width of a letter as a share of its size, on the safe side. */
const letterWidth = 0.54;

/** Title, signs, scale, north and sources below a map, in as many rows as the width needs. */
export function mapLegend({
  title,
  entries,
  credits,
  notice,
  language,
  width,
}: {
  title: string;
  entries: readonly LegendEntry[];
  credits: readonly string[];
  notice: string | null;
  language: Language;
  width: number;
}): { height: number; drawing: (metersPerUnit: number) => string } {
  const titles = broken(title, " ", width, size + 1);
  const rows = flowed(entries, width);
  const signsY = 6 + titles.length * 13;
  const footY = signsY + rows.length * rowHeight + 10;
  const lines = [...(notice ? [notice] : []), ...broken(credits.join(separator), separator, width, size - 1)];
  return {
    height: footY + lines.length * lineHeight + 4,
    drawing: (metersPerUnit) =>
      [
        ...titles.map((line, index) => text(line, 1, 13 + index * 13, { size: size + 1, weight: "bold" })),
        ...rows.map((row, index) =>
          row.map(({ entry, x }) => sign(entry, x, signsY + 7 + index * rowHeight)).join(""),
        ),
        foot(metersPerUnit),
        ...lines.map((line, index) =>
          text(line, 1, footY + (index + 1) * lineHeight, {
            size: size - 1,
            ...(line === notice ? { weight: "bold" as const } : { ink: colours.subdistrictLabel }),
          }),
        ),
      ].join(""),
  };

  function foot(metersPerUnit: number): string {
    const bar = scaleBar(metersPerUnit, 90);
    const end = 1 + bar.pixels;
    return (
      element("path", {
        d: `M1 ${footY - 6}V${footY - 1}H${end}V${footY - 6}`,
        ...{ fill: "none", stroke: colours.label, "stroke-width": 1.2 },
      }) + text(`${scaleBarText(bar)} · ${districtWords[language].map.north}`, end + 6, footY)
    );
  }
}

function sign({ text: meaning, fill, stroke, dash }: LegendEntry, x: number, y: number): string {
  const drawn = element("rect", {
    ...{ x: x + 1, y: y - 5, width: 14, height: 9, fill: fill ?? "none" },
    stroke: stroke ?? colours.subdistrictBorder,
    "stroke-width": stroke ? 2 : 0.6,
    "stroke-dasharray": dash,
  });
  return drawn + text(meaning, x + 20, y + 3);
}

/** Signs side by side as long as there is room. */
function flowed(entries: readonly LegendEntry[], width: number): { entry: LegendEntry; x: number }[][] {
  const rows: { entry: LegendEntry; x: number }[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const wide = 20 + entry.text.length * size * letterWidth + 10;
    if (x + wide > width + 10) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ entry, x });
    x += wide;
  }
  return rows;
}

/** A text in as many lines as the width needs, broken only at `at`. */
function broken(whole: string, at: string, width: number, letters: number): string[] {
  const longest = width / (letters * letterWidth);
  const lines: string[] = [];
  for (const part of whole.split(at).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = `${last}${at}${part}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

function text(
  letters: string,
  x: number,
  y: number,
  look: { size?: number; weight?: "bold"; ink?: string } = {},
): string {
  return element(
    "text",
    {
      ...{ x, y, "font-family": mapFont, "font-size": look.size ?? size, fill: look.ink ?? colours.label },
      "font-weight": look.weight,
    },
    escaped(letters),
  );
}
