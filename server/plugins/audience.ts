import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Audience, lowered, publicAudience, type Role, roleSchema } from "#domain/access/audience.ts";
import { type Visibility, visibilities, visibilitySchema } from "#domain/access/visibility.ts";
import { Problem } from "../errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    audience: Audience;
  }
}

/** Roles "Ansicht als …" offers in a demo: all of them. */
export const demoRoles: readonly Role[] = roleSchema.options;

export const demoCookie = "sozialraumkarte-demo-role";

/**
 * Levels a role can choose as its Sicht, lowest first. The last one is what it sees by default; a shared
 * or own record may be RESTRICTED for every signed-in person.
 */
export function ceilingsOf(role: Role): Visibility[] {
  return role === "PUBLIC" || role === "ADMIN" ? ["PUBLIC"] : [...visibilities];
}

/** "Ansicht als …" is offered only here: a demo database, a loopback socket, no proxy, a local host name. */
export function allowsDemoRoles(request: FastifyRequest, isDemo: boolean): boolean {
  const socketAddress = request.socket.remoteAddress ?? "";
  const isLoopback = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(socketAddress);
  const hasForwarding = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
    "via",
  ].some((name) => request.headers[name] !== undefined);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  return isDemo && isLoopback && !hasForwarding && (host === "localhost" || host === "127.0.0.1");
}

/**
 * Gives every request its audience. Until there are accounts, a demo's role cookie is the only way to be
 * someone; its conditions are asked again on every request, and anything else is PUBLIC.
 */
export function registerAudience(app: FastifyInstance, options: { isDemo: () => boolean }): void {
  app.decorateRequest("audience");
  app.addHook("onRequest", async (request) => {
    const audience = allowsDemoRoles(request, options.isDemo())
      ? audienceOfCookie(request.cookies[demoCookie])
      : publicAudience;
    request.audience = lowered(audience, wantedCeiling(request));
  });
}

/** Whether the same person could be told apart from the public: such answers are never shared. */
export function isPublic(audience: Audience): boolean {
  return audience.account === null;
}

function wantedCeiling(request: FastifyRequest): Visibility | undefined {
  const wanted = (request.query as Record<string, unknown> | undefined)?.ceiling;
  if (wanted === undefined) return undefined;
  const parsed = visibilitySchema.safeParse(wanted);
  if (!parsed.success)
    throw new Problem(400, "Diese Sicht gibt es nicht.", {
      errors: [{ pointer: "/ceiling", detail: "unbekannt" }],
    });
  return parsed.data;
}

/** The cookie says role, department and district, each possibly empty: "PLANNER.51.". */
export function cookieOf(role: Role, department: string | undefined, district: string | undefined): string {
  return [role, department ?? "", district ?? ""].join(".");
}

export function audienceOfCookie(cookie: string | undefined): Audience {
  const [roleText = "", department = "", district = ""] = (cookie ?? "").split(".");
  const role = roleSchema.safeParse(roleText);
  if (!role.success || role.data === "PUBLIC" || !demoRoles.includes(role.data)) return publicAudience;
  return {
    role: role.data,
    account: ["demo", role.data, department, district].filter((part) => part !== "").join(":"),
    department: department || null,
    districts: district ? [district] : [],
    ceiling: "RESTRICTED",
  };
}
