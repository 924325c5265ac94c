import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { type Act, inScope, isFixed, may, projected, readScope } from "#domain/access/access.ts";
import { readsHistory } from "#domain/access/history-access.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { RecordChange, WriteContext } from "../store/store.ts";

/** What every route of a record type does with a request: find, allow, check the state it builds on, write. */
export interface RecordDesk {
  type: RecordType;
  /** The record, if this audience reads it; throws the same 404 as for none at all. */
  find: (request: FastifyRequest, id: string) => Promise<StoredRecord>;
  /** The same for somebody about to change it: who could read it at its end is told who deleted it, and when. */
  findToChange: (request: FastifyRequest, id: string) => Promise<StoredRecord>;
  /** Throws the 410 of a deleted record for those who could read it at its end; returns for all others. */
  tellDeleted: (request: FastifyRequest, id: string) => Promise<void>;
  /** Throws 401 or 403 unless this audience may do this; `denied-acts` notes whom it refused. */
  mustBeAllowed: (request: FastifyRequest, act: Act, record?: StoredRecord) => void;
  /** Throws 428 without If-Match where it is required, 412 with the current version when it is stale. */
  checkState: (request: FastifyRequest, current: StoredRecord, options: { required: boolean }) => void;
  /** One change through the store; its refusals become answers. */
  write: (request: FastifyRequest, change: DeskChange) => Promise<StoredRecord>;
}

export interface DeskChange {
  action: RecordChange["action"];
  /** The record as it shall be; for a deletion as it is. */
  record: StoredRecord;
  expectedRevision?: number;
  reason?: string | undefined;
  /** ISO 8601, UTC. */
  at: string;
  /** Changes of other records that belong to this one: all of them or none. */
  also?: readonly RecordChange[];
}

export function recordDesk(
  { store, offices }: Pick<Services, "store" | "offices">,
  type: RecordType,
): RecordDesk {
  const desk: RecordDesk = {
    type,
    async find(request, id) {
      const record = await store.record(type.type, id, readScope(request.audience, type));
      if (!record) throw notFound();
      return record;
    },
    async findToChange(request, id) {
      const record = await store.record(type.type, id, readScope(request.audience, type));
      if (record) return record;
      await desk.tellDeleted(request, id);
      throw notFound();
    },
    async tellDeleted({ audience }, id) {
      if (!readsHistory(audience)) return;
      const last = (await store.revisions(type.type, id)).at(-1);
      if (last?.action !== "delete" || !inScope(readScope(audience, type), last.record)) return;
      throw await deleted(last);
    },
    mustBeAllowed(request, act, record) {
      const { audience } = request;
      if (may(audience, act, type, record)) return;
      if (!audience.account) throw new Problem(401, "Bitte melden Sie sich an.");
      if (record && (act === "edit" || act === "delete") && isFixed(type, record)) {
        const state = type.lifecycle.states[record.state]?.name.de ?? record.state;
        throw new Problem(409, `Was ${state} ist, bleibt, wie es ist. Eine Änderung ist eine neue Fassung.`);
      }
      throw new Problem(403, "Dazu fehlt die Berechtigung.");
    },
    checkState(request, current, { required }) {
      const wanted = request.headers["if-match"];
      if (wanted === undefined) {
        if (!required) return;
        throw new Problem(
          428,
          "Zum Speichern fehlt die Angabe, auf welchem Stand die Änderung beruht (If-Match).",
        );
      }
      if (wanted !== etagOf(request, current)) throw conflict(request, current);
    },
    async write(request, { record, at, also = [], ...change }) {
      const base = { type: type.type, id: record.id, title: type.title(record.properties), record };
      const outcome = await store.write(
        [{ ...base, ...change } as RecordChange, ...also],
        writeContext(request, at),
      );
      switch (outcome.kind) {
        case "written":
        case "replayed":
          return outcome.records[0] ?? record;
        case "key-reused":
          throw new Problem(422, "Dieser Idempotency-Key gehört zu einer anderen Anfrage.");
        case "conflict":
          throw conflict(request, outcome.current);
        case "taken":
          throw new Problem(409, type.unique?.sentence(record.properties) ?? "Das gibt es schon.");
        case "deleted":
          throw await deleted(outcome);
        case "missing":
          throw notFound();
      }
    },
  };
  return desk;

  async function deleted({ actor, at }: { actor: string; at: string }): Promise<Problem> {
    const office = (await offices.of([actor])).get(actor) ?? "";
    return new Problem(410, `${type.names.singular.de} wurde gelöscht von: ${office}, am ${germanDate(at)}.`);
  }

  function conflict(request: FastifyRequest, current: StoredRecord): Problem {
    return new Problem(
      412,
      "Inzwischen hat jemand anderes gespeichert. Bitte vergleichen Sie beide Stände.",
      {
        current: projected(request.audience, type, current),
      },
    );
  }
}

/** A revision as this person sees it: another audience's ETag never matches (T-06b). */
export function etagOf(request: FastifyRequest, record: StoredRecord): string {
  const { role, account, ceiling, department, districts } = request.audience;
  const mark = createHash("sha256")
    .update(`${role} ${account} ${ceiling} ${department} ${districts}`)
    .digest("hex")
    .slice(0, 8);
  return `"${record.revision}-${record.id.slice(0, 8)}-${mark}"`;
}

function writeContext(request: FastifyRequest, at: string): WriteContext {
  const actor = request.audience.account ?? "";
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") return { actor, at };
  if (key.length > 200) throw new Problem(400, "Der Idempotency-Key ist zu lang.");
  const bodyHash = createHash("sha256")
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest("hex");
  return { actor, at, idempotency: { key, bodyHash } };
}

function germanDate(iso: string): string {
  return new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(
    new Date(iso),
  );
}
