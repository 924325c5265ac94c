import { mapColours } from "#domain/drawing/map-colours.ts";
import { escaped } from "../print/svg-text.ts";
import type { DistrictContent, ListContent } from "./district-content.ts";
import type { DistrictMap } from "./district-map.ts";
import { districtWords } from "./district-words.ts";
import type { MonitoringCell, MonitoringContent } from "./monitoring-content.ts";

const colours = mapColours.light;

/** Reads well on the screen and prints on two A4 pages; no script, nothing from elsewhere. */
const style = `
@page { size: A4; margin: 12mm 15mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Roboto, Arial, sans-serif; } }
body { margin: 0; background: #fff; color: ${colours.label}; font: 10pt/1.4 "Fira Sans", Roboto, Arial, sans-serif; }
main { max-width: 250mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { margin: 0; font-size: 18pt; line-height: 1.2; }
h2 { margin: 4mm 0 1.5mm; font-size: 11pt; }
h3 { margin: 0; font-size: 9pt; display: inline; }
p { margin: 0 0 1mm; }
.kind { font-size: 9pt; letter-spacing: .04em; text-transform: uppercase; }
.notice { font-weight: 600; }
.top { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 5mm; margin-top: 3mm; align-items: start; }
.figures { margin: 0; }
.figures dt { font-size: 8.5pt; }
.figures dd { margin: 0 0 2.5mm; font-size: 8.5pt; }
.figures strong { display: block; font-size: 16pt; line-height: 1.15; }
figure { margin: 0; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: 8pt; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
caption { text-align: start; font-weight: 600; font-size: 11pt; padding: 3mm 0 1.5mm; }
th, td { padding: .5mm 1mm .5mm 0; border-bottom: .2mm solid ${colours.streetCasing}; text-align: start; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; hyphens: auto; }
thead small { display: block; font-weight: 400; font-size: 6.5pt; }
td.figure { white-space: nowrap; }
.figure { text-align: end; font-variant-numeric: tabular-nums; padding-left: 1mm; }
.figure small { font-size: 6.5pt; }
.whole th, .whole td { font-weight: 600; }
.aside { font-size: 8pt; }
.scroll { overflow-x: auto; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: 6mm; align-items: start; }
ul { margin: 0; padding: 0; list-style: none; font-size: 8.5pt; }
li { margin-bottom: .8mm; overflow-wrap: anywhere; }
.second { break-before: page; }
.second .running { display: none; }
nav { display: flex; gap: 4mm; flex-wrap: wrap; margin-bottom: 4mm; }
nav a { color: ${colours.accent}; }
footer { margin-top: 4mm; font-size: 8pt; }
@media print {
  main { padding: 0; max-width: none; }
  nav { display: none; }
  body { font-size: 8.5pt; line-height: 1.22; }
  h1 { font-size: 16pt; }
  .second .running { display: block; font-size: 8pt; }
  .scroll { overflow: visible; }
  table { font-size: 7.2pt; }
  .second table, ul, .aside { font-size: 7pt; }
  figure svg { max-height: 112mm; }
  figcaption { font-size: 6.5pt; }
  caption, h2 { font-size: 9.5pt; padding-top: 1.5mm; margin: 1.5mm 0 1mm; }
  thead th { font-size: 6.4pt; }
  thead small, .figure small { font-size: 5.6pt; }
  h3 { font-size: 7pt; }
  th, td { padding-top: .25mm; padding-bottom: .25mm; }
  td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (max-width: 700px) { .columns, .top { grid-template-columns: minmax(0, 1fr); } }
`;

