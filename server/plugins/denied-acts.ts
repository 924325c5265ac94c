import type { FastifyInstance } from "fastify";
import type { Store } from "../store/store.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** What the audit calls things whose address has another name: acts on accounts are for technicians to read. */
const kindOf: Readonly<Record<string, string>> = {
  users: "account",
  oidc: "account",
  tokens: "token",
  jobs: "imports",
};

/**
 * A row in the audit for every act that was refused to somebody known (RELIABILITY A-02): who tried, on what. Written
 * before the answer goes out; one that cannot be written is a line in the log, the refusal stands.
 */
export function registerDeniedActs(app: FastifyInstance, store: Store): void {
  app.addHook("onSend", async (request, reply) => {
    // A request refused before anybody was asked for has no audience yet.
    const actor = request.audience?.account;
    const route = request.routeOptions.url;
    if (reply.statusCode !== 403 || !actor || !route || reading.has(request.method) || store.readOnly) return;
    const { id = "" } = (request.params ?? {}) as { id?: string };
    const [, , collection = "", type = ""] = route.split("/");
    const act = {
      at: new Date().toISOString(),
      actor,
      action: "denied",
      type: collection === "records" ? type : (kindOf[collection] ?? collection),
      id,
      reason: `${request.method} ${route}`,
    };
    await store.note([act]).catch((error: unknown) => request.log.error({ err: error }, "denial not noted"));
  });
}
