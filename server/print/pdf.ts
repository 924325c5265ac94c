import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { CustomTableLayout, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { mapColours } from "#domain/drawing/map-colours.ts";

const colours = mapColours.light;

/** The library's own face: the tool's is packed in a form its font subsetting cannot read. */
const fonts = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts/Roboto");
pdfmake.setFonts({
  Roboto: {
    normal: join(fonts, "Roboto-Regular.ttf"),
    bold: join(fonts, "Roboto-Medium.ttf"),
    italics: join(fonts, "Roboto-Italic.ttf"),
    bolditalics: join(fonts, "Roboto-MediumItalic.ttf"),
  },
});
// Names and notes of people end up in documents: nothing in them may fetch or open anything.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));

/** A4 with 15 mm at the sides, in points. */
export const margins: [number, number, number, number] = [42.5, 36, 42.5, 40];
export const contentWidth = 510.3;

/** The document as bytes: A4, real text in the library's face, metadata as given. */
export function makePdf(document: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: margins,
      displayTitle: true,
      ...document,
      info: { creator: "Sozialraumkarte", ...document.info },
      defaultStyle: {
        ...{ font: "Roboto", fontSize: 8.8, lineHeight: 1.15, color: colours.label },
        ...document.defaultStyle,
      },
    })
    .getBuffer();
}

/** Tables with thin lines between rows and none around. */
export const tableLayout: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => colours.streetCasing,
  paddingLeft: (column) => (column === 0 ? 0 : 4),
  paddingRight: () => 2,
  paddingTop: () => 1.2,
  paddingBottom: () => 1.2,
};
