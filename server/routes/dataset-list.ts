import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Audience } from "#domain/access/audience.ts";
import { countsRelease, listsRelease, mayUndoRelease } from "#domain/access/import-access.ts";
import { type DatasetLine, datasetLineSchema } from "#domain/contract/import-contract.ts";
import type { Release } from "#domain/dataset/release.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const undoBody = z.strictObject({
  /** Release the person saw as the current one. */
  current: z.string().min(1).max(80),
  reason: z.string().trim().min(3).max(1000),
});

/**
 * `GET /api/datasets`: what was imported, with source, licence and Stichtag, as far as this audience reads it; and
 * `POST /api/datasets/{dataset}/undo`, which makes the release before the current one the current one again.
 */
export function datasetListRoutes(app: FastifyInstance, { store }: Services): void {
  typed(app).get(
    "/api/datasets",
    {
      schema: {
        tags: ["datasets"],
        querystring: ceilingSchema,
        response: { 200: z.strictObject({ items: z.array(datasetLineSchema) }) },
      },
    },
    async (request, reply) => {
      personalHeaders(request, reply);
      const releases = await store.releases({ all: true });
      return { items: linesFor(request.audience, releases) };
    },
  );

  typed(app).post(
    "/api/datasets/:dataset/undo",
    {
      schema: {
        tags: ["datasets"],
        params: z.strictObject({ dataset: z.string().max(120) }),
        body: undoBody,
        response: { 200: datasetLineSchema },
      },
    },
    async (request) => {
      const { audience, body } = request;
      const { dataset } = request.params;
      const [present] = await store.releases({ dataset });
      if (!present || !listsRelease(audience, present)) throw notFound();
      if (present.kind === "records") {
        throw new Problem(
          409,
          "Importierte Datensätze werden einzeln zurückgenommen: Jeder hat seine eigene Geschichte, in der seit dem Import auch Menschen geschrieben haben können.",
        );
      }
      if (!mayUndoRelease(audience, present)) {
        throw audience.account
          ? new Problem(403, "Dazu fehlt die Berechtigung.")
          : new Problem(401, "Bitte melden Sie sich an.");
      }
      const { current, reason } = body;
      const at = new Date().toISOString();
      const outcome = await store.restoreFormer(dataset, {
        current,
        actor: audience.account ?? "",
        at,
        reason,
      });
      if (outcome.kind === "no-former") throw new Problem(409, "Vor diesem Stand gibt es keinen früheren.");
      if (outcome.kind === "moved-on") {
        throw new Problem(409, "Inzwischen gilt ein anderer Stand. Bitte laden Sie die Liste neu.");
      }
      const line = linesFor(audience, await store.releases({ dataset, all: true }))[0];
      if (!line) throw notFound();
      return line;
    },
  );
}

function linesFor(audience: Audience, releases: readonly Release[]): DatasetLine[] {
  const byDataset = new Map<string, Release[]>();
  for (const release of releases) {
    byDataset.set(release.dataset, [...(byDataset.get(release.dataset) ?? []), release]);
  }
  return [...byDataset.values()].flatMap((all) => {
    const at = all.findIndex(({ state }) => state === "PUBLISHED");
    const current = all[at];
    if (!current || !listsRelease(audience, current)) return [];
    const former = all
      .slice(at + 1)
      .filter((one) => one.state === "SUPERSEDED" && listsRelease(audience, one));
    const mayUndo = mayUndoRelease(audience, current);
    const { source, licence, fileName } = current.provenance;
    return [
      {
        dataset: current.dataset,
        kind: current.kind,
        title: current.title,
        level: current.level ?? null,
        boundaryVersion: current.boundaryVersion ?? null,
        isDemo: current.isDemo,
        source,
        licence,
        fileName: mayUndo ? (fileName ?? null) : null,
        current: releaseLine(audience, current),
        former: mayUndo ? former.map((release) => releaseLine(audience, release)) : [],
        mayUndo: mayUndo && former.length > 0,
      },
    ];
  });
}

function releaseLine(audience: Audience, release: Release): DatasetLine["current"] {
  const { id, state, publishedAt, visibility, released, rowCount, provenance } = release;
  return {
    id,
    state,
    publishedAt,
    referenceDate: provenance.referenceDate,
    visibility,
    released: released ?? null,
    rowCount: countsRelease(audience, release) ? rowCount : null,
  };
}