/** The profile as a page: the accessible version, with real headings, table heads and the map's sentence. */
export function districtHtml(
  content: DistrictContent,
  { map, nonce, files }: { map: DistrictMap; nonce: string; files: { pdf: string; svg: string } },
): string {
  const say = districtWords[content.language];
  const fills = new Map<string, string>();
  const page = body();
  const classes = [...fills].map(([rule, name]) => `.${name} { ${rule} }`).join("\n");
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${content.title} – ${content.kind}`)}</title>
<style nonce="${escaped(nonce)}">${style}${classes}</style>
</head>
<body>
${page}
</body>
</html>
`;

  function body(): string {
    const line = [content.title, content.status, content.notice].filter(Boolean).join(" · ");
    return `<main>
<nav aria-label="${escaped(content.kind)}"><a href="${escaped(files.pdf)}">${say.download.pdf}</a><a href="${escaped(files.svg)}">${say.download.svg}</a><span>${say.download.note}</span></nav>
<header>
<p class="kind">${escaped(content.kind)}</p>
<h1>${escaped(content.title)}</h1>
<p>${escaped(content.status)}</p>
${content.notice ? `<p class="notice">${escaped(content.notice)}</p>` : ""}
</header>
<div class="top">
<figure>${map.svg}<figcaption>${escaped(map.alt)}</figcaption></figure>
<div>
<dl class="figures">${content.figures
      .map(
        ({ name, value, note, source }) =>
          `<div><dt>${escaped(`${name} ${source}`)}</dt><dd><strong>${escaped(value)}</strong>${escaped(note)}</dd></div>`,
      )
      .join("")}</dl>
${ages()}
</div>
</div>
${monitoring(content.monitoring)}
<div class="second">
<p class="running">${escaped(line)}</p>
<div class="columns">
<div>${supply()}</div>
<div>${content.lists.map(list).join("\n")}
<section class="aside"><h2>${escaped(content.sources.heading)}</h2><ul>${content.sources.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul></section></div>
</div>
</div>
<footer>${escaped(line)}</footer>
</main>`;
  }

  function ages(): string {
    const { heading, columns, rows, empty } = content.ages;
    return empty ? section(heading, empty) : table({ heading, columns, rows, figuresFrom: 1 });
  }

  function supply(): string {
    const { heading, columns, rows, note, empty } = content.supply;
    return empty
      ? section(heading, empty)
      : `${table({ heading, columns, rows, figuresFrom: 2 })}<p class="aside">${escaped(note)}</p>`;
  }

  function monitoring({ heading, columns, rows, notes, empty }: MonitoringContent): string {
    if (empty) return section(heading, empty);
    const head = columns
      .map(({ name, note }, index) => {
        const aside = note === "" ? "" : `<small>${escaped(note)}</small>`;
        return `<th scope="col"${index > 0 ? ' class="figure"' : ""}>${escaped(name)}${aside}</th>`;
      })
      .join("");
    const written = rows.map(
      ({ name, isWhole, cells }) =>
        `<tr${isWhole ? ' class="whole"' : ""}><th scope="row">${escaped(name)}</th>${cells.map(cellHtml).join("")}</tr>`,
    );
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(heading)}"><table><caption>${escaped(heading)}</caption><thead><tr>${head}</tr></thead><tbody>${written.join("")}</tbody></table></div>
${notes.map((note) => `<p class="aside">${escaped(note)}</p>`).join("")}`;
  }

  /** The class is said as well as shown. */
  function cellHtml({ text, difference, fill }: MonitoringCell): string {
    const small = difference === "" ? "" : ` <small>${escaped(difference)}</small>`;
    const told = fill ? `<span class="unseen">, ${escaped(fill.name)}</span>` : "";
    return `<td class="figure${fill ? ` ${nameOf(fill)}` : ""}">${escaped(text)}${small}${told}</td>`;
  }

  /** Colours are classes of the page's own style, because the policy allows no style of an element. */
  function nameOf({ colour, ink }: { colour: string; ink: string }): string {
    const rule = `background: ${colour}; color: ${ink}`;
    const name = fills.get(rule) ?? `fill-${fills.size}`;
    fills.set(rule, name);
    return name;
  }
}

function section(heading: string, text: string): string {
  return `<section><h2>${escaped(heading)}</h2><p>${escaped(text)}</p></section>`;
}

function list({ heading, items, more, empty }: ListContent): string {
  const written = items.map(({ name, facts }) => `<li><h3>${escaped(name)}</h3> ${escaped(facts)}</li>`);
  return `<section><h2>${escaped(heading)}</h2>${empty ? `<p class="aside">${escaped(empty)}</p>` : `<ul>${written.join("")}</ul>`}${more ? `<p class="aside">${escaped(more)}</p>` : ""}</section>`;
}

/** The heading is the caption, so that a screen reader names the table by it. */
function table({
  heading,
  columns,
  rows,
  figuresFrom,
}: {
  heading: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  figuresFrom: number;
}): string {
  const of = (index: number) => (index >= figuresFrom ? ' class="figure"' : "");
  const head = columns.map((name, index) => `<th scope="col"${of(index)}>${escaped(name)}</th>`).join("");
  const body = rows
    .map(
      ([name = "", ...cells]) =>
        `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell, index) => `<td${of(index + 1)}>${escaped(cell)}</td>`).join("")}</tr>`,
    )
    .join("");
  return `<table><caption>${escaped(heading)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
