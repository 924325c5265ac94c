import { readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { answerIndex, type IndexFigures } from "#domain/priority-index/answer-index.ts";
import type { IndexAnswer, NamedDefinition } from "#domain/priority-index/index-answer.ts";
import { indexDefinitionSchema } from "#domain/priority-index/index-definition.ts";
import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import type { IndexRequest } from "#domain/priority-index/index-request.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { unknownScenario } from "./analysis-problems.ts";

/**
 * Answers for an index from the figures this audience reads, and of them only what is told to everybody who reads the
 * release: raw figures behind hidden cells are left out even for those who may read them, so that a score tells nothing
 * hidden and is the same for all.
 */
export async function askIndex(
  services: Pick<Services, "store" | "indicators" | "areas">,
  audience: Audience,
  { scenario, level, period, robustness, ...asked }: IndexRequest,
): Promise<IndexAnswer> {
  if (scenario !== presentScenario.id) throw unknownScenario();
  const named = await definitionOf(services, audience, asked);
  if (!named.definition.levels.includes(level)) {
    throw new Problem(422, "Diese Definition gilt nicht für diese Gebietsebene.", {
      errors: [{ pointer: "/level", detail: `erlaubt: ${named.definition.levels.join(", ")}` }],
    });
  }
  const areas = services.areas().list(level, { withGeometry: false });
  if (areas.length === 0) {
    throw new Problem(422, "Auf dieser Ebene gibt es keine Gebiete.", {
      errors: [{ pointer: "/level", detail: "keine Gebiete" }],
    });
  }
  const figures = await figuresOf(services, audience, named, level);
  return answerIndex({ named, level, period, robustness }, { areas, figures });
}

async function definitionOf(
  { store }: Pick<Services, "store">,
  audience: Audience,
  { definition, definitionId }: Pick<IndexRequest, "definition" | "definitionId">,
): Promise<NamedDefinition> {
  if (definition) return { id: null, state: null, definition };
  const scope = readScope(audience, indexDefinition);
  const record = await store.record(indexDefinition.type, definitionId ?? "", scope);
  if (!record) {
    throw new Problem(422, "Diese Indexdefinition gibt es hier nicht.", {
      errors: [{ pointer: "/definitionId", detail: "unbekannt" }],
    });
  }
  return { id: record.id, state: record.state, definition: indexDefinitionSchema.parse(record.properties) };
}

async function figuresOf(
  { indicators }: Pick<Services, "indicators">,
  audience: Audience,
  { definition, id }: NamedDefinition,
  level: IndexRequest["level"],
): Promise<IndexFigures[]> {
  const reading = await indicators.read(audience);
  const known = new Map((await reading.list()).map((indicator) => [indicator.code, indicator]));
  const at = (index: number, field: string) =>
    id === null ? `/definition/components/${index}/${field}` : "/definitionId";
  return Promise.all(
    definition.components.map(async ({ indicatorCode: code, resolution }, index) => {
      const indicator = known.get(code);
      if (!indicator) {
        throw new Problem(422, `Den Indikator „${code}“ gibt es hier nicht.`, {
          errors: [{ pointer: at(index, "indicatorCode"), detail: "unbekannt" }],
        });
      }
      if (indicator.direction === "NEUTRAL" && resolution === undefined) {
        throw new Problem(
          422,
          `„${indicator.name.de}“ ist weder gut noch schlecht und zählt nur mit einem Beschluss als Belastung.`,
          { errors: [{ pointer: at(index, "resolution"), detail: "fehlt" }] },
        );
      }
      const values = await reading.values({ code, level, onlyTold: true });
      return { indicator, values: values ?? [] };
    }),
  );
}
