import { z } from "zod";
import { roleSchema } from "../access/audience.ts";
import { roleMappingSchema } from "../access/role-mapping.ts";

/** Shapes of accounts, sign-in and personal tokens (DESIGN §4); one contract for server and dashboard. */

/** How somebody signs in: with a password kept here, or through the city's single sign-on. */
export const signInKinds = ["local", "oidc"] as const;

export const accountSchema = z.object({
  /** Random; what owner, actor and participant of a record name. */
  id: z.string(),
  /** What one types to sign in. */
  login: z.string(),
  /** Office or function, not a person: "Jugendamt, Jugendhilfeplanung" (MODEL §0.6). */
  office: z.string(),
  role: roleSchema,
  department: z.string().nullable(),
  districts: z.array(z.string()),
  signIn: z.enum(signInKinds),
  isLocked: z.boolean(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
});
export type Account = z.infer<typeof accountSchema>;

const accountFields = {
  login: z.string().trim().min(3).max(80),
  office: z.string().trim().min(1).max(200),
  role: roleSchema.exclude(["PUBLIC"]),
  department: z.string().min(1).max(20).nullable(),
  districts: z.array(z.string().min(1).max(10)).max(50),
};

/** `POST /api/users`. The password is given once by the person who makes the account, and changed by its owner. */
export const newAccountSchema = z.strictObject({
  ...accountFields,
  signIn: z.enum(signInKinds).default("local"),
  password: z.string().min(12).max(200).optional(),
});
export type NewAccount = z.infer<typeof newAccountSchema>;

/** `PATCH /api/users/{id}`: what is left out stays. */
export const accountChangeSchema = z
  .strictObject({ ...accountFields, isLocked: z.boolean(), password: z.string().min(12).max(200) })
  .partial();
export type AccountChange = z.infer<typeof accountChangeSchema>;

/** `POST /api/login`. */
export const loginSchema = z.strictObject({
  login: z.string().min(1).max(80),
  password: z.string().min(1).max(200),
});

/**
 * `GET /api/session`, which is no use of it, and `POST /api/session`, which is: how long the session of this browser
 * lasts, in seconds. All null without one.
 */
export const sessionSchema = z.object({
  account: z.string().nullable(),
  /** Until it ends unless it is used. */
  idleSeconds: z.number().nullable(),
  /** Until it ends in any case. */
  seconds: z.number().nullable(),
});
export type SessionAnswer = z.infer<typeof sessionSchema>;

/** `POST /api/me/password`. */
export const passwordChangeSchema = z.strictObject({
  present: z.string().min(1).max(200),
  next: z.string().min(12).max(200),
});

/** `POST /api/setup`: the first account, an ADMIN, against the one-time token the console printed. */
export const setupSchema = z.strictObject({
  token: z.string().min(1).max(200),
  login: accountFields.login,
  office: accountFields.office,
  password: z.string().min(12).max(200),
});

/** A personal token for a GIS client, sent as `Authorization: Bearer …` or as the password of Basic. */
export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type PersonalToken = z.infer<typeof tokenSchema>;

/** `POST /api/tokens`. */
export const newTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  days: z.number().int().min(1).max(366),
});

/** The answer to a new token: the only time its secret is told. */
export const issuedTokenSchema = tokenSchema.extend({ secret: z.string() });

/** `GET /api/offices`: what to call the accounts that records and the audit name; deleted ones by their pseudonym. */
export const officesSchema = z.object({ items: z.array(z.object({ id: z.string(), office: z.string() })) });

/** `GET` and `PUT /api/oidc/roles`: which role the city's single sign-on gives, the first that fits. */
export const oidcRolesSchema = z.strictObject({ items: z.array(roleMappingSchema).max(200) });
