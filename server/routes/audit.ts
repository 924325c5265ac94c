import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { projected, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { accountActTypes, readsAudit } from "#domain/access/audit-access.ts";
import { visibilitySchema } from "#domain/access/visibility.ts";
import {
  type AuditRow,
  type AuditVerification,
  auditPageSchema,
  auditVerificationSchema,
  refusedActs,
} from "#domain/contract/audit-contract.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { scenario } from "#domain/scenario/scenario.ts";
import type { CsvCell } from "#domain/text/csv-cell.ts";
import { escapeControls } from "#domain/text/escape-controls.ts";
import { Problem } from "../errors.ts";
import { csvText } from "../export/csv-text.ts";
import type { Services } from "../services.ts";
import type { AuditEntry, AuditSearch } from "../store/store.ts";
import { personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const day = z.iso.date().optional();
const filterSchema = z.strictObject({
  ceiling: visibilitySchema.optional(),
  /** First and last day, Berlin time. */
  from: day,
  to: day,
  office: z.string().max(200).optional(),
  action: z.string().max(60).optional(),
  /** Only what was tried and refused. */
  refused: z.literal("true").optional(),
  type: z.string().max(60).optional(),
  id: z.string().max(120).optional(),
});
const pageQuerySchema = filterSchema.extend({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
type Filter = z.infer<typeof filterSchema>;

/** More rows than any spreadsheet is read to the end. */
const longestExport = 100_000;

/** `GET /api/audit`, its file and the verification of its chain: content for the Geschäftsstelle, accounts for ADMIN. */
export function auditRoutes(fastify: FastifyInstance, services: Services): void {
  const app = typed(fastify);
  const { store } = services;
  const tags = ["audit"];

  app.get(
    "/api/audit",
    { schema: { tags, querystring: pageQuerySchema, response: { 200: auditPageSchema } } },
    async (request, reply) => {
      const types = typesFor(request);
      const { before, limit, ...filter } = request.query;
      const words = await store.auditWords(types);
      const offices = await services.offices.of(words.actors);
      const found = await store.searchAudit({
        ...searchOf(filter, types, offices),
        limit,
        ...(before === undefined ? {} : { before }),
      });
      const items = await rowsOf(request.audience, found.items);
      const last = items.length === limit ? items.at(-1)?.sequence : undefined;
      personalHeaders(request, reply);
      return {
        items,
        total: found.total,
        next: last === undefined ? null : olderAddress(request.query, last),
        actions: words.actions,
        types: words.types,
        offices: [...new Set(offices.values())].sort((a, b) => a.localeCompare(b, "de")),
      };
    },
  );

  app.get(
    "/api/audit/export.csv",
    { schema: { tags, querystring: filterSchema } },
    async (request, reply) => {
      const types = typesFor(request);
      const { actors } = await store.auditWords(types);
      const offices = await services.offices.of(actors);
      const { items } = await store.searchAudit({
        ...searchOf(request.query, types, offices),
        limit: longestExport,
      });
      const rows = await rowsOf(request.audience, items);
      personalHeaders(request, reply);
      reply.header("content-disposition", 'attachment; filename="audit.csv"');
      return reply.type("text/csv; charset=utf-8").send(csvText(exportHead, rows.map(exportCells)));
    },
  );

  app.get(
    "/api/audit/verification",
    {
      schema: {
        tags,
        querystring: z.strictObject({ ceiling: visibilitySchema.optional() }),
        response: { 200: auditVerificationSchema },
      },
    },
    async (request, reply) => {
      typesFor(request);
      personalHeaders(request, reply);
      return verified();
    },
  );

  /** Walking the chain reads every revision: those who ask at the same time share one walk. */
  let walk: Promise<AuditVerification> | null = null;
  function verified(): Promise<AuditVerification> {
    walk ??= store
      .verifyAudit()
      .then(({ entries, intactUntil, breaks }) => ({
        entries,
        intactUntil,
        checkedAt: new Date().toISOString(),
        breaks: breaks.map(({ sequence, kind }) => ({ sequence, kind })),
      }))
      .finally(() => {
        walk = null;
      });
    return walk;
  }

  /** What is told of each row; a title only of records the reader reads. */
  async function rowsOf(audience: Audience, entries: readonly AuditEntry[]): Promise<AuditRow[]> {
    const offices = await services.offices.of(entries.map(({ actor }) => actor));
    const titles = new Map<string, Promise<string | null>>();
    const titleOf = (entry: AuditEntry) => {
      const key = `${entry.type} ${entry.id}`;
      const asked = titles.get(key) ?? readTitle(audience, entry);
      titles.set(key, asked);
      return asked;
    };
    return Promise.all(
      entries.map(async (entry) => {
        const title = await titleOf(entry);
        return {
          sequence: entry.sequence,
          at: entry.at,
          office: escapeControls(offices.get(entry.actor) ?? ""),
          action: entry.action,
          type: entry.type,
          id: escapeControls(entry.id),
          revision: entry.revision,
          title: title === null ? null : escapeControls(title),
          reason: entry.reason === null ? null : escapeControls(entry.reason),
        };
      }),
    );
  }

  async function readTitle(audience: Audience, { type: name, id }: AuditEntry): Promise<string | null> {
    if (name === "account") return (await services.offices.of([id])).get(id) ?? null;
    if (name === scenario.type) return (await services.scenarios.find(audience, id))?.scenario.name ?? null;
    const type = storedRecordTypes.find((stored) => stored.type === name);
    const record = type && (await store.record(name, id, readScope(audience, type)));
    return record ? type.title(projected(audience, type, record).properties) : null;
  }
}

/** The half of the audit this person reads. Throws 401 or 403 where there is none. */
function typesFor({ audience }: FastifyRequest): NonNullable<AuditSearch["types"]> {
  const half = readsAudit(audience);
  if (half === "content") return { not: accountActTypes };
  if (half === "accounts") return { are: accountActTypes };
  throw audience.account
    ? new Problem(403, "Dazu fehlt die Berechtigung.")
    : new Problem(401, "Bitte melden Sie sich an.");
}

function searchOf(
  { from, to, office, action, refused, type, id }: Filter,
  types: NonNullable<AuditSearch["types"]>,
  offices: ReadonlyMap<string, string>,
): Omit<AuditSearch, "limit"> {
  return {
    types,
    ...actionsOf(action, refused),
    ...(type ? { type } : {}),
    ...(id ? { id } : {}),
    ...(from ? { from: startOfDay(from, 0) } : {}),
    ...(to ? { until: startOfDay(to, 1) } : {}),
    ...(office ? { actors: [...offices].filter(([, name]) => name === office).map(([actor]) => actor) } : {}),
  };
}

/** An act and "only refused ones" together find the act only where it is a refused one. */
function actionsOf(action: string | undefined, refused: Filter["refused"]): Pick<AuditSearch, "actions"> {
  if (refused) return { actions: refusedActs.filter((one) => !action || one === action) };
  return action ? { actions: [action] } : {};
}

/** Midnight in Berlin that begins a day, or one some days later, as UTC: one or two hours before midnight there. */
function startOfDay(date: string, later: number): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + later);
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: "Europe/Berlin" }).format(
      midnight,
    ),
  );
  return new Date(midnight.getTime() - hour * 3_600_000).toISOString();
}

function olderAddress(query: Record<string, unknown>, before: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, before })) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `/api/audit?${parameters}`;
}

const exportHead = [
  "Nummer",
  "Zeitpunkt",
  "Stelle",
  "Vorgang",
  "Art",
  "ID",
  "Fassung",
  "Titel",
  "Begründung",
];

function exportCells({
  sequence,
  at,
  office,
  action,
  type,
  id,
  revision,
  title,
  reason,
}: AuditRow): CsvCell[] {
  return [sequence, at, office, action, type, id, revision, title, reason];
}
