import type { FastifyReply } from "fastify";
import type { FeatureCollection } from "geojson";
import type { Scenario } from "#domain/scenario/scenario.ts";
import type { CsvCell } from "#domain/text/csv-cell.ts";
import { cityNotice } from "../city.ts";
import type { Column, FlatFeature } from "../collections/collection.ts";
import type { Services } from "../services.ts";
import { csvText } from "./csv-text.ts";
import { boxOfFeatures } from "./feature-box.ts";
import { geoPackageFile } from "./geopackage-file.ts";
import { type LegendRow, xlsxFile } from "./xlsx-file.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Sends rows and features as files that say what they are: source, scenario, and what the data are. */
export function fileSender({ city }: Pick<Services, "city">) {
  const notice = () => cityNotice(city())?.de ?? null;
  return { sendTable, sendGeoPackage, sendGeoJson };

  /** What every row of a file says besides its figures: the scenario, and what the data are. */
  async function sendTable(
    reply: FastifyReply,
    { name, format, title }: { name: string; format: string; title: string },
    header: readonly string[],
    rows: readonly CsvCell[][],
    scenario: Scenario | null,
  ) {
    if (format === "xlsx") {
      const legend: LegendRow[] = [["Inhalt", title], ["Zeilen", String(rows.length)], ...about(scenario)];
      return attachment(reply, `${name}.xlsx`, xlsxType).send(await xlsxFile(header, rows, legend));
    }
    const said = notice();
    const heads = [...(scenario ? ["Szenario"] : []), ...(said ? ["Hinweis"] : [])];
    const words = [...(scenario ? [scenario.name] : []), ...(said ? [said] : [])];
    const text = csvText(
      [...header, ...heads],
      rows.map((row) => [...row, ...words]),
    );
    return attachment(reply, `${name}.csv`, "text/csv; charset=utf-8").send(text);
  }

  /** What a file says of itself where it has a place for it. */
  function about(scenario: Scenario | null): LegendRow[] {
    const source = (city()?.attribution ?? []).join(", ");
    const said = notice();
    return [
      ["Ausgegeben am", new Date().toISOString().slice(0, 10)],
      ...(source ? [["Quelle", source] as const] : []),
      ...(scenario ? [["Szenario", scenario.name] as const] : []),
      ...(said ? [["Hinweis", said] as const] : []),
    ];
  }

  function sendGeoPackage(
    reply: FastifyReply,
    { name, title }: { name: string; title: string },
    columns: readonly Column[],
    features: readonly FlatFeature[],
    scenario: Scenario | null,
  ) {
    const description = about(scenario)
      .map(([word, meaning]) => `${word}: ${meaning}`)
      .join("; ");
    const file = geoPackageFile({ table: name, title, description, columns, features });
    return attachment(reply, `${name}.gpkg`, "application/geopackage+sqlite3").send(file);
  }

  function sendGeoJson(
    reply: FastifyReply,
    name: string,
    collection: FeatureCollection,
    scenario: Scenario | null,
  ) {
    const bbox = boxOfFeatures(collection.features);
    const said = notice();
    const body = {
      ...collection,
      ...(bbox && { bbox }),
      ...(said && { notice: said }),
      ...(scenario && { scenario: scenario.name }),
    };
    return attachment(reply, `${name}.geojson`, "application/geo+json; charset=utf-8").send(
      JSON.stringify(body),
    );
  }

  function attachment(reply: FastifyReply, fileName: string, contentType: string): FastifyReply {
    const full = city()?.isDemo ? `demo-${fileName}` : fileName;
    return reply
      .type(contentType)
      .header(
        "content-disposition",
        `attachment; filename="${full}"; filename*=UTF-8''${encodeURIComponent(full)}`,
      );
  }
}
