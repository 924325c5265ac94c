import { publicAudience } from "#domain/access/audience.ts";
import type { Layer } from "#domain/contract/contract.ts";
import { embedQuery } from "#domain/embed/embed-view.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import { readableRecords } from "../layers/record-features.ts";
import { escaped } from "../print/svg-text.ts";
import type { Services } from "../services.ts";
import type { EmbedContent } from "./embed-content.ts";
import { cardOfRecord } from "./record-card.ts";

/**
 * Every place of one layer in words, by district and name: what the map shows of it, for those who do not see the map.
 * Undefined for a layer the view does not show, which includes every one that is not public.
 */
export async function placeList(
  services: Services,
  { words, places, view, language, formats }: EmbedContent,
  layer: string,
): Promise<{ title: string; body: string } | undefined> {
  const shown: Layer | undefined = places.find((one) => one.layer === layer && one.kind === "records");
  const type = mappedRecordTypes.find((one) => one.type === layer);
  if (!shown || !type) return undefined;
  const families = new Set<string>(view.families);
  const records = (await readableRecords(services.store, type, publicAudience)).filter(
    (record) => layer !== "facilities" || families.has(String(type.derived?.(record).family)),
  );
  const nameOf = new Map(
    services
      .areas()
      .list("district", { withGeometry: false })
      .map(({ number, name }) => [number, name ?? number]),
  );
  const groups = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const district = nameOf.get(record.districts[0] ?? "") ?? "";
    groups.set(district, [...(groups.get(district) ?? []), record]);
  }
  const byName = (a: string, b: string) => a.localeCompare(b, language, { numeric: true });
  const sections = [...groups]
    .sort(([a], [b]) => byName(a, b))
    .map(([district, members]) => {
      const cards = members
        .map((record) => cardOfRecord(type, record, { language, formats, stateName: words.state }))
        .sort((a, b) => byName(a.title, b.title));
      const items = cards.map(
        ({ title, lines }) =>
          `<li><h3>${escaped(title)}</h3><p>${lines
            .map(([name, content]) => `${escaped(name)}: ${escaped(content)}`)
            .join(" · ")}</p></li>`,
      );
      return `<section><h2>${escaped(district || words.city)}</h2><ul class="cards">${items.join("")}</ul></section>`;
    });
  const title = `${shown.name[language]} (${formats.number(records.length)})`;
  const back = `<p><a href="../embed?${escaped(embedQuery(view))}">${escaped(words.back)}</a></p>`;
  return { title, body: `${back}${sections.join("\n")}${back}` };
}
