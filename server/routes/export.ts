import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FeatureCollection } from "geojson";
import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { type AreaLevel, areaLayer, areaLevels } from "#domain/area/area.ts";
import { periodSchema, type ValueState } from "#domain/indicator/observation.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { demoNotice } from "../city.ts";
import { notFound, Problem } from "../errors.ts";
import { type CsvCell, csvText } from "../export/csv-text.ts";
import { recordTable } from "../export/record-table.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Services } from "../services.ts";
import { personalHeaders } from "./audience-answer.ts";
import { recordQuery, recordQuerySchema } from "./record-query.ts";

const fileParams = z.object({ file: z.string().regex(/^[a-z-]{1,60}\.(csv|geojson)$/) });

const areaQuerySchema = z.strictObject({
  ceiling: visibilitySchema.optional(),
  indicators: z.string().max(2000).default(""),
  period: periodSchema.optional(),
});

const stateTexts: Readonly<Record<Exclude<ValueState, "VALUE">, string>> = {
  UNKNOWN: "keine Daten",
  SUPPRESSED: "• (Geheimhaltung)",
  NOT_APPLICABLE: "entfällt",
  TOO_FEW_RESIDENTS: "zu wenige Einwohner",
};

/** `GET /api/export/{type}.{csv|geojson}`: what the list shows, with the same filter and the same rights. */
export function exportRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { file: string }; Querystring: Record<string, unknown> }>(
    "/api/export/:file",
    { schema: { tags: ["export"], params: fileParams } },
    async (request, reply) => {
      const [name = "", format = ""] = request.params.file.split(".");
      const level = areaLevels.find((candidate) => areaLayer(candidate) === name);
      const type = recordTypeOf(name);
      if (!level && !type) throw notFound();
      personalHeaders(request, reply);
      if (level) return exportAreas(request, reply, level, format);

      const parsed = recordQuerySchema(type!).safeParse(request.query);
      if (!parsed.success)
        throw new Problem(400, "Nach diesem Feld kann nicht gefiltert oder sortiert werden.");
      const wanted = recordQuery(type!, request.audience, parsed.data);
      const records = await readableRecords(services.store, type!, request.audience, wanted);
      if (format === "csv") {
        const { header, rows } = recordTable(type!, records);
        return sendCsv(reply, name, header, rows);
      }
      return sendGeoJson(reply, name, {
        type: "FeatureCollection",
        features: records.map((record) => ({
          type: "Feature",
          id: record.id,
          geometry: record.geometry as never,
          properties: {
            ...record.properties,
            ...type!.derived?.(record),
            state: record.state,
            visibility: record.visibility,
            department: record.department,
            districts: record.districts,
          },
        })),
      });
    },
  );

  async function exportAreas(
    request: FastifyRequest<{ Querystring: Record<string, unknown> }>,
    reply: FastifyReply,
    level: AreaLevel,
    format: string,
  ) {
    const parsed = areaQuerySchema.safeParse(request.query);
    if (!parsed.success) throw new Problem(400, "Die Anfrage ist nicht lesbar.");
    const areas = services.areas().list(level, { withGeometry: format === "geojson" });
    const columns = await figureColumns(
      request,
      level,
      parsed.data.indicators.split(",").filter(Boolean),
      parsed.data.period,
    );
    if (format === "csv") {
      const header = ["Nummer", "Name", "Gehört zu", "Fläche (ha)", "Gebietsstand"];
      const rows = areas.map((area): CsvCell[] => [
        area.number,
        area.name,
        area.parentNumber,
        area.areaHa,
        area.boundaryVersion,
        ...columns.flatMap(({ figure }) => figure(area.number)),
      ]);
      return sendCsv(reply, areaLayer(level), [...header, ...columns.flatMap(({ heads }) => heads)], rows);
    }
    return sendGeoJson(reply, areaLayer(level), {
      type: "FeatureCollection",
      features: areas.map(({ geometry, labelPoint: _label, bounds: _bounds, ...area }) => ({
        type: "Feature",
        id: area.number,
        geometry: geometry as never,
        properties: {
          ...area,
          ...Object.fromEntries(
            columns.flatMap(({ code, figure }) => {
              const [value, state] = figure(area.number);
              return [
                [code, value],
                [`${code}-state`, state],
              ];
            }),
          ),
        },
      })),
    });
  }

  /** Value, state, period and source of each wanted indicator this audience reads; others leave no trace. */
  async function figureColumns(
    request: FastifyRequest,
    level: AreaLevel,
    codes: string[],
    period: string | undefined,
  ) {
    const definitions = await services.indicators.list(request.audience);
    return Promise.all(
      definitions
        .filter(({ code }) => codes.includes(code))
        .map(async ({ code, name, unit, periods, provenance }) => {
          const wanted = period && periods.includes(period) ? period : (periods.at(-1) ?? "");
          const values = await services.indicators.values(request.audience, { code, level, period: wanted });
          const byArea = new Map((values ?? []).map((observation) => [observation.areaNumber, observation]));
          return {
            code,
            heads: [
              `${name.de} (${unit})`,
              `${name.de}: Hinweis`,
              `${name.de}: Stichtag`,
              `${name.de}: Quelle`,
            ],
            figure: (areaNumber: string): CsvCell[] => {
              const observation = byArea.get(areaNumber);
              const state = observation?.state ?? "UNKNOWN";
              return [
                observation?.value ?? null,
                state === "VALUE" ? null : stateTexts[state],
                wanted,
                provenance.source,
              ];
            },
          };
        }),
    );
  }

  function isDemo(): boolean {
    return services.city()?.isDemo ?? false;
  }

  function sendCsv(reply: FastifyReply, name: string, header: readonly string[], rows: readonly CsvCell[][]) {
    const text = isDemo()
      ? csvText(
          [...header, "Hinweis"],
          rows.map((row) => [...row, demoNotice]),
        )
      : csvText(header, rows);
    return attachment(reply, `${name}.csv`, "text/csv; charset=utf-8").send(text);
  }

  function sendGeoJson(reply: FastifyReply, name: string, collection: FeatureCollection) {
    const body = isDemo() ? { ...collection, notice: demoNotice } : collection;
    return attachment(reply, `${name}.geojson`, "application/geo+json; charset=utf-8").send(
      JSON.stringify(body),
    );
  }

  function attachment(reply: FastifyReply, fileName: string, contentType: string): FastifyReply {
    const full = isDemo() ? `demo-${fileName}` : fileName;
    return reply
      .type(contentType)
      .header(
        "content-disposition",
        `attachment; filename="${full}"; filename*=UTF-8''${encodeURIComponent(full)}`,
      );
  }
}
