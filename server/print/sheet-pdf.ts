import type { Content, TableCell } from "pdfmake/interfaces.js";
import { mapColours } from "#domain/drawing/map-colours.ts";
import { contentWidth, makePdf, margins, tableLayout } from "./pdf.ts";
import { printWords } from "./print-words.ts";
import type { SheetBlock, SheetContent, SheetTable } from "./sheet-content.ts";

const colours = mapColours.light;

/** The sheet as PDF with real text, language and title; the page in HTML is the fully accessible version. */
export function sheetPdf(content: SheetContent, map: string): Promise<Buffer> {
  const say = printWords[content.language];
  return makePdf({
    language: content.language,
    info: {
      title: `${content.title} – ${content.kind}`,
      subject: content.scenario,
    },
    footer: (page, pages) => ({
      margin: [margins[0], 12, margins[2], 0],
      fontSize: 7.5,
      columns: [
        { text: content.footer, width: "*" },
        { text: say.page(page, pages), width: "auto", alignment: "right" },
      ],
    }),
    content: [
      { text: content.kind.toUpperCase(), fontSize: 7.5, characterSpacing: 0.4 },
      { text: content.title, fontSize: 17, bold: true, margin: [0, 1, 0, 2] },
      { text: content.status },
      { text: content.scenario, bold: true },
      { text: content.method },
      {
        columns: [
          { text: content.proposal, bold: true, color: colours.accent, width: "auto" },
          { text: content.notice ?? "", bold: true, alignment: "right", width: "*" },
        ],
        margin: [0, 2, 0, 6],
      },
      { columns: content.figures.map(figureContent), columnGap: 14, margin: [0, 0, 0, 6] },
      { svg: map, width: contentWidth },
      { text: `${say.map}: ${content.mapAlt}`, fontSize: 7.5, margin: [0, 3, 0, 0] },
      ...content.first.map(blockContent),
      {
        pageBreak: "before",
        columnGap: 18,
        columns: content.second.map((blocks) => ({ width: "*", stack: blocks.map(blockContent) })),
      },
    ],
  });
}

function figureContent({ name, value, note }: SheetContent["figures"][number]): Content {
  return {
    stack: [
      { text: name, fontSize: 8 },
      { text: value, fontSize: 16, bold: true },
      { text: note, fontSize: 8 },
    ],
  };
}

function blockContent(block: SheetBlock): Content {
  const heading: Content = { text: block.heading, bold: true, fontSize: 10, margin: [0, 8, 0, 2] };
  switch (block.block) {
    case "table":
      return { stack: [heading, tableContent(block), ...(block.note ? [{ text: block.note }] : [])] };
    case "list":
      return { stack: [heading, { ul: block.items }] };
    case "text":
      return {
        stack: [
          heading,
          ...block.paragraphs.map((text) => ({
            text,
            margin: [0, 0, 0, 2] as [number, number, number, number],
          })),
        ],
      };
  }
}

function tableContent({ columns, rows }: SheetTable): Content {
  const hasHead = columns.some(({ name }, index) => index > 0 && name !== "");
  const cell = (text: string, index: number, bold = false): TableCell => ({
    text,
    bold,
    ...(columns[index]?.isFigure ? { alignment: "right" as const } : {}),
    // Beside the name there is room for short figures and words in one line; heads may break.
    ...(index > 0 && !bold && columns.length > 2 ? { noWrap: true } : {}),
  });
  const body = rows.map((row) => row.map((text, index) => cell(text, index)));
  const isPair = columns.length === 2;
  return {
    table: {
      headerRows: hasHead ? 1 : 0,
      widths: columns.map((_, index) => (isPair ? (index === 0 ? "38%" : "*") : index === 0 ? "*" : "auto")),
      body: hasHead ? [columns.map(({ name }, index) => cell(name, index, true)), ...body] : body,
    },
    layout: tableLayout,
  };
}
