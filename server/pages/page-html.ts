import { mapColours } from "#domain/drawing/map-colours.ts";
import { pageNames, pageTitles } from "#domain/text/page-names.ts";
import type { Language } from "#domain/text/text.ts";
import { escaped } from "../print/svg-text.ts";

const colours = mapColours.light;

const style = `
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 "Fira Sans", system-ui, sans-serif; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: .75rem 0 0; }
p { margin: 0 0 .5rem; }
a { color: ${colours.accent}; display: inline-block; min-height: 1.5rem; }
a:focus-visible { outline: 3px solid ${colours.accent}; outline-offset: 1px; }
ul { padding-left: 1.25rem; }
ul.cards { padding: 0; list-style: none; }
.missing { border-left: 4px solid #b59a2a; padding-left: .75rem; }
footer { border-top: 1px solid #d5d9dd; }
footer ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
@media print { footer nav { display: none; } body { font-size: 10pt; } }
`;

/** A page of text alone: no script, nothing from elsewhere, the same links at its foot as everywhere. */
export function plainPage({
  title,
  body,
  language,
  nonce,
  base = "./",
}: {
  title: string;
  /** Markup. */
  body: string;
  language: Language;
  nonce: string;
  /** Way from this page to the root of the site. */
  base?: string;
}): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Sozialraumkarte</title>
<style nonce="${escaped(nonce)}">${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer><nav aria-label="${language === "de" ? "Angaben zum Angebot" : "About this service"}"><ul>
<li><a href="${base}?lang=${language}">Sozialraumkarte</a></li>
${siteLinks(language, base)}
</ul></nav></footer>
</body>
</html>
`;
}

/** Links to the pages every page leads to (RELIABILITY P-09), as list items. */
export function siteLinks(language: Language, base = "./"): string {
  return pageNames
    .map(
      (name) =>
        `<li><a href="${base}${name}?lang=${language}">${escaped(pageTitles[name][language])}</a></li>`,
    )
    .join("\n");
}
