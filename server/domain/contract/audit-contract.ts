import { z } from "zod";
import { listOf } from "./contract.ts";

/** Acts that somebody tried and was not let do. */
export const refusedActs = ["denied", "sign-in-refused"] as const;

/** Shapes of the audit page; texts come with unseen signs escaped. */
export const auditRowSchema = z.object({
  sequence: z.number().int(),
  at: z.string(),
  office: z.string(),
  action: z.string(),
  type: z.string(),
  id: z.string(),
  revision: z.number().int().nullable(),
  /** Title of the record, where the reader may know it and there still is one. */
  title: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** `GET /api/audit`: newest first; `next` leads to older rows, `total` counts what the filter finds. */
export const auditPageSchema = listOf(auditRowSchema).extend({
  /** What can be filtered by. */
  actions: z.array(z.string()),
  types: z.array(z.string()),
  offices: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** `GET /api/audit/verification`: whether the chain holds, over all rows of both halves. */
export const auditVerificationSchema = z.object({
  entries: z.number().int(),
  /** Number of the last row up to which every row fits; 0 where not even the first does. */
  intactUntil: z.number().int(),
  /** When the walk ended, ISO 8601. */
  checkedAt: z.string(),
  breaks: z.array(z.object({ sequence: z.number().int().nullable(), kind: z.string() })),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
