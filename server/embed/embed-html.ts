import { areaLevels } from "#domain/area/area.ts";
import { embedFactsId } from "#domain/embed/embed-facts.ts";
import { embedQuery } from "#domain/embed/embed-view.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { siteLinks } from "../pages/page-html.ts";
import { escaped } from "../print/svg-text.ts";
import type { EmbedContent } from "./embed-content.ts";
import { classSwatch, layerSwatch } from "./legend-swatch.ts";

/**
 * Body of the embed: everything the map says stands here as text and tables, so that it reads, prints and works
 * without a script; the script adds the map. Addresses are relative to `/embed`.
 */
export function embedBody(content: EmbedContent): string {
  const { words, city, title, sentences, indicator, language } = content;
  const note = indicator?.interpretationNote?.[language];
  return `
<a class="skip" href="#table">${escaped(words.skip)}</a>
<header id="head">
<h1>${escaped(title)}</h1>
<p>${escaped(sentences[0] ?? "")}</p>
${city.notice ? `<p class="notice">${escaped(city.notice[language])}</p>` : ""}
</header>
<main>
<section id="map" aria-labelledby="map-heading">
<h2 id="map-heading" class="for-ears">${words.heading.map}</h2>
<p class="for-ears">${escaped(words.keyboard)}</p>
<div id="map-canvas"></div>
${controls(content)}
</section>
<div id="side">
<section id="details" aria-labelledby="details-heading">
<h2 id="details-heading" tabindex="-1">${words.heading.details}</h2>
<div id="chosen" aria-live="polite"><p>${escaped(words.detailsHint)}</p></div>
</section>
${legend(content)}
<section id="about" aria-labelledby="about-heading">
<h2 id="about-heading">${words.heading.about}</h2>
${[...sentences.slice(1), words.aboutAreas, ...(indicator ? [words.protection] : [])]
  .map((sentence) => `<p>${escaped(sentence)}</p>`)
  .join("\n")}
${note ? `<p>${escaped(words.notes)}: ${escaped(note)}</p>` : ""}
</section>
</div>
${choice(content)}
${areaTable(content)}
${placeLinks(content)}
</main>
<footer>
<h2>${words.heading.sources}</h2>
<ul>${content.sources.map((source) => `<li>${escaped(source)}</li>`).join("")}</ul>
<nav aria-label="${escaped(words.links)}"><ul class="links">
<li><a href="./?${escaped(fullMapQuery(content))}" target="_top">${escaped(words.fullMap)}</a></li>
<li><a href="embed?${escaped(otherLanguage(content))}" lang="${language === "de" ? "en" : "de"}">${words.otherLanguage}</a></li>
${siteLinks(language)}
</ul></nav>
<p role="status" class="for-ears" id="status"></p>
</footer>
<script type="application/json" id="${embedFactsId}">${asJson(content.facts)}</script>
`;
}

/** A closing tag inside a name must not end the element. */
function asJson(facts: unknown): string {
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}

/** Hidden until there is a map to move. */
function controls({ words }: EmbedContent): string {
  const buttons = (["in", "out", "home", "up", "left", "right", "down"] as const).map(
    (act) =>
      `<button type="button" data-act="${act}" aria-label="${escaped(words.controls[act])}" title="${escaped(words.controls[act])}">${signs[act]}</button>`,
  );
  return `<fieldset id="controls" hidden aria-label="${escaped(words.controls.label)}">${buttons.join("")}</fieldset>`;
}

const signs = { in: "+", out: "−", home: "⌂", up: "↑", left: "←", right: "→", down: "↓" } as const;

function legend({ words, figures, places, language, formats, indicator, view }: EmbedContent): string {
  const unit = indicator ? formats.unit(indicator.unit) : "";
  const classes = (figures?.legend ?? []).map(
    ({ row, label }) =>
      `<li>${classSwatch(row.kept, row.colour)}<span>${escaped(label)}</span><span class="count">${escaped(
        words.areas(formats.number(row.areas), words.choose.level),
      )}</span></li>`,
  );
  const layers = places.map(
    ({ layer, name }) =>
      `<li>${layerSwatch(layer)}<span>${escaped(name[language])}${
        layer === "facilities"
          ? `: ${escaped(formats.list(view.families.map((family) => facilityFamilies[family][language])))}`
          : ""
      }</span></li>`,
  );
  const missing = indicator && !figures ? `<p>${escaped(words.noFigures)}</p>` : "";
  return `<section id="legend" aria-labelledby="legend-heading">
<h2 id="legend-heading">${words.heading.legend}</h2>
${indicator ? `<p>${escaped([indicator.name[language], unit].filter(Boolean).join(", "))}</p>` : ""}${missing}
${classes.length > 0 ? `<ul>${classes.join("")}</ul>` : ""}${figures?.hidden ? `<p>${escaped(figures.hidden)}</p>` : ""}
${layers.length > 0 ? `<ul>${layers.join("")}</ul>` : ""}
</section>`;
}

