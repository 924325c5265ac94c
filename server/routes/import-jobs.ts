import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Audience } from "#domain/access/audience.ts";
import { mayReleaseImport, readsJob } from "#domain/access/import-access.ts";
import {
  fileReadingSchema,
  type ImportJob,
  type JobState,
  jobAnswerSchema,
} from "#domain/contract/import-contract.ts";
import { releaseStatementSchema } from "#domain/dataset/release.ts";
import { type ImportSpec, importSpecSchema } from "../datasets/import-spec.ts";
import { notFound, Problem } from "../errors.ts";
import type { ImportDesk } from "../imports/import-desk.ts";
import { withKeptRules } from "../imports/kept-rules.ts";
import type { Store } from "../store/store.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const idParams = z.strictObject({ id: z.uuid() });
const previewBody = z.strictObject({ reading: fileReadingSchema });
const checkBody = z.strictObject({ spec: z.record(z.string(), z.unknown()) });
const publishBody = z.strictObject({ released: releaseStatementSchema.nullable() });
const response = { 200: jobAnswerSchema, 202: jobAnswerSchema };

/** Longest a step is waited for; after that the job is asked for. */
const patienceMilliseconds = 2_000;
/** States in which a job waits for a person. */
const resting: readonly JobState[] = ["PREVIEWED", "CHECKED", "REFUSED", "ABORTED"];

/**
 * `/api/jobs`: the import jobs this audience reads. A job goes from preview to check (writes nothing) to publication;
 * settings may change as often as one likes before that. Each step is answered at once (202 while it waits or runs).
 */
