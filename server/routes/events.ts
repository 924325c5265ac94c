import { isDeepStrictEqual } from "node:util";
import type { FastifyInstance } from "fastify";
import { readScope, readsRelease } from "#domain/access/access.ts";
import { publicAudience } from "#domain/access/audience.ts";
import { readsJob } from "#domain/access/import-access.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { scenario } from "#domain/scenario/scenario.ts";
import type { ServerEvent } from "../events.ts";
import type { Services } from "../services.ts";

/** A comment this often keeps proxies from closing a quiet connection. */
const heartbeatMilliseconds = 25_000;

/** `GET /events`: server-sent events with versions and ids only; ids go to those who read the record. */
export function eventRoutes(app: FastifyInstance, services: Services): void {
  app.get("/events", { config: { isWatching: true } }, (request, reply) => {
    let { audience } = request;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    });
    raw.write("retry: 3000\n\n");
    const send = ({ event, ...data }: ServerEvent) =>
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const unsubscribe = services.events.subscribe((event) => {
      if (event.event === "account" && event.id !== audience.account) return;
      isSamePerson()
        .then((isSame) => (isSame ? forAudience(event) : undefined))
        .then((readable) => readable && send(readable))
        .catch((error) => request.log.error({ err: error }, "event not sent"));
    });
    const heartbeat = setInterval(() => {
      raw.write(": \n\n");
      isSamePerson().catch((error) => request.log.error({ err: error }, "audience not asked for"));
    }, heartbeatMilliseconds);
    raw.on("close", () => {
      clearInterval(heartbeat);
      unsubscribe();
    });

    /**
     * A page stays open for days, an account may be locked or demoted meanwhile (RELIABILITY A-06): then the stream
     * ends before anything more is told. The page asks who it is, and for a new one as whoever it is by then.
     */
    async function isSamePerson(): Promise<boolean> {
      const now = await request.audienceNow();
      if (raw.writableEnded) return false;
      if (isDeepStrictEqual(now, audience)) return true;
      audience = publicAudience;
      raw.end("event: person\ndata: {}\n\n");
      return false;
    }

    async function forAudience(event: ServerEvent): Promise<ServerEvent | undefined> {
      if (event.event === "layer") return event;
      if (event.event === "account") return undefined;
      if (event.event === "datasets") {
        const releases = await services.store.releases();
        const datasets = event.datasets.filter((dataset) =>
          releases.some((r) => r.dataset === dataset && readsRelease(audience, r)),
        );
        return datasets.length > 0 ? { event: "datasets", datasets } : undefined;
      }
      if (event.event === "job") {
        const job = await services.store.importJob(event.id);
        return job && readsJob(audience, job) ? event : undefined;
      }
      const reads = readerOf(event.type);
      if (!reads) return undefined;
      const readable = await Promise.all(
        event.ids.slice(0, 500).map(async (id) => ((await reads(id)) ? id : undefined)),
      );
      const ids = readable.filter((id) => id !== undefined);
      return ids.length > 0 ? { ...event, ids } : undefined;
    }

    /** How this person's right to one record of a type is asked for; undefined for a type there is not. */
    function readerOf(name: string): ((id: string) => Promise<unknown>) | undefined {
      if (name === scenario.type) return (id) => services.scenarios.find(audience, id);
      const type = storedRecordTypes.find((stored) => stored.type === name);
      if (!type) return undefined;
      const scope = readScope(audience, type);
      return (id) => services.store.record(name, id, scope);
    }
  });
}
