import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FeatureCollection } from "geojson";
import { z } from "zod";
import { highestFieldCeiling } from "#domain/access/access.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { type AreaLevel, areaLayer, areaLevels } from "#domain/area/area.ts";
import { periodSchema, type ValueState } from "#domain/indicator/observation.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { Scenario } from "#domain/scenario/scenario.ts";
import type { CsvCell } from "#domain/text/csv-cell.ts";
import { levelNaming } from "../city.ts";
import { areaColumns } from "../collections/area-collection.ts";
import type { Column, FlatFeature } from "../collections/collection.ts";
import { recordColumns } from "../collections/record-columns.ts";
import { notFound, Problem } from "../errors.ts";
import { recordTable } from "../export/record-table.ts";
import { facilitiesInScenario } from "../export/scenario-export.ts";
import { fileSender } from "../export/send-file.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import type { Services } from "../services.ts";
import { personalHeaders } from "./audience-answer.ts";
import { recordQuery, recordQuerySchema } from "./record-query.ts";

const fileParams = z.object({ file: z.string().regex(/^[a-z-]{1,60}\.(csv|geojson|xlsx|gpkg)$/) });

/** A file holds everything at once; its cost in points of `CostLimit`. */
const exportCost = 30;

const effectColumn: Column = {
  name: "inScenario",
  title: { de: "Im Szenario", en: "In the scenario" },
  kind: "text",
};

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

/**
 * `GET /api/export/{type}.{csv|geojson|xlsx|gpkg}`: what the list shows, with the same filter and the same rights.
 * `scenario` names the scenario every row belongs to; facilities then come as that scenario has them.
 */
