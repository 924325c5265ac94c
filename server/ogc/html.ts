import { randomBytes } from "node:crypto";
import type { FastifyReply } from "fastify";
import type { Collection, FlatFeature } from "../collections/collection.ts";
import type { Link } from "./documents.ts";

/** HTML that is safe as it stands; everything else is escaped on its way into one. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | boolean | null | undefined | Html | readonly Html[];

/** Template whose values are escaped unless they are `Html` already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, k) => text + written(parts[k])).join(""));
}

function written(part: Part): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("\n");
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** Calm and plain; colours are those of the dashboard's greys. */
const style = `body{font:1rem/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;margin:0 auto;padding:1.5rem;max-width:80rem}
h1{font-size:1.5rem}nav ol{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}nav li+li::before{content:"› ";color:#5b6470}
a{color:#1f4e8c}.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem;border-bottom:1px solid #d5d9de}
td{max-width:24rem;overflow-wrap:anywhere}.notice{border-left:4px solid #5b6470;padding-left:.75rem}`;

export interface Page {
  title: string;
  /** Ways back up, the outermost first. */
  path: readonly { href: string; title: string }[];
  body: Html;
  notice?: string | undefined;
}

/** Sends a page that loads nothing, runs nothing and can be framed nowhere. */
export function sendPage(reply: FastifyReply, { title, path, body, notice }: Page): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  const page = html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Sozialraumkarte</title>
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body>
<nav aria-label="Pfad"><ol>${path.map((step) => html`<li><a href="${step.href}">${step.title}</a></li>`)}</ol></nav>
<main>
<h1>${title}</h1>
${notice ? html`<p class="notice">${notice}</p>` : ""}
${body}
</main>
</body>
</html>
`;
  return reply
    .type("text/html; charset=utf-8")
    .header(
      "content-security-policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    .send(page.text);
}

export function linkList(links: readonly Link[]): Html {
  return html`<ul>${links.map(({ href, title, rel, type }) => html`<li><a href="${href}">${title ?? rel}</a> (${type ?? rel})</li>`)}</ul>`;
}

/** Features as a table with a column for each attribute that any of them has, and a link to each. */
export function featureTable(
  features: readonly FlatFeature[],
  { columns }: Collection,
  addressOf: (id: string) => string,
): Html {
  const shown = columns.filter(({ name }) => features.some(({ properties }) => properties[name] !== null));
  return html`<div class="scroll" role="region" aria-label="Objekte" tabindex="0"><table>
<thead><tr><th scope="col">Kennung</th>${shown.map(({ title, unit }) => html`<th scope="col">${unit ? `${title.de} (${unit})` : title.de}</th>`)}</tr></thead>
<tbody>${features.map(({ id, properties }) => html`<tr><th scope="row"><a href="${addressOf(id)}">${id}</a></th>${shown.map(({ name }) => html`<td>${germanValue(properties[name])}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

/** One feature as a list of names and values. */
export function featureList({ properties }: FlatFeature, { columns }: Collection): Html {
  const known = columns.filter(({ name }) => properties[name] !== null);
  return html`<table><tbody>${known.map(({ name, title, unit }) => html`<tr><th scope="row">${unit ? `${title.de} (${unit})` : title.de}</th><td>${germanValue(properties[name])}</td></tr>`)}</tbody></table>`;
}

function germanValue(value: FlatFeature["properties"][string] | undefined): string {
  if (typeof value === "number")
    return value.toLocaleString("de-DE", { maximumFractionDigits: 6, useGrouping: false });
  if (typeof value === "boolean") return value ? "ja" : "nein";
  return value ?? "";
}
