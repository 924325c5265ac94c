import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { oidcRolesSchema } from "#domain/contract/account-contract.ts";
import { CityAccounts } from "../accounts/city-accounts.ts";
import { returnPathOf, signInPageOf } from "../accounts/return-path.ts";
import { secretHash } from "../accounts/secrets.ts";
import type { SignInDesk } from "../accounts/sign-in-desk.ts";
import { SignOnRefused, SingleSignOn } from "../accounts/single-sign-on.ts";
import type { Config } from "../config.ts";
import { notFound } from "../errors.ts";
import type { CostLimit } from "../plugins/cost-limit.ts";
import type { Store } from "../store/store.ts";
import { beginSession, cookieOrRefusal } from "./sign-in.ts";
import { typed } from "./typed-app.ts";
import { allowManaging } from "./users.ts";

/** How long somebody may take at the city's sign-on. */
const attemptMilliseconds = 10 * 60_000;

/** About the milliseconds that a beginning and an answer cost. */
const attemptCost = 50;

/** `GET /api/oidc/start` and `/api/oidc/callback` for browsers, `/api/oidc/roles` for the ADMIN. */
export function oidcRoutes(
  fastify: FastifyInstance,
  { store, config, desk, costs }: { store: Store; config: Config; desk: SignInDesk; costs: CostLimit },
): void {
  const app = typed(fastify);
  const tags = ["me"];
  const accounts = new CityAccounts(store);
  const signOn = config.oidc && new SingleSignOn(config.oidc, config.publicUrl);

  app.get(
    "/api/oidc/start",
    { schema: { tags, querystring: z.object({ return: z.string().optional() }) } },
    async (request, reply) => {
      if (!signOn) throw notFound();
      const cookie = attemptCookie(cookieOrRefusal(desk));
      await costs.charge(request.ip, attemptCost);
      const returnPath = returnPathOf(request.query.return, config.publicUrl);
      return orSignInPage(request, reply, returnPath, async () => {
        const { address, state, nonce, verifier } = await signOn.begin();
        const now = Date.now();
        const attempt = {
          stateHash: secretHash(state),
          nonce,
          verifier,
          returnPath,
          createdAt: new Date(now).toISOString(),
        };
        await store.accounts.beginAttempt(attempt, new Date(now - attemptMilliseconds).toISOString());
        reply.setCookie(cookie.name, state, { ...cookie.attributes, maxAge: attemptMilliseconds / 1000 });
        return address;
      });
    },
  );

  app.get(
    "/api/oidc/callback",
    { schema: { tags, querystring: z.object({ state: z.string().max(200).optional() }) } },
    async (request, reply) => {
      if (!signOn) throw notFound();
      const session = cookieOrRefusal(desk);
      const cookie = attemptCookie(session);
      await costs.charge(request.ip, attemptCost);
      const { state } = request.query;
      // The browser that comes back is the one that set out: nobody is signed in to somebody else's account by a link.
      const isOwn = state !== undefined && request.cookies[cookie.name] === state;
      const attempt = isOwn ? await store.accounts.takeAttempt(secretHash(state)) : undefined;
      const returnPath = attempt?.returnPath ?? returnPathOf(undefined, config.publicUrl);
      reply.clearCookie(cookie.name, cookie.attributes);
      return orSignInPage(request, reply, returnPath, async () => {
        if (!isOwn) throw new SignOnRefused("refused");
        if (!attempt || Date.now() - Date.parse(attempt.createdAt) > attemptMilliseconds) {
          throw new SignOnRefused("expired");
        }
        const query = request.url.slice(request.url.indexOf("?"));
        const person = await signOn.finish(query, { ...attempt, state });
        const account = await accounts.account(person);
        await beginSession(desk, { request, reply, account, cookie: session });
        reply.clearCookie(cookie.name, cookie.attributes);
        return attempt.returnPath;
      });
    },
  );

  /** On to where `work` says; to the sign-in page, which tells people why, when it was refused. */
  async function orSignInPage(
    request: FastifyRequest,
    reply: FastifyReply,
    returnPath: string,
    work: () => Promise<string>,
  ) {
    reply.header("cache-control", "no-store");
    try {
      return reply.redirect(await work(), 302);
    } catch (error) {
      if (!(error instanceof SignOnRefused)) throw error;
      request.log.warn({ err: error }, "sign-in through the city refused");
      if (error.reason === "refused") await accounts.noteRefusal();
      return reply.redirect(signInPageOf(returnPath, error.reason, config.publicUrl), 302);
    }
  }

  fastify.register(async (scope) => {
    scope.addHook("onRequest", async (request) => allowManaging(request));
    const roles = typed(scope);

    roles.get(
      "/api/oidc/roles",
      { schema: { tags: ["users"], response: { 200: oidcRolesSchema } } },
      async (_, reply) => {
        reply.header("cache-control", "private, no-store");
        return { items: await accounts.mappings() };
      },
    );

    roles.put(
      "/api/oidc/roles",
      { schema: { tags: ["users"], body: oidcRolesSchema, response: { 200: oidcRolesSchema } } },
      async (request) => {
        await accounts.replaceMappings(request.body.items, request.audience.account ?? "");
        return request.body;
      },
    );
  });
}

/** Ties an attempt to the browser that began it, as the session is tied. */
function attemptCookie({ name, attributes }: ReturnType<typeof cookieOrRefusal>) {
  return { name: name.replace(/session$/, "attempt"), attributes };
}