export function jobRoutes(app: FastifyInstance, { store, desk }: { store: Store; desk: ImportDesk }): void {
  const tags = ["imports"];

  typed(app).get(
    "/api/jobs",
    {
      schema: {
        tags,
        querystring: ceilingSchema,
        response: { 200: z.strictObject({ items: z.array(jobAnswerSchema) }) },
      },
    },
    async (request, reply) => {
      const jobs = (await store.importJobs()).filter((job) => readsJob(request.audience, job));
      reply.header("cache-control", "no-store").header("vary", "Cookie");
      // What a list shows of a job is its name and state; rows come with the job itself.
      return { items: jobs.map((job) => ({ ...desk.answer(job), preview: null, report: null })) };
    },
  );

  typed(app).get(
    "/api/jobs/:id",
    { schema: { tags, params: idParams, querystring: ceilingSchema, response: { 200: jobAnswerSchema } } },
    async (request, reply) => {
      const job = await find(request);
      reply.header("cache-control", "no-store").header("vary", "Cookie");
      return desk.answer(job);
    },
  );

  typed(app).post(
    "/api/jobs/:id/preview",
    { schema: { tags, params: idParams, body: previewBody, response } },
    async (request, reply) => {
      const job = await restingJob(request);
      const { reading } = request.body;
      await move(job, { state: "WAITING", step: "preview", reading, report: null, problem: null });
      desk.enqueue(job.id, { step: "preview" }, request.log);
      return answer(job.id, reply);
    },
  );

  typed(app).post(
    "/api/jobs/:id/check",
    { schema: { tags, params: idParams, body: checkBody, response } },
    async (request, reply) => {
      const job = await restingJob(request);
      const { spec } = request.body;
      const order = {
        step: "check",
        spec: await withKeptRules(store, specOf(job, spec, request.audience)),
        audience: request.audience,
      } as const;
      await move(job, { state: "WAITING", step: "check", spec, report: null, problem: null, released: null });
      desk.enqueue(job.id, order, request.log);
      return answer(job.id, reply);
    },
  );

  typed(app).post(
    "/api/jobs/:id/publish",
    { schema: { tags, params: idParams, body: publishBody, response } },
    async (request, reply) => {
      const job = await restingJob(request);
      const { audience } = request;
      const { released } = request.body;
      const isChecked = job.state === "CHECKED" || (job.step === "publish" && job.report !== null);
      if (!isChecked || !job.spec) throw new Problem(409, "Bitte prüfen Sie die Datei zuerst.");
      if (released && !mayReleaseImport(audience, job.kind)) {
        throw new Problem(403, "Die Freigabe für alle erklärt die Geschäftsstelle.");
      }
      const spec = {
        ...(await withKeptRules(store, specOf(job, job.spec, audience))),
        ...(released && { released: `${released.office}, ${released.date}` }),
      } as ImportSpec;
      if (spec.as === "records") spec.draft = released === null;
      await move(job, { state: "WAITING", step: "publish", released, problem: null });
      desk.enqueue(job.id, { step: "publish", spec, audience }, request.log);
      return answer(job.id, reply);
    },
  );

  typed(app).post(
    "/api/jobs/:id/cancel",
    { schema: { tags, params: idParams, response: { 200: jobAnswerSchema } } },
    async (request) => {
      const { id } = await find(request);
      const job = await desk.cancel(id);
      if (!job) throw notFound();
      return desk.answer(job);
    },
  );

  typed(app).delete("/api/jobs/:id", { schema: { tags, params: idParams } }, async (request, reply) => {
    const job = await find(request);
    if (job.state === "RUNNING" || job.state === "WAITING") {
      throw new Problem(409, "Der Import läuft. Bitte brechen Sie ihn zuerst ab.");
    }
    await store.removeImportJob(job.id);
    await desk.uploads.remove(job.id);
    return reply.code(204).send();
  });

  async function find(request: FastifyRequest): Promise<ImportJob> {
    const job = await store.importJob((request.params as { id: string }).id);
    if (!job || !readsJob(request.audience, job)) throw notFound();
    return job;
  }

  /** A job that waits for a person and still has its file. */
  async function restingJob(request: FastifyRequest): Promise<ImportJob> {
    const job = await find(request);
    if (job.state === "PUBLISHED") throw new Problem(409, "Dieser Import ist schon veröffentlicht.");
    if (!resting.includes(job.state)) throw new Problem(409, "Der Import läuft schon.");
    if (!(await desk.uploads.has(job.id))) {
      throw new Problem(410, "Die Datei ist nicht mehr da. Bitte laden Sie sie noch einmal hoch.");
    }
    return job;
  }

  /** Of two people who start a step at once, one is told that it already runs. */
  async function move(job: ImportJob, change: Partial<ImportJob>): Promise<void> {
    const moved = await store.changeImportJob(job.id, [job.state], change);
    if (!moved) throw new Problem(409, "Der Import läuft schon.");
  }

  async function answer(id: string, reply: { code: (status: 200 | 202) => unknown }) {
    const job = await desk.settled(id, patienceMilliseconds);
    if (!job) throw notFound();
    reply.code(resting.includes(job.state) || job.state === "PUBLISHED" ? 200 : 202);
    return desk.answer(job);
  }

  /** What the page may say; the rest follows from the job and from who imports. */
  function specOf(job: ImportJob, given: Record<string, unknown>, audience: Audience): ImportSpec {
    for (const field of ["file", "with", "owner", "state", "draft", "released"]) {
      if (field in given) throw badSpec(field, "kann hier nicht angegeben werden");
    }
    const { layer, encoding, separator, headerRow, crs } = job.reading;
    const reading = { layer, encoding, separator, headerRow, crs };
    const known = Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined));
    const parsed = importSpecSchema.safeParse({
      ...known,
      ...given,
      ...(job.kind === "records" && recordPart(job, given, audience)),
      as: job.kind,
      file: desk.uploads.path(job.id),
    });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw badSpec(issue ? z.core.toDotPath(issue.path) : "", issue?.message ?? "unvollständig");
  }
}

/** Records of a Fachamt are its own, in a series of its own: no import reaches those of another office. */
function recordPart(
  job: ImportJob,
  given: Record<string, unknown>,
  audience: Audience,
): Record<string, unknown> {
  const common = { type: job.recordType, owner: audience.account, draft: true };
  if (audience.role !== "PLANNER") return common;
  const series = typeof given.dataset === "string" && given.dataset !== "" ? `-${given.dataset}` : "";
  const { department } = audience;
  return { ...common, department, dataset: `amt-${(department ?? "").toLowerCase()}${series}` };
}

function badSpec(where: string, why: string): Problem {
  return new Problem(422, `Die Angaben zum Import reichen nicht: ${where}: ${why}.`, {
    errors: [{ pointer: `/spec/${where.replaceAll(".", "/")}`, detail: why }],
  });
}