export function exportRoutes(app: FastifyInstance, services: Services, costs: CostLimit): void {
  const { sendTable, sendGeoPackage, sendGeoJson } = fileSender(services);

  app.get<{ Params: { file: string }; Querystring: Record<string, unknown> }>(
    "/api/export/:file",
    { schema: { tags: ["export"], params: fileParams } },
    async (request, reply) => {
      const [name = "", format = ""] = request.params.file.split(".");
      const level = areaLevels.find((candidate) => areaLayer(candidate) === name);
      const type = recordTypeOf(name);
      if (!level && !type) throw notFound();
      await costs.chargeStranger(request, exportCost);
      personalHeaders(request, reply);
      const { scenario: scenarioId, ...query } = request.query;
      const scenario = await openScenario(request, scenarioId);
      if (level) return exportAreas(request, reply, { level, format, query, scenario });

      const parsed = recordQuerySchema(type!).safeParse(query);
      if (!parsed.success)
        throw new Problem(400, "Nach diesem Feld kann nicht gefiltert oder sortiert werden.");
      const wanted = recordQuery(type!, request.audience, parsed.data);
      const records = await readableRecords(services.store, type!, request.audience, wanted);
      const listed = inScenario(type!, records, scenario);
      const title = type!.names.plural.de;
      const withEffect = scenario && type!.type === "facilities";
      const effectOf = ({ id }: StoredRecord) => listed.effects.get(id) ?? "unverändert";
      if (format === "csv" || format === "xlsx") {
        const { header, rows } = recordTable(type!, listed.records);
        return sendTable(
          reply,
          { name, format, title },
          withEffect ? [...header, "Im Szenario"] : header,
          withEffect ? rows.map((row, k) => [...row, effectOf(listed.records[k]!)]) : rows,
          scenario,
        );
      }
      if (format === "gpkg") {
        const columns = recordColumns(type!, highestFieldCeiling(request.audience));
        const features = listed.records.map(
          (record): FlatFeature => ({
            type: "Feature",
            id: record.id,
            geometry: record.geometry,
            properties: {
              ...Object.fromEntries(columns.map(({ name, read }) => [name, read(record)])),
              ...(withEffect && { inScenario: effectOf(record) }),
            },
          }),
        );
        const all = withEffect ? [...columns, effectColumn] : columns;
        return sendGeoPackage(reply, { name, title }, all, features, scenario);
      }
      return sendGeoJson(
        reply,
        name,
        {
          type: "FeatureCollection",
          features: listed.records.map((record) => ({
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
              ...(listed.effects.has(record.id) && { inScenario: listed.effects.get(record.id) }),
            },
          })),
        },
        scenario,
      );
    },
  );

  /** The scenario asked for; null is the present. One this audience may not read is as unknown as any other. */
  async function openScenario(request: FastifyRequest, id: unknown): Promise<Scenario | null> {
    if (id === undefined || id === presentScenario.id) return null;
    const found = typeof id === "string" ? await services.scenarios.find(request.audience, id) : undefined;
    if (!found) throw notFound();
    return found.scenario;
  }

  function inScenario(type: RecordType, records: readonly StoredRecord[], scenario: Scenario | null) {
    if (!scenario || type.type !== "facilities") return { records, effects: new Map<string, string>() };
    return facilitiesInScenario(records, scenario, ([longitude, latitude]) =>
      services.areas().districtsOf({ type: "Point", coordinates: [longitude, latitude] }),
    );
  }

  async function exportAreas(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      level,
      format,
      query,
      scenario,
    }: { level: AreaLevel; format: string; query: Record<string, unknown>; scenario: Scenario | null },
  ) {
    const parsed = areaQuerySchema.safeParse(query);
    if (!parsed.success) throw new Problem(400, "Die Anfrage ist nicht lesbar.");
    const areas = services.areas().list(level, { withGeometry: format === "geojson" || format === "gpkg" });
    const columns = await figureColumns(
      request,
      level,
      parsed.data.indicators.split(",").filter(Boolean),
      parsed.data.period,
    );
    await noteConfidential(
      request,
      level,
      columns.filter(({ isConfidential }) => isConfidential).map(({ code }) => code),
    );
    const title = levelNaming(services.city())(level).plural.de;
    if (format === "csv" || format === "xlsx") {
      const header = ["Nummer", "Name", "Gehört zu", "Fläche (ha)", "Gebietsstand"];
      const rows = areas.map((area): CsvCell[] => [
        area.number,
        area.name,
        area.parentNumber,
        area.areaHa,
        area.boundaryVersion,
        ...columns.flatMap(({ figure }) => figure(area.number)),
      ]);
      const heads = columns.flatMap((column) => column.heads);
      return sendTable(
        reply,
        { name: areaLayer(level), format, title },
        [...header, ...heads],
        rows,
        scenario,
      );
    }
    if (format === "gpkg") {
      const features = areas.map(
        (area): FlatFeature => ({
          type: "Feature",
          id: area.number,
          geometry: area.bounds ? (area.geometry as FlatFeature["geometry"]) : null,
          properties: {
            ...Object.fromEntries(areaColumns.map(({ name }) => [name, area[name as keyof typeof area]])),
            ...Object.assign(
              {},
              ...columns.map(({ code, figure }) => {
                const [value, state] = figure(area.number);
                return { [code]: value, [`${code}-state`]: state };
              }),
            ),
          } as FlatFeature["properties"],
        }),
      );
      const figures = columns.flatMap(({ code, heads }): Column[] => [
        { name: code, title: { de: heads[0]!, en: code }, kind: "number" },
        { name: `${code}-state`, title: { de: heads[1]!, en: `${code} state` }, kind: "text" },
      ]);
      const all = [...areaColumns, ...figures];
      return sendGeoPackage(reply, { name: areaLayer(level), title }, all, features, scenario);
    }
    const collection: FeatureCollection = {
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
    };
    return sendGeoJson(reply, areaLayer(level), collection, scenario);
  }

  /** Who takes figures out of the house that are hidden from others is written down (RELIABILITY S-08). */
  async function noteConfidential(request: FastifyRequest, level: AreaLevel, codes: string[]) {
    await services.store.note(
      codes.map((code) => ({
        at: new Date().toISOString(),
        actor: request.audience.account ?? "",
        action: "export-confidential",
        type: "dataset",
        id: `indicator-${code}`,
        reason: `vertrauliche Werte ausgegeben: ${areaLayer(level)}`,
      })),
    );
  }

  /** Value, state, period and source of each wanted indicator this audience reads; others leave no trace. */
  async function figureColumns(
    request: FastifyRequest,
    level: AreaLevel,
    codes: string[],
    period: string | undefined,
  ) {
    const reading = await services.indicators.read(request.audience);
    const definitions = await reading.list();
    return Promise.all(
      definitions
        .filter(({ code }) => codes.includes(code))
        .map(async ({ code, name, unit, periods, provenance }) => {
          const wanted = period && periods.includes(period) ? period : (periods.at(-1) ?? "");
          const values = await reading.values({ code, level, period: wanted });
          const byArea = new Map((values ?? []).map((observation) => [observation.areaNumber, observation]));
          return {
            code,
            isConfidential: [...byArea.values()].some((observation) => observation.isConfidential),
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
                observation?.isConfidential ? "vertraulich" : state === "VALUE" ? null : stateTexts[state],
                wanted,
                provenance.source,
              ];
            },
          };
        }),
    );
  }
}
