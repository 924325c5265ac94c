import type { FastifyReply, FastifyRequest } from "fastify";
import { projected } from "#domain/access/access.ts";
import { isAtMost, type Visibility } from "#domain/access/visibility.ts";
import { recordSchema } from "#domain/contract/contract.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { earlyReleaseOf } from "#domain/release/early-release.ts";
import type { ReleaseEntry } from "#domain/release/release-log.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { releaseBodySchema, withdrawBodySchema } from "./record-body.ts";
import { type DeskChange, etagOf, type RecordDesk } from "./record-desk.ts";
import { refuseUnfitFormula } from "./record-formula.ts";
import { facedAs } from "./record-public-face.ts";
import { idParams } from "./record-reading.ts";
import { refuseClosedReferences, withoutReferencesTo } from "./record-references.ts";
import { refuseUnsigned, replacement } from "./record-signing.ts";
import type { TypedApp } from "./typed-app.ts";

/**
 * Freigabe and Rücknahme: the only two ways to change who sees a record. Both are the Geschäftsstelle's alone, both
 * say from when and why, and the record keeps them. `collection` is where records of the type are served.
 */
export function recordReleaseRoutes(
  app: TypedApp,
  services: Pick<Services, "store" | "areas" | "indicators">,
  desk: RecordDesk,
  collection = `/api/records/${desk.type.type}`,
): void {
  const { store, areas } = services;
  const { type, findToChange, mustBeAllowed, checkState, write } = desk;
  const path = `${collection}/:id`;
  const schema = { tags: [type.type], params: idParams, response: { 200: recordSchema } };

  app.post(`${path}/release`, { schema: { ...schema, body: releaseBodySchema } }, async (request, reply) => {
    const { body } = request;
    const current = await findToChange(request, request.params.id);
    mustBeAllowed(request, "release", current);
    checkState(request, current, { required: false });
    if (body.visibility === current.visibility || !isAtMost(body.visibility, current.visibility)) {
      throw new Problem(409, "Eine Freigabe öffnet die Sichtbarkeit; hier wäre nichts zu öffnen.");
    }
    refuseUnsigned(type, current);
    const early = earlyReleaseOf(type, current, body.visibility);
    if (early && !body.confirmedEarly) throw toBeConfirmed(early.de);
    await refuseClosedReferences(store, type, { ...current, visibility: body.visibility });
    await refuseUnfitFormula(services, type, request.audience, { ...current, visibility: body.visibility });
    const { publicFace } = body;
    const faced = publicFace && { publicFace: facedAs(type, current, publicFace, areas()) };
    return save(
      request,
      reply,
      "release",
      { ...current, ...faced },
      {
        to: body.visibility,
        early: early?.de ?? null,
        ...body,
      },
    );
  });

  app.post(
    `${path}/withdraw`,
    { schema: { ...schema, body: withdrawBodySchema } },
    async (request, reply) => {
      const { visibility = "RESTRICTED", ...body } = request.body;
      const current = await findToChange(request, request.params.id);
      mustBeAllowed(request, "withdraw", current);
      checkState(request, current, { required: false });
      if (isAtMost(visibility, current.visibility)) {
        throw new Problem(409, "Eine Rücknahme schließt die Sichtbarkeit; hier wäre nichts zu schließen.");
      }
      return save(request, reply, "withdraw", current, { to: visibility, early: null, ...body });
    },
  );

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    action: "release" | "withdraw",
    current: StoredRecord,
    {
      to,
      reason,
      on,
      early,
    }: { to: Visibility; reason: string; on?: string | undefined; early: string | null },
  ) {
    const at = new Date().toISOString();
    const entry: ReleaseEntry = {
      on: effectiveDay(on, at),
      at,
      by: request.audience.account ?? "",
      from: current.visibility,
      to,
      reason,
      early,
    };
    const record: StoredRecord = {
      ...current,
      visibility: to,
      revision: current.revision + 1,
      updatedAt: at,
      releaseLog: [...(current.releaseLog ?? []), entry],
    };
    const also: DeskChange["also"] =
      action === "withdraw"
        ? await withoutReferencesTo(store, record, { at })
        : await replacement(store, type, record, at);
    const expectedRevision = current.revision;
    const written = await write(request, { action, record, expectedRevision, reason, at, also });
    reply.header("etag", etagOf(request, written)).header("cache-control", "no-store");
    return projected(request.audience, type as RecordType, written);
  }
}

/** 409 that names what has to be confirmed; the same call with `confirmedEarly` goes through. */
function toBeConfirmed(why: string): Problem {
  return new Problem(409, "Diese Freigabe ist früh und muss bestätigt werden.", {
    detail: `${why} Zulässig ist sie, wenn die Sache schon öffentlich war.`,
    errors: [{ pointer: "/confirmedEarly", detail: why }],
  });
}

/** Today in Germany unless another day is stated. Throws Problem 422 for a day to come: a release works at once. */
function effectiveDay(on: string | undefined, at: string): string {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date(at));
  if (on === undefined) return today;
  if (on <= today) return on;
  throw new Problem(422, "Das Datum liegt in der Zukunft; eine Freigabe und eine Rücknahme wirken sofort.", {
    errors: [{ pointer: "/on", detail: "liegt in der Zukunft" }],
  });
}
