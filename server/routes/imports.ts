import { randomUUID } from "node:crypto";
import fastifyMultipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { mayImport } from "#domain/access/import-access.ts";
import { type ImportJob, importKindSchema, jobAnswerSchema } from "#domain/contract/import-contract.ts";
import { Problem } from "../errors.ts";
import type { ImportDesk } from "../imports/import-desk.ts";
import type { Store } from "../store/store.ts";
import { jobRoutes } from "./import-jobs.ts";
import { typed } from "./typed-app.ts";

export interface ImportServices {
  store: Store;
  desk: ImportDesk;
}

/** Longest an upload is waited for with its preview; after that the job is asked for. */
const patienceMilliseconds = 7_000;
/** Jobs one account may have open at once, each with a file of up to 50 MiB. */
const mostJobs = 20;
/** Form fields beside the file (RELIABILITY §2); none of them is read. */
const mostFields = 20;

const uploadQuery = z.strictObject({ kind: importKindSchema, recordType: z.string().max(60).optional() });

/**
 * `POST /api/imports`: a file as `multipart/form-data`, answered as a job with a preview (201), as a job still in
 * the queue (202), or refused (422) with nothing kept. What is imported is said in the address, so that rights are
 * asked before a byte is read.
 */
export async function importRoutes(app: FastifyInstance, services: ImportServices): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(fastifyMultipart, {
      limits: { files: 1, fields: mostFields, fileSize: services.desk.limits.fileBytes, fieldSize: 10_000 },
      throwFileSizeLimit: false,
    });
    uploadRoute(scope, services);
  });
  jobRoutes(app, services);
}

function uploadRoute(app: FastifyInstance, { store, desk }: ImportServices): void {
  typed(app).post(
    "/api/imports",
    {
      schema: {
        tags: ["imports"],
        consumes: ["multipart/form-data"],
        querystring: uploadQuery,
        response: { 201: jobAnswerSchema, 202: jobAnswerSchema },
      },
    },
    async (request, reply) => {
      const { kind, recordType = null } = request.query;
      if (!mayImport(request.audience, kind, recordType)) throw forbidden(request);
      if (!request.isMultipart()) throw new Problem(415, "Erwartet wird eine Datei (multipart/form-data).");
      const account = request.audience.account ?? "";
      await refuseTooMany(account);
      request.grantUploadTime();
      const id = randomUUID();
      const { fileName, fileBytes } = await receiveFile(request, id);
      const at = new Date().toISOString();
      const job: ImportJob = {
        id,
        kind,
        recordType: kind === "records" ? recordType : null,
        account,
        state: "WAITING",
        step: "preview",
        fileName,
        fileBytes,
        reading: {},
        spec: null,
        released: null,
        preview: null,
        report: null,
        problem: null,
        createdAt: at,
        updatedAt: at,
      };
      await store.addImportJob(job);
      desk.enqueue(id, { step: "preview" }, request.log);
      const settled = (await desk.settled(id, patienceMilliseconds)) ?? job;
      if (settled.state === "REFUSED") {
        await forget(id);
        throw new Problem(422, settled.problem?.sentence ?? "Die Datei ist nicht lesbar.", {
          errors: [{ pointer: "/file", detail: settled.problem?.code ?? "" }],
        });
      }
      reply.header("location", `/api/jobs/${id}`).header("cache-control", "no-store");
      return reply.code(settled.state === "PREVIEWED" ? 201 : 202).send(desk.answer(settled));
    },
  );

  async function receiveFile(request: FastifyRequest, id: string) {
    let received: { fileName: string; fileBytes: number } | undefined;
    try {
      for await (const part of request.parts()) {
        if (part.type !== "file") continue;
        const fileBytes = await receivePart(request, part, id);
        received = { fileName: shownName(part.filename), fileBytes };
        if (part.file.truncated) throw tooLarge();
      }
    } catch (error) {
      await desk.uploads.remove(id);
      throw uploadProblem(error);
    }
    if (!received) throw new Problem(400, "In der Anfrage ist keine Datei.");
    return received;
  }

  /** A connection that closes before its end takes the half file with it (RELIABILITY I-14). */
  async function receivePart({ raw }: FastifyRequest, { file }: MultipartFile, id: string): Promise<number> {
    const cutOff = () => raw.complete || file.destroy(new Error("upload cut off"));
    raw.once("close", cutOff);
    try {
      return await desk.uploads.receive(id, file);
    } finally {
      raw.off("close", cutOff);
    }
  }

  async function refuseTooMany(account: string): Promise<void> {
    const open = (await store.importJobs()).filter(
      (job) => job.account === account && job.state !== "PUBLISHED",
    );
    if (open.length < mostJobs) return;
    throw new Problem(409, `Sie haben ${open.length} offene Importe. Bitte verwerfen Sie zuerst einige.`);
  }

  async function forget(id: string): Promise<void> {
    await store.removeImportJob(id);
    await desk.uploads.remove(id);
  }
}

const tooLarge = () => new Problem(413, "Die Datei ist größer als 50 MiB.");

/** Refusals of the multipart reader: more than one file, too many fields, a body that breaks off. */
function uploadProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === "FST_REQ_FILE_TOO_LARGE") return tooLarge();
  if (code === "FST_FILES_LIMIT") return new Problem(413, "Bitte laden Sie eine Datei auf einmal hoch.");
  if (code === "FST_FIELDS_LIMIT" || code === "FST_PARTS_LIMIT")
    return new Problem(413, `Mehr als ${mostFields} Formularfelder werden nicht angenommen.`);
  if (statusCode !== undefined || code?.startsWith("E")) return error;
  return new Problem(
    400,
    "Die Datei ist nicht vollständig angekommen. Bitte laden Sie sie noch einmal hoch.",
  );
}

/** The name on the person's machine, for people to recognise: never a path, no control characters. */
function shownName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = name.normalize("NFC").replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "");
  return plain.slice(0, 200) || "Datei";
}

function forbidden({ audience }: FastifyRequest): Problem {
  if (!audience.account) return new Problem(401, "Bitte melden Sie sich an.");
  return new Problem(403, "Dazu fehlt die Berechtigung.");
}
