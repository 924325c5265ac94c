import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { usesPlanning } from "#domain/access/planning-access.ts";
import { planningBaseSchema } from "#domain/analysis/planning-base.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import { type Question, questionSchema, suggestionRequestSchema } from "#domain/analysis/question.ts";
import { areaLevelSchema } from "#domain/area/area.ts";
import { sketchedSiteSchema } from "#domain/scenario/scenario.ts";
import { asProblem } from "../analysis/analysis-problems.ts";
import { askEarlyWarnings } from "../analysis/early-warning-desk.ts";
import { SuggestionDesk } from "../analysis/suggestion-desk.ts";
import { cityNotice } from "../city.ts";
import { notFound } from "../errors.ts";
import { analysisCsv, type CsvAnalysis, csvAnalyses } from "../export/analysis-csv.ts";
import type { Services } from "../services.ts";
import { analysisQuerySchema, questionOfQuery } from "./analysis-query.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const siteSchema = z.strictObject({ question: questionSchema, site: sketchedSiteSchema });
const catchmentSchema = z.strictObject({
  question: questionSchema,
  /** Longitude and latitude, WGS 84. */
  place: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  /** In the question's measure, ascending. */
  limits: z.array(z.number().positive().max(20_000)).min(1).max(6),
});

/** Questions that are asked with nothing but a question. */
const plainQuestions = {
  coverage: (model, question) => model.coverage(question),
  supply: (model, question) => model.supplyRatio(question),
  "floating-catchment": (model, question) => model.floatingCatchment(question),
  gaps: (model, question) => model.gaps(question),
  duplicates: (model, question) => model.duplicates(question),
} as const satisfies Record<string, (model: PlanningModel, question: Question) => unknown>;

/**
 * `/api/analysis/…`: the functions the browser computes with while dragging, for reports and for clients without a
 * worker. Planners and the Geschäftsstelle only; for everybody else these addresses do not exist.
 */
export async function analysisRoutes(fastify: FastifyInstance, services: Services): Promise<void> {
  const { planning } = services;
  const suggestions = new SuggestionDesk(planning);
  const isDemo = () => services.city()?.isDemo ?? false;
  const schema = { tags: ["analysis"], querystring: ceilingSchema };

  await fastify.register(async (scope) => {
    // Before anything is read of the request: to others a wrong body must answer like a right one.
    scope.addHook("onRequest", async (request) => {
      if (!usesPlanning(request.audience)) throw notFound();
    });
    scope.addHook("onSend", async (_request, reply) => {
      // A refusal has the headers of any other one, or it would tell that there is something.
      if (reply.statusCode >= 400) return;
      reply.header("cache-control", "private, no-store").header("vary", "Cookie");
    });
    const app = typed(scope);

    app.get(
      "/api/analysis/base",
      { schema: { ...schema, response: { 200: planningBaseSchema } } },
      async (request) => planning.base(request.audience, { isDemo: isDemo() }),
    );

    for (const [name, ask] of Object.entries(plainQuestions)) {
      app.post(`/api/analysis/${name}`, { schema: { ...schema, body: questionSchema } }, async (request) =>
        answered(request, request.body, (model) => ask(model, request.body)),
      );
    }

    app.post("/api/analysis/catchment", { schema: { ...schema, body: catchmentSchema } }, async (request) => {
      const { question, place, limits } = request.body;
      const [longitude, latitude] = place;
      const ascending = limits.toSorted((a, b) => a - b);
      return answered(request, question, (model) =>
        model.catchment(question, { longitude, latitude }, ascending),
      );
    });

    app.post("/api/analysis/site", { schema: { ...schema, body: siteSchema } }, async (request) => {
      const { question, site } = request.body;
      return answered(request, question, (model) => model.site(question, site));
    });

    app.post("/api/analysis/site-check", { schema: { ...schema, body: siteSchema } }, async (request) => {
      const { question, site } = request.body;
      return answered(request, question, (model) => model.check(question, site));
    });

    app.post(
      "/api/analysis/suggest-sites",
      { schema: { ...schema, body: suggestionRequestSchema } },
      async (request, reply) => {
        const stop = new AbortController();
        reply.raw.once("close", () => stop.abort());
        try {
          return await suggestions.suggest(request.audience, request.body, stop.signal);
        } catch (error) {
          throw asProblem(error);
        }
      },
    );

    app.post(
      "/api/analysis/early-warnings",
      { schema: { ...schema, body: z.strictObject({ level: areaLevelSchema }) } },
      async ({ audience, body }) => askEarlyWarnings(services, audience, body.level),
    );

    for (const name of Object.keys(csvAnalyses) as CsvAnalysis[]) {
      app.get(
        `/api/analysis/${name}.csv`,
        { schema: { ...schema, querystring: analysisQuerySchema } },
        async (request, reply) => {
          const question = questionOfQuery(request.query);
          const text = await answered(request, question, (model) =>
            analysisCsv(name, model, question, {
              areas: services.areas().list(question.level, { withGeometry: false }),
              notice: cityNotice(services.city())?.de ?? null,
            }),
          );
          const file = `${isDemo() ? "demo-" : ""}${name}-${question.kind.toLowerCase()}.csv`;
          return reply
            .type("text/csv; charset=utf-8")
            .header("content-disposition", `attachment; filename="${file}"`)
            .send(text);
        },
      );
    }
  });

  async function answered<Answer>(
    request: FastifyRequest,
    { scenario }: Question,
    ask: (model: PlanningModel) => Answer,
  ): Promise<Answer> {
    try {
      return ask(await planning.model(request.audience, scenario));
    } catch (error) {
      throw asProblem(error);
    }
  }
}
