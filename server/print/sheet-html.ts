import { mapColours } from "#domain/drawing/map-colours.ts";
import { printWords } from "./print-words.ts";
import type { SheetBlock, SheetContent, SheetTable } from "./sheet-content.ts";
import { escaped } from "./svg-text.ts";

const colours = mapColours.light;

/** Reads well on the screen and prints on two A4 pages; no script, nothing from elsewhere. */
const style = `
@page { size: A4; margin: 14mm 15mm; }
body { margin: 0; background: #fff; color: ${colours.label}; font: 10pt/1.4 "Fira Sans", Roboto, Arial, sans-serif; }
main { max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { margin: 0; font-size: 18pt; line-height: 1.2; }
h2 { margin: 4mm 0 1.5mm; font-size: 11pt; }
p { margin: 0 0 1mm; }
.kind { font-size: 9pt; letter-spacing: .04em; text-transform: uppercase; }
.proposal { display: inline-block; margin-top: 1mm; padding: .5mm 2mm; border: .4mm solid ${colours.accent}; color: ${colours.accent}; font-weight: 600; }
.notice { font-weight: 600; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; margin: 4mm 0; }
.figures dt { font-size: 9pt; }
.figures dd { margin: 0; }
.figures strong { display: block; font-size: 17pt; line-height: 1.2; }
figure { margin: 0; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: 8.5pt; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
caption { text-align: start; font-weight: 600; font-size: 11pt; padding: 4mm 0 1.5mm; }
th, td { padding: .7mm 1.5mm .7mm 0; border-bottom: .2mm solid ${colours.streetCasing}; text-align: start; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
ul { margin: 0; padding-left: 4mm; font-size: 9pt; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; align-items: start; }
.second { break-before: page; }
nav { display: flex; gap: 4mm; flex-wrap: wrap; margin-bottom: 4mm; }
nav a { color: ${colours.accent}; }
footer { margin-top: 5mm; font-size: 8.5pt; }
@media print {
  main { padding: 0; max-width: none; }
  nav { display: none; }
  body { font-size: 8.5pt; line-height: 1.25; }
  table, ul { font-size: 8pt; }
  caption, h2 { font-size: 9.5pt; padding-top: 2.5mm; margin-top: 0; }
  figure svg { max-height: 118mm; }
  .figures { margin: 2mm 0; }
}
@media (max-width: 600px) { .columns, .figures { grid-template-columns: 1fr; } }
`;

/** The sheet as a page: the accessible version, with real headings, table heads and the map's sentence. */
export function sheetHtml(
  content: SheetContent,
  { map, nonce, files }: { map: string; nonce: string; files: { pdf: string; svg: string } },
): string {
  const say = printWords[content.language];
  const { first, second } = content;
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${content.title} – ${content.kind}`)}</title>
<style nonce="${escaped(nonce)}">${style}</style>
</head>
<body>
<main>
<nav aria-label="${escaped(content.kind)}"><a href="${escaped(files.pdf)}">${say.download.pdf}</a><a href="${escaped(files.svg)}">${say.download.svg}</a><span>${say.download.print}</span></nav>
<header>
<p class="kind">${content.kind}</p>
<h1>${escaped(content.title)}</h1>
<p>${escaped(content.status)}</p>
<p><strong>${escaped(content.scenario)}</strong></p>
<p>${escaped(content.method)}</p>
<p class="proposal">${content.proposal}</p>
${content.notice ? `<p class="notice">${escaped(content.notice)}</p>` : ""}
</header>
<dl class="figures">${content.figures
    .map(
      ({ name, value, note }) =>
        `<div><dt>${escaped(name)}</dt><dd><strong>${escaped(value)}</strong>${escaped(note)}</dd></div>`,
    )
    .join("")}</dl>
<figure>${map}<figcaption>${say.map}: ${escaped(content.mapAlt)}</figcaption></figure>
${first.map(blockHtml).join("\n")}
<div class="second columns">${second.map((blocks) => `<div>${blocks.map(blockHtml).join("\n")}</div>`).join("")}</div>
<footer>${escaped(content.footer)}</footer>
</main>
</body>
</html>
`;
}

function blockHtml(block: SheetBlock): string {
  switch (block.block) {
    case "table":
      return tableHtml(block);
    case "list":
      return `<section><h2>${escaped(block.heading)}</h2><ul>${block.items
        .map((item) => `<li>${escaped(item)}</li>`)
        .join("")}</ul></section>`;
    case "text":
      return `<section><h2>${escaped(block.heading)}</h2>${block.paragraphs
        .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
        .join("")}</section>`;
  }
}

/** The heading is the caption, so that a screen reader names the table by it. */
function tableHtml({ heading, columns, rows, note }: SheetTable): string {
  const of = (index: number) => (columns[index]?.isFigure ? ' class="figure"' : "");
  // A table of names and values has no heads worth reading out.
  const hasHead = columns.some(({ name }, index) => index > 0 && name !== "");
  const head = hasHead
    ? `<thead><tr>${columns
        .map(({ name }, index) => `<th scope="col"${of(index)}>${escaped(name)}</th>`)
        .join("")}</tr></thead>`
    : "";
  const body = rows
    .map(
      ([name = "", ...cells]) =>
        `<tr><th scope="row">${escaped(name)}</th>${cells
          .map((cell, index) => `<td${of(index + 1)}>${escaped(cell)}</td>`)
          .join("")}</tr>`,
    )
    .join("");
  return `<table><caption>${escaped(heading)}</caption>${head}<tbody>${body}</tbody></table>${note ? `<p>${escaped(note)}</p>` : ""}`;
}
