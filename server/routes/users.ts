import type { FastifyInstance, FastifyRequest } from "fastify";
import { managesAccounts, readsOffices } from "#domain/access/account-access.ts";
import {
  accountChangeSchema,
  accountSchema,
  issuedTokenSchema,
  newAccountSchema,
  newTokenSchema,
  officesSchema,
  tokenSchema,
} from "#domain/contract/account-contract.ts";
import { listOf } from "#domain/contract/contract.ts";
import type { AccountDesk } from "../accounts/account-desk.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { ceilingSchema } from "./audience-answer.ts";
import { personOf } from "./person-of.ts";
import { idParams } from "./record-reading.ts";
import { typed } from "./typed-app.ts";

/** `/api/users` for the ADMIN, `/api/offices` for those who share, `/api/tokens` for everybody with an account. */
export function userRoutes(fastify: FastifyInstance, services: Services, desk: AccountDesk): void {
  const app = typed(fastify);
  const tags = ["users"];

  fastify.register(async (scope) => {
    // Before the body is read: nobody else learns what an account consists of.
    scope.addHook("onRequest", async (request) => allowManaging(request));
    const users = typed(scope);

    users.get(
      "/api/users",
      { schema: { tags, response: { 200: listOf(accountSchema) } } },
      async (_, reply) => {
        const items = await desk.list();
        reply.header("cache-control", "private, no-store");
        return { items, total: items.length, next: null };
      },
    );

    users.post(
      "/api/users",
      { schema: { tags, body: newAccountSchema, response: { 201: accountSchema } } },
      async (request, reply) => {
        const account = await desk.add(request.body, actorOf(request));
        return reply.code(201).header("location", `/api/users/${account.id}`).send(account);
      },
    );

    users.patch(
      "/api/users/:id",
      { schema: { tags, params: idParams, body: accountChangeSchema, response: { 200: accountSchema } } },
      async (request) => desk.change(request.params.id, request.body, actorOf(request)),
    );

    users.delete("/api/users/:id", { schema: { tags, params: idParams } }, async (request, reply) => {
      await desk.remove(request.params.id, actorOf(request));
      return reply.code(204).send();
    });
  });

  app.get(
    "/api/offices",
    { schema: { tags, querystring: ceilingSchema, response: { 200: officesSchema } } },
    async (request, reply) => {
      if (!readsOffices(request.audience)) throw refusal(request);
      const names = await services.store.accounts.names();
      reply.header("cache-control", "private, no-store");
      return { items: [...names].map(([id, office]) => ({ id, office })) };
    },
  );

  app.get(
    "/api/tokens",
    { schema: { tags, response: { 200: listOf(tokenSchema) } } },
    async (request, reply) => {
      const items = await desk.tokens(personOf(request).account.id);
      reply.header("cache-control", "private, no-store");
      return { items, total: items.length, next: null };
    },
  );

  app.post(
    "/api/tokens",
    { schema: { tags, body: newTokenSchema, response: { 201: issuedTokenSchema } } },
    async (request, reply) => {
      const token = await desk.issue(personOf(request).account.id, request.body);
      return reply.code(201).header("cache-control", "no-store").send(token);
    },
  );

  app.delete("/api/tokens/:id", { schema: { tags, params: idParams } }, async (request, reply) => {
    await desk.revoke(personOf(request).account.id, request.params.id);
    return reply.code(204).send();
  });
}

/** A personal token reads content; it manages nothing, not even as a list. */
export function allowManaging(request: FastifyRequest): void {
  if (!managesAccounts(request.audience) || request.person.via === "token") throw refusal(request);
}

function refusal({ audience }: FastifyRequest): Problem {
  if (!audience.account) return new Problem(401, "Bitte melden Sie sich an.");
  return new Problem(403, "Dazu fehlt die Berechtigung.");
}

function actorOf({ audience }: FastifyRequest): string {
  return audience.account ?? "";
}
