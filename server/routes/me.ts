import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { roleSchema } from "#domain/access/audience.ts";
import { type Me, meSchema } from "#domain/contract/contract.ts";
import type { SetUp } from "../accounts/set-up.ts";
import type { SignInDesk } from "../accounts/sign-in-desk.ts";
import { notFound, Problem } from "../errors.ts";
import {
  allowsDemoRoles,
  audienceOfCookie,
  ceilingsOf,
  cookieOf,
  demoCookie,
  demoRoles,
  type Person,
} from "../plugins/audience.ts";
import type { Services } from "../services.ts";
import { ceilingSchema, personalHeaders } from "./audience-answer.ts";
import { typed } from "./typed-app.ts";

const demoRoleSchema = z.strictObject({
  role: roleSchema,
  department: z
    .string()
    .regex(/^[0-9]{0,4}$/)
    .optional(),
  district: z
    .string()
    .regex(/^[0-9A-Za-z-]{0,20}$/)
    .optional(),
});

/** `GET /api/me` and the demo's `POST /api/demo/role`. */
export function meRoutes(
  app: FastifyInstance,
  services: Services,
  { desk, setUp, hasOidc }: { desk: SignInDesk; setUp: SetUp; hasOidc: boolean },
): { describe: Describe } {
  const isDemo = () => services.city()?.isDemo ?? false;

  typed(app).get(
    "/api/me",
    { schema: { tags: ["me"], querystring: ceilingSchema, response: { 200: meSchema } } },
    async (request, reply) => {
      personalHeaders(request, reply);
      return describe(request, { ...request.person, audience: request.audience });
    },
  );

  typed(app).post(
    "/api/demo/role",
    { schema: { tags: ["me"], body: demoRoleSchema, response: { 200: meSchema } } },
    async (request, reply) => {
      const { role, department, district } = request.body;
      if (!allowsDemoRoles(request, isDemo()) || !demoRoles.includes(role)) throw notFound();
      const cookie = cookieOf(role, department, district);
      const attributes = { path: "/", httpOnly: true, sameSite: "lax" } as const;
      if (role === "PUBLIC") reply.clearCookie(demoCookie, attributes);
      else reply.setCookie(demoCookie, cookie, attributes);
      const audience = audienceOfCookie(role === "PUBLIC" ? undefined : cookie);
      return describe(request, { audience, account: null });
    },
  );

  // Refused in so many words rather than not there, so that an attempt to raise the own rights is noted as such.
  typed(app).patch("/api/me", { schema: { tags: ["me"], hide: true } }, async (request) => {
    if (request.person.via === null) throw new Problem(401, "Bitte melden Sie sich an.");
    throw new Problem(403, "Rolle, Amt und Stadtbezirke eines Kontos ändert nur die Technik.");
  });

  return { describe };

  async function describe(request: FastifyRequest, { audience, account: kept }: Described): Promise<Me> {
    const { role, account, department, districts } = audience;
    const hasAccounts = await services.store.accounts.any();
    return {
      role,
      account,
      department,
      districts,
      ceilings: ceilingsOf(role),
      demoRoles: allowsDemoRoles(request, isDemo()) ? [...demoRoles] : [],
      office: kept?.office ?? null,
      signInKind: kept?.signIn ?? null,
      signIn: {
        local: desk.cookie !== null && hasAccounts,
        oidc: desk.cookie !== null && hasOidc,
        setup: desk.cookie !== null && !hasAccounts && (await setUp.isOpen()),
      },
    };
  }
}

type Described = Pick<Person, "audience" | "account">;
/** What `/api/me` says of somebody; signing in answers the same. */
export type Describe = (request: FastifyRequest, person: Described) => Promise<Me>;
