import { projected, readScope } from "#domain/access/access.ts";
import { publicAudience } from "#domain/access/audience.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { escaped } from "../print/svg-text.ts";
import type { Services } from "../services.ts";
import type { EmbedContent } from "./embed-content.ts";
import { type CardLine, cardOfRecord } from "./record-card.ts";

/**
 * What the panel says of one thing, as markup: `area:district:06` or `record:facilities:ID`. Undefined for what the
 * public does not see or the view does not show.
 */
export async function embedDetails(
  services: Services,
  content: EmbedContent,
  selection: string,
): Promise<string | undefined> {
  const [kind, type = "", ...rest] = selection.split(":");
  const id = rest.join(":");
  return kind === "area" ? areaDetails(content, type, id) : recordDetails(services, content, type, id);
}

function areaDetails(content: EmbedContent, level: string, number: string): string | undefined {
  const { areas, figures, indicator, view, words, formats, language, city } = content;
  const area = level === view.level ? areas.find((one) => one.number === number) : undefined;
  if (!area) return undefined;
  const singular = city.levels.find((one) => one.level === view.level)?.singular[language] ?? level;
  const lines: CardLine[] =
    indicator && figures
      ? [
          [indicator.name[language], figures.valueOf(number)],
          [words.choose.period, words.period(formats.period(view.period))],
          ...(figures.classOf(number) ? [[words.column.class, figures.classOf(number)] as CardLine] : []),
          ...(figures.cityValue ? [[words.city, figures.cityValue] as CardLine] : []),
        ]
      : [];
  return card({ kind: `${singular} ${number}`, title: area.name ?? number, lines });
}

async function recordDetails(
  services: Services,
  { places, words, formats, language }: EmbedContent,
  layer: string,
  id: string,
): Promise<string | undefined> {
  const type = mappedRecordTypes.find((one) => one.type === layer);
  if (!type || !places.some((place) => place.layer === layer)) return undefined;
  const record = await services.store.record(type.type, id, readScope(publicAudience, type));
  if (!record) return undefined;
  return card(
    cardOfRecord(type, projected(publicAudience, type, record), {
      language,
      formats,
      stateName: words.state,
    }),
  );
}

function card({ kind, title, lines }: { kind: string; title: string; lines: readonly CardLine[] }): string {
  const facts = lines.map(([name, text]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`);
  return `<p class="kind">${escaped(kind)}</p><h3>${escaped(title)}</h3><dl>${facts.join("")}</dl>`;
}
