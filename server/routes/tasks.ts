import type { FastifyInstance } from "fastify";
import { tasksSchema } from "#domain/task/task.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { tasksOf } from "../tasks/tasks-of.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

/** `GET /api/tasks`: "Meine Aufgaben", for signed-in people. */
export function taskRoutes(app: FastifyInstance, services: Services): void {
  typed(app).get(
    "/api/tasks",
    { schema: { tags: ["tasks"], querystring: ceilingSchema, response: { 200: tasksSchema } } },
    async (request, reply) => {
      if (!request.audience.account) throw new Problem(401, "Bitte melden Sie sich an.");
      const items = await tasksOf(services, request.audience);
      personalHeaders(request, reply);
      return { items, total: items.length, next: null };
    },
  );
}
