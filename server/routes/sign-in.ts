import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  type Account,
  loginSchema,
  passwordChangeSchema,
  type SessionAnswer,
  sessionSchema,
  setupSchema,
} from "#domain/contract/account-contract.ts";
import { meSchema } from "#domain/contract/contract.ts";
import type { SessionCookie } from "../accounts/session-cookie.ts";
import type { SetUp } from "../accounts/set-up.ts";
import type { SignInDesk } from "../accounts/sign-in-desk.ts";
import { Problem } from "../errors.ts";
import type { EventHub } from "../events.ts";
import { demoCookie } from "../plugins/audience.ts";
import type { Describe } from "./me.ts";
import { personOf } from "./person-of.ts";
import { typed } from "./typed-app.ts";

/** `POST /api/login`, `/api/logout`, `/api/setup` and `/api/me/password`; `GET` and `POST /api/session`. */
export function signInRoutes(
  fastify: FastifyInstance,
  { desk, setUp, describe, events }: { desk: SignInDesk; setUp: SetUp; describe: Describe; events: EventHub },
): void {
  const app = typed(fastify);
  const response = { 200: meSchema };

  app.post(
    "/api/login",
    { schema: { tags: ["me"], body: loginSchema, response } },
    async (request, reply) => {
      const cookie = cookieOrRefusal(desk);
      const account = await desk.check({ ...request.body, address: request.ip });
      return begin(request, reply, { account, cookie });
    },
  );

  app.post(
    "/api/setup",
    { schema: { tags: ["me"], body: setupSchema, response } },
    async (request, reply) => {
      const cookie = cookieOrRefusal(desk);
      const account = await setUp.take({ ...request.body, address: request.ip });
      return begin(request, reply, { account, cookie });
    },
  );

  app.post("/api/logout", { schema: { tags: ["me"] } }, async (request, reply) => {
    const { session, account } = request.person;
    if (session) await desk.end(session);
    if (account) events.publish({ event: "account", id: account.id });
    if (desk.cookie) reply.clearCookie(desk.cookie.name, desk.cookie.attributes);
    reply.clearCookie(demoCookie, { path: "/" });
    return reply.code(204).header("cache-control", "no-store").send();
  });

  app.get(
    "/api/session",
    { schema: { tags: ["me"], response: { 200: sessionSchema } }, config: { isWatching: true } },
    async (request, reply) => {
      reply.header("cache-control", "private, no-store");
      return sessionAnswer(request);
    },
  );

  app.post(
    "/api/session",
    { schema: { tags: ["me"], response: { 200: sessionSchema } } },
    async (request, reply) => {
      await desk.use(personOf(request).session);
      reply.header("cache-control", "private, no-store");
      return sessionAnswer(request);
    },
  );

  app.post(
    "/api/me/password",
    { schema: { tags: ["me"], body: passwordChangeSchema } },
    async (request, reply) => {
      const { account, session } = personOf(request);
      await desk.changePassword(account.id, { ...request.body, address: request.ip, session });
      return reply.code(204).send();
    },
  );

  async function sessionAnswer({ person }: FastifyRequest): Promise<SessionAnswer> {
    const left = person.session ? await desk.remaining(person.session) : undefined;
    if (!left) return { account: null, idleSeconds: null, seconds: null };
    return {
      account: person.audience.account,
      idleSeconds: Math.floor(left.idle / 1000),
      seconds: Math.floor(left.whole / 1000),
    };
  }

  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    { account, cookie }: { account: Account; cookie: SessionCookie },
  ) {
    await beginSession(desk, { request, reply, account, cookie });
    reply.header("cache-control", "no-store");
    return describe(request, request.person);
  }
}

/** How the session's cookie goes out. Throws Problem 403 where passwords would travel in the clear. */
export function cookieOrRefusal({ cookie }: SignInDesk): SessionCookie {
  if (cookie) return cookie;
  throw new Problem(403, "Anmelden geht hier nur über https.");
}

/** Puts a new session into the answer; whatever the browser held before is worthless (RELIABILITY A-04). */
export async function beginSession(
  desk: SignInDesk,
  {
    request,
    reply,
    account,
    cookie,
  }: { request: FastifyRequest; reply: FastifyReply; account: Account; cookie: SessionCookie },
): Promise<void> {
  const session = await desk.begin(account, request.cookies[cookie.name]);
  reply.removeHeader("set-cookie");
  reply.setCookie(cookie.name, session, cookie.attributes);
  request.person = desk.person(account, session);
  request.audience = request.person.audience;
}
