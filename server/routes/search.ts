import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { listFace, projected, readScope } from "#domain/access/access.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import type { AreaAnswer, SearchHit } from "#domain/contract/contract.ts";
import { listOf, searchHitSchema } from "#domain/contract/contract.ts";
import { extentOf } from "#domain/geometry/contains-point.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { levelNaming } from "../city.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import type { Services } from "../services.ts";
import { personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const querySchema = z.strictObject({
  q: z.string().trim().min(1).max(200),
  ceiling: visibilitySchema.optional(),
});

/** Hits of one kind: enough to choose from, few enough to read. */
const hitsPerKind = 8;

/** A search reads every type of record; its cost in points of `CostLimit`. */
const searchCost = 8;

/** `GET /api/search?q=`: areas by name or number, records by title, read through access like every list. */
export function searchRoutes(app: FastifyInstance, services: Services, costs: CostLimit): void {
  typed(app).get(
    "/api/search",
    { schema: { tags: ["search"], querystring: querySchema, response: { 200: listOf(searchHitSchema) } } },
    async (request, reply) => {
      const { q } = request.query;
      await costs.chargeStranger(request, searchCost);
      const items = [...areaHits(q), ...(await recordHits(q, request.audience))];
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );

  function areaHits(q: string): SearchHit[] {
    const wanted = folded(q);
    const naming = levelNaming(services.city());
    return services
      .areas()
      .all()
      .filter((area) => area.level !== "city" && matches(area, wanted))
      .sort((a, b) => rank(a, wanted) - rank(b, wanted))
      .slice(0, hitsPerKind)
      .map((area) => ({
        kind: "area" as const,
        type: area.level,
        id: area.number,
        title: area.name ?? area.number,
        subtitle: {
          de: `${naming(area.level).singular.de} ${area.number}`,
          en: `${naming(area.level).singular.en} ${area.number}`,
        },
        position: area.labelPoint,
        bounds: area.bounds,
      }));
  }

  async function recordHits(q: string, audience: Parameters<typeof readScope>[0]): Promise<SearchHit[]> {
    const pages = await Promise.all(
      recordTypes.map(async (type) => {
        const page = await services.store.records({
          type: type.type,
          scope: readScope(audience, type),
          face: listFace(audience),
          text: q,
          sort: { field: "title", descending: false },
          limit: hitsPerKind,
        });
        return page.items.map((record): SearchHit => {
          const { geometry, properties, id, state } = projected(audience, type, record);
          const bounds = extentOf(geometry);
          const stateName = type.lifecycle.states[state]?.name;
          return {
            kind: "record",
            type: type.type,
            id,
            title: type.title(properties),
            subtitle: {
              de: `${type.names.singular.de} · ${stateName?.de ?? state}`,
              en: `${type.names.singular.en} · ${stateName?.en ?? state}`,
            },
            position:
              geometry?.type === "Point"
                ? (geometry.coordinates as [number, number])
                : geometry && labelPoint(geometry),
            bounds: bounds ? [...bounds] : null,
          };
        });
      }),
    );
    return pages.flat();
  }
}

function matches(area: AreaAnswer, wanted: string): boolean {
  return folded(area.name ?? "").includes(wanted) || area.number.toLowerCase().startsWith(wanted);
}

/** Names that begin with what was typed come first, larger areas before smaller ones. */
function rank(area: AreaAnswer, wanted: string): number {
  return folded(area.name ?? "").startsWith(wanted) ? 0 : 1;
}

/** Spelling that does not matter when looking for a name: case, umlauts written as ae, ß as ss. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss");
}
