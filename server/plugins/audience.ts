import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Audience, lowered, publicAudience, type Role, roleSchema } from "#domain/access/audience.ts";
import { type Visibility, visibilities, visibilitySchema } from "#domain/access/visibility.ts";
import type { Account } from "#domain/contract/account-contract.ts";
import { audienceOfAccount, type SignInDesk } from "../accounts/sign-in-desk.ts";
import { Problem } from "../errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Through whose eyes this request reads, with the Sicht it asked for. */
    audience: Audience;
    person: Person;
    /** The audience asked anew, for answers that go on: the account may have changed since they began. */
    audienceNow: () => Promise<Audience>;
  }
  interface FastifyContextConfig {
    /** Asking is no use of a session: the page does it by itself. */
    isWatching?: boolean;
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

/** How somebody is known: by a session's cookie, by a personal token, by the demo's role; null for the public. */
export interface Person {
  via: "session" | "token" | "demo" | null;
  audience: Audience;
  account: Account | null;
  /** Secret of the session. */
  session: string | null;
}

const nobody: Person = { via: null, audience: publicAudience, account: null, session: null };

/**
 * Gives every request its audience: of a personal token, of a session, or of the demo's role cookie, whose conditions
 * are asked again on every request; anything else is PUBLIC. A session that is over is the public, so that the map
 * stays open. A token that is not one is refused: a program that believes to be signed in must not go on with less.
 */
export function registerAudience(
  app: FastifyInstance,
  { isDemo, desk }: { isDemo: () => boolean; desk: SignInDesk },
): void {
  app.decorateRequest("audience");
  app.decorateRequest("person");
  app.decorateRequest("audienceNow", function (this: FastifyRequest) {
    return identify(this, { isWatching: true }).then(({ audience }) =>
      lowered(audience, wantedCeiling(this)),
    );
  });
  app.addHook("onRequest", async (request, reply) => {
    const isWatching = request.routeOptions.config.isWatching === true || isUnattended(request);
    const person = await identify(request, { isWatching, refusesTokens: true });
    if (person === "unknown token") {
      reply.header("www-authenticate", 'Basic realm="Sozialraumkarte", charset="UTF-8"');
      throw new Problem(401, "Dieser Zugangsschlüssel gilt nicht oder nicht mehr.");
    }
    request.person = person;
    request.audience = lowered(person.audience, wantedCeiling(request));
    if (person.via === "token" && !readingMethods.has(request.method)) {
      throw new Problem(403, "Mit einem Zugangsschlüssel wird nur gelesen.");
    }
    if (person.via === null && desk.cookie && request.cookies[desk.cookie.name] !== undefined) {
      reply.clearCookie(desk.cookie.name, desk.cookie.attributes);
    }
  });

  async function identify(
    request: FastifyRequest,
    options: { isWatching: boolean; refusesTokens: true },
  ): Promise<Person | "unknown token">;
  async function identify(request: FastifyRequest, options: { isWatching: true }): Promise<Person>;
  async function identify(
    request: FastifyRequest,
    { isWatching = false, refusesTokens = false } = {},
  ): Promise<Person | "unknown token"> {
    const token = tokenOf(request);
    if (token !== undefined) {
      const account = await desk.accountOfToken(token);
      if (account) return { ...nobody, via: "token", account, audience: audienceOfAccount(account) };
      return refusesTokens ? "unknown token" : nobody;
    }
    const session = desk.cookie && request.cookies[desk.cookie.name];
    if (session) {
      const account = await desk.account(session, { isWatching });
      if (account) return { via: "session", account, session, audience: audienceOfAccount(account) };
    }
    if (!allowsDemoRoles(request, isDemo())) return nobody;
    const audience = audienceOfCookie(request.cookies[demoCookie]);
    return { ...nobody, via: audience.account === null ? null : "demo", audience };
  }
}

/**
 * An open page nobody sits at goes on asking for what changed; it says so, and its session ends as if it were closed.
 * Whoever sends this without need only ends their own session sooner.
 */
function isUnattended({ headers }: FastifyRequest): boolean {
  return headers["x-unattended"] !== undefined;
}

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** The secret of a personal token: `Bearer`, or the password of `Basic`, which is all that QGIS and GDAL offer. */
function tokenOf(request: FastifyRequest): string | undefined {
  // The page of figures has a token of its own.
  if (request.routeOptions.url === "/metrics") return undefined;
  const [scheme = "", value = ""] = (request.headers.authorization ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  const text = Buffer.from(value, "base64").toString("utf8");
  return text.slice(text.indexOf(":") + 1);
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