/** A form that asks for another view; without a script it loads the page anew. */
function choice({ words, view, indicators, indicator, levels, language, formats }: EmbedContent): string {
  const option = (value: string, name: string, isChosen: boolean) =>
    `<option value="${escaped(value)}"${isChosen ? " selected" : ""}>${escaped(name)}</option>`;
  const select = (part: "indicator" | "period" | "level", options: string[]) =>
    `<label>${words.choose[part]} <select name="${part}">${options.join("")}</select></label>`;
  const kept = (["lang", "layers", "families", "bounds"] as const).map(
    (part) => `<input type="hidden" name="${part}" value="${escaped(String(view[part]))}">`,
  );
  const named = [...indicators].sort((a, b) => a.name[language].localeCompare(b.name[language], language));
  const ordered = areaLevels.flatMap((level) => levels.find((one) => one.level === level) ?? []);
  return `<form id="choice" method="get" action="embed" aria-labelledby="choice-heading">
<h2 id="choice-heading">${words.heading.choose}</h2>
${kept.join("")}
${select("indicator", [
  option("none", words.choose.none, indicator === null),
  ...named.map(({ code, name }) => option(code, name[language], code === view.indicator)),
])}
${
  indicator
    ? select(
        "period",
        indicator.periods
          .toReversed()
          .map((period) => option(period, words.period(formats.period(period)), period === view.period)),
      )
    : ""
}
${
  ordered.length > 1
    ? select(
        "level",
        ordered.map(({ level, plural }) => option(level, plural[language], level === view.level)),
      )
    : ""
}
<button type="submit">${words.choose.show}</button>
</form>`;
}

/** Areas by their number: a list by value would be a league table (SCENARIOS 8). */
function areaTable({ words, title, areas, figures }: EmbedContent): string {
  const rows = areas.map(({ number, name, level }) => {
    const cells = figures
      ? `<td class="figure">${escaped(figures.valueOf(number))}</td><td>${escaped(figures.classOf(number))}</td>`
      : "";
    const shown = escaped(name ?? number);
    return `<tr><td>${escaped(number)}</td><th scope="row"><a href="#details" data-select="area:${level}:${escaped(number)}">${shown}</a></th>${cells}</tr>`;
  });
  const city =
    figures?.cityValue != null
      ? `<tfoot><tr><td></td><th scope="row">${escaped(words.city)}</th><td class="figure">${escaped(figures.cityValue)}</td><td></td></tr></tfoot>`
      : "";
  const figureHeads = figures
    ? `<th scope="col" class="figure">${words.column.value}</th><th scope="col">${words.column.class}</th>`
    : "";
  return `<section id="table" tabindex="-1">
<h2 id="table-heading">${words.heading.table}</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="table-heading"><table>
<caption>${escaped(title)}</caption>
<thead><tr><th scope="col">${words.column.number}</th><th scope="col">${words.column.name}</th>${figureHeads}</tr></thead>
<tbody>${rows.join("")}</tbody>${city}
</table></div>
</section>`;
}

function placeLinks({ words, places, view, language, formats }: EmbedContent): string {
  const records = places.filter(({ kind }) => kind === "records");
  if (records.length === 0) return "";
  const links = records.map(({ layer, name, count, counts }) => {
    const shown =
      layer === "facilities" && counts
        ? view.families.reduce((sum, family) => sum + (counts[family] ?? 0), 0)
        : count;
    const query = `layer=${layer}&${embedQuery(view)}`;
    return `<li><a href="embed/places?${escaped(query)}">${escaped(words.list(name[language], formats.number(shown)))}</a></li>`;
  });
  return `<section id="places" aria-labelledby="places-heading">
<h2 id="places-heading">${words.heading.lists}</h2>
<ul>${links.join("")}</ul>
</section>`;
}

function otherLanguage({ view }: EmbedContent): string {
  return embedQuery({ ...view, lang: view.lang === "de" ? "en" : "de" });
}

/** The same view in the address of the dashboard. */
function fullMapQuery({ view }: EmbedContent): string {
  const { lang, level, indicator, period, layers, families } = view;
  const parts = {
    v: "1",
    lang,
    level,
    indicator,
    period,
    layers: layers.join(","),
    families: families.join(","),
  };
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== "")).toString();
}
