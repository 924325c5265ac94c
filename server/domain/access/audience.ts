import { z } from "zod";
import { type Visibility, visibilitySchema } from "./visibility.ts";

/** Roles of MODEL §1. */
export const roles = [
  "PUBLIC",
  "DISTRICT_HEAD",
  "PLANNER",
  "SECRETARIAT",
  "STATISTICS",
  "PARTNER",
  "ADMIN",
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/**
 * Who is looking: every way out of the server reads through an audience.
 * `account` is a stable id ("demo:PLANNER:51"), null for people not signed in.
 * `ceiling` is the "Sicht": it only ever lowers what the role may see.
 */
export const audienceSchema = z.strictObject({
  role: roleSchema,
  account: z.string().nullable(),
  department: z.string().nullable(),
  districts: z.array(z.string()),
  ceiling: visibilitySchema,
});
export type Audience = z.infer<typeof audienceSchema>;

export const publicAudience: Audience = {
  role: "PUBLIC",
  account: null,
  department: null,
  districts: [],
  ceiling: "PUBLIC",
};

/** The same person looking through a lowered Sicht; a higher wish than the present ceiling changes nothing. */
export function lowered(audience: Audience, ceiling: Visibility | undefined): Audience {
  if (!ceiling) return audience;
  const order = visibilitySchema.options;
  const lowest = order[Math.min(order.indexOf(ceiling), order.indexOf(audience.ceiling))];
  return { ...audience, ceiling: lowest ?? "PUBLIC" };
}
