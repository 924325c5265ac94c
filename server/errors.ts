import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ProblemAnswer } from "#domain/contract/contract.ts";
import {
  InvalidCursorError,
  StoreFullError,
  StoreReadOnlyError,
  StoreUnavailableError,
  UnknownFieldError,
} from "./store/store.ts";

type ProblemExtras = Partial<Pick<ProblemAnswer, "detail" | "errors" | "current">> & {
  retryAfterSeconds?: number;
};

/** An expected refusal on its way to the client: thrown by routes, answered as application/problem+json. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly extras: ProblemExtras;
  constructor(status: number, title: string, extras: ProblemExtras = {}) {
    super(title);
    this.status = status;
    this.title = title;
    this.extras = extras;
  }
}

/** Not there and not visible to you look the same: one object, one sentence, one body. */
export const notFound = () => new Problem(404, "Das gibt es hier nicht.");

const titles: Readonly<Record<number, string>> = {
  400: "Die Anfrage ist nicht lesbar.",
  401: "Bitte melden Sie sich an.",
  403: "Dazu fehlt die Berechtigung.",
  404: "Das gibt es hier nicht.",
  405: "Diese Methode wird hier nicht angenommen.",
  406: "Diese Darstellung wird nicht angeboten.",
  413: "Die Anfrage ist zu groß.",
  415: "Diese Art von Inhalt wird nicht angenommen.",
  422: "Die Angaben sind nicht gültig.",
  429: "Zu viele Anfragen. Bitte versuchen Sie es gleich noch einmal.",
  500: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  503: "Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
  507: "Der Speicherplatz ist voll. Es wurde nichts gespeichert.",
};

/**
 * The one place that turns problems into answers. The text of an unexpected error goes to the log with the
 * request id, never to the client: Fastify's own handler would send it.
 */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof Problem))
      request.log.error({ err: error }, "request failed");
    return answer(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => answer(request, reply, notFound()));
}

function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const { retryAfterSeconds, ...extras } = problem.extras;
  if (retryAfterSeconds) reply.header("retry-after", String(retryAfterSeconds));
  const body: ProblemAnswer = {
    type: "about:blank",
    title: problem.title,
    status: problem.status,
    instance: request.id,
    ...extras,
  };
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(body));
}

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownFieldError || error instanceof InvalidCursorError) return standard(400);
  if (error instanceof StoreUnavailableError) return standard(503, { retryAfterSeconds: 5 });
  if (error instanceof StoreReadOnlyError) {
    return new Problem(503, "Die Datenbank ist schreibgeschützt. Lesen geht, Speichern nicht.", {
      retryAfterSeconds: 60,
    });
  }
  if (error instanceof StoreFullError) return standard(507);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      pointer: issue.instancePath || "/",
      detail: issue.message ?? "ungültig",
    }));
    return standard(400, { errors });
  }
  const status = error.statusCode ?? 500;
  return standard(titles[status] ? status : status < 500 ? 400 : 500);
}

function standard(status: number, extras: ProblemExtras = {}): Problem {
  return new Problem(status, titles[status] ?? "", extras);
}
