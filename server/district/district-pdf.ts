import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { contentWidth, makePdf, margins, tableLayout } from "../print/pdf.ts";
import type { DistrictContent, ListContent } from "./district-content.ts";
import { districtWords } from "./district-words.ts";
import type { MonitoringCell, MonitoringContent } from "./monitoring-content.ts";

const small = 7;
const headSize = 6.2;
const pagesEach = 2;
/** Points: the room a figure with its difference needs, and the names of areas. */
const leastColumn = 42;
const namesColumn = 88;

/** One Stadtbezirk in words, with its map as SVG and the sentence for it. */
export interface DistrictSheet {
  content: DistrictContent;
  map: { svg: string; alt: string };
  /** Units of 1/96 inch. */
  mapSize: { width: number; height: number };
}

/** Without its map, which takes the same room but long to draw. */
type MeasuredSheet = Omit<DistrictSheet, "map"> & Partial<Pick<DistrictSheet, "map">>;

/** The sheets one after the other, two pages each: real text, language and title. `title` is that of the file. */
export function districtPdf(sheets: readonly DistrictSheet[], title: string): Promise<Buffer> {
  return makePdf(documentOf(sheets, title));
}

/** How many pages a sheet takes, found without drawing its map. */
export async function pagesOfSheet(sheet: Omit<DistrictSheet, "map">): Promise<number> {
  let counted = 0;
  const document = documentOf([sheet], "");
  await makePdf({
    ...document,
    footer: (_page, pages) => {
      counted = pages;
      return "";
    },
  });
  return counted;
}

function documentOf(sheets: readonly MeasuredSheet[], title: string): TDocumentDefinitions {
  const [first] = sheets;
  const language = first?.content.language ?? "de";
  return {
    language,
    info: { title },
    footer: (page) => {
      const { content } = sheets[Math.floor((page - 1) / pagesEach)] ?? {};
      if (!content) return "";
      const left = [content.title, content.status, content.notice].filter(Boolean).join(" · ");
      return {
        margin: [margins[0], 12, margins[2], 0],
        fontSize: 7.5,
        columns: [
          { text: left, width: "*" },
          {
            text: districtWords[language].page(((page - 1) % pagesEach) + 1, pagesEach),
            ...{ width: "auto", alignment: "right" },
          },
        ],
      };
    },
    content: sheets.map((sheet, index) => ({
      stack: pagesOf(sheet),
      ...(index > 0 ? { pageBreak: "before" as const } : {}),
    })),
  };
}

function pagesOf({ content, map, mapSize }: MeasuredSheet): Content[] {
  const [width, height] = [mapSize.width * 0.75, mapSize.height * 0.75];
  const picture: Content = map
    ? { svg: map.svg, width }
    : { canvas: [{ type: "rect", x: 0, y: 0, w: width, h: height }] };
  return [
    { text: content.kind.toUpperCase(), fontSize: 7.5, characterSpacing: 0.4 },
    { text: content.title, fontSize: 17, bold: true, margin: [0, 1, 0, 2] },
    {
      columns: [
        { text: content.status, width: "*" },
        { text: content.notice ?? "", bold: true, width: "auto", alignment: "right" },
      ],
      margin: [0, 0, 0, 6],
    },
    {
      columnGap: 16,
      columns: [
        { stack: [picture], width },
        { width: "*", stack: [...content.figures.map(figureContent), agesContent(content)] },
      ],
    },
    monitoringContentOf(content.monitoring),
    { text: content.title, pageBreak: "before", fontSize: 12, bold: true },
    {
      columnGap: 18,
      columns: [
        { width: 312, stack: supplyContentOf(content) },
        {
          width: "*",
          stack: [
            ...content.lists.map(listContent),
            heading(content.sources.heading),
            ...content.sources.items.map((text) => ({ text, fontSize: small })),
          ],
        },
      ],
    },
  ];
}

function heading(text: string): Content {
  return { text, bold: true, fontSize: 10, margin: [0, 7, 0, 2], headlineLevel: 2 };
}

function figureContent({ name, value, note, source }: DistrictContent["figures"][number]): Content {
  return {
    margin: [0, 0, 0, 6],
    stack: [
      { text: `${name} ${source}`, fontSize: 8 },
      { text: value, fontSize: 16, bold: true },
      { text: note, fontSize: 8 },
    ],
  };
}

function agesContent({ ages }: DistrictContent): Content {
  if (ages.empty) return { stack: [heading(ages.heading), { text: ages.empty }] };
  const row = (cells: readonly string[], bold = false): TableCell[] =>
    cells.map((text, index) => ({
      ...{ text, bold, fontSize: 7.6 },
      ...(index > 0 ? { alignment: "right" as const, noWrap: true } : {}),
    }));
  return {
    stack: [
      heading(ages.heading),
      {
        table: {
          headerRows: 1,
          widths: ["*", "auto", "auto"],
          body: [row(ages.columns, true), ...ages.rows.map((cells) => row(cells))],
        },
        layout: tableLayout,
      },
    ],
  };
}

function monitoringContentOf({ heading: title, columns, rows, notes, empty }: MonitoringContent): Content {
  if (empty) return { stack: [heading(title), { text: empty }] };
  const isByArea = columns.length > 4 || columns.some(({ note }) => note !== "");
  const head = columns.map(
    ({ name, note }, index): TableCell => ({
      stack: [
        { text: name, bold: true },
        { text: note, fontSize: 5.8 },
      ],
      ...{ fontSize: headSize, lineHeight: 1.05 },
      ...(index > 0 ? { alignment: "right" as const } : {}),
    }),
  );
  const body = rows.map(({ name, isWhole, cells }): TableCell[] => [
    { text: name, fontSize: 7.4, bold: isWhole },
    ...cells.map((cell) => cellContent(cell, isWhole)),
  ]);
  const widths = isByArea ? columnWidths(columns.slice(1).map(({ name }) => name)) : [84, 84, 84];
  return {
    stack: [
      heading(title),
      ...(rows.length > 0
        ? [
            {
              table: {
                headerRows: 1,
                widths: ["*", ...widths],
                body: [head, ...body],
              },
              layout: {
                ...tableLayout,
                paddingLeft: (column: number) => (column === 0 ? 0 : 2),
                paddingTop: () => 0.9,
                paddingBottom: () => 0.9,
              },
            },
          ]
        : []),
      ...notes.map((text): Content => ({ text, fontSize: small, margin: [0, 2, 0, 0] })),
    ],
  };
}

/** Widths in points that leave the longest word of each head whole, as far as the names of the areas have room. */
function columnWidths(heads: readonly string[]): number[] {
  const wished = heads.map((head) => {
    const longest = Math.max(...head.split(" ").map(({ length }) => length));
    return Math.max(leastColumn, longest * headSize * 0.58);
  });
  const most = contentWidth - namesColumn - heads.length * 4;
  const all = wished.reduce((sum, width) => sum + width, 0);
  return wished.map((width) => (all > most ? (width * most) / all : width));
}

function cellContent({ text, difference, fill }: MonitoringCell, isWhole: boolean): TableCell {
  return {
    text: [
      { text, fontSize: 7.6 },
      ...(difference === "" ? [] : [{ text: `  ${difference}`, fontSize: 5.8 }]),
    ],
    bold: isWhole,
    noWrap: true,
    alignment: "right",
    ...(fill ? { fillColor: fill.colour, color: fill.ink } : {}),
  };
}

function supplyContentOf({ supply }: DistrictContent): Content[] {
  if (supply.empty) return [heading(supply.heading), { text: supply.empty }];
  const row = (cells: readonly string[], bold = false): TableCell[] =>
    cells.map((text, index) => ({
      ...{ text, bold, fontSize: index === 1 ? 6.4 : 7.2 },
      ...(index > 1 ? { alignment: "right" as const } : {}),
    }));
  return [
    heading(supply.heading),
    {
      table: {
        headerRows: 1,
        widths: ["*", 62, 50, 42, 38],
        body: [row(supply.columns, true), ...supply.rows.map((cells) => row(cells))],
      },
      layout: { ...tableLayout, paddingTop: () => 0.8, paddingBottom: () => 0.8 },
    },
    { text: supply.note, fontSize: small, margin: [0, 3, 0, 0] },
  ];
}

function listContent({ heading: title, items, more, empty }: ListContent): Content {
  return {
    stack: [
      heading(title),
      ...(empty ? [{ text: empty, fontSize: 8 }] : []),
      ...items.map(
        ({ name, facts }): Content => ({
          text: [{ text: name, bold: true }, { text: `  ${facts}` }],
          ...{ fontSize: 7.8, margin: [0, 0, 0, 2] },
        }),
      ),
      ...(more ? [{ text: more, fontSize: 8 }] : []),
    ],
  };
}
