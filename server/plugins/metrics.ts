import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { keptBackups } from "../backup/kept-backups.ts";
import type { Config } from "../config.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

/**
 * `GET /metrics` in Prometheus' text form, for whoever has the token. Without the token, or without one being set,
 * there is no such page (RELIABILITY O-02). Routes are counted by their pattern: a path may name a record.
 */
export function registerMetrics(app: FastifyInstance, services: Services, config: Config): void {
  const { metricsToken, backup } = config;
  if (!metricsToken) return;
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from request to answer, without tiles that were ready in the cache",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  gauge("tiles_cut_total", "Tiles cut since the start", () => services.tiles.figures.tilesCut);
  gauge("tile_cache_bytes", "Bytes of compressed tiles kept", () => services.tiles.figures.cacheBytes);
  gauge("event_listeners", "Open pages that hear of changes", () => services.events.listeners);
  gauge("storage_full", "1 while the database finds no space", () => Number(services.store.isFull()));
  gauge("database_read_only", "1 when the database cannot be written", () => Number(services.store.readOnly));
  gauge("backup_age_seconds", "Age of the newest backup, -1 without one", () => {
    const newest = keptBackups(backup.directory)[0];
    return newest ? (Date.now() - newest.at) / 1000 : -1;
  });

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.addHook("onClose", async () => register.clear());
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (!isSame(given, metricsToken)) throw notFound();
    return reply
      .header("cache-control", "no-store")
      .type(register.contentType)
      .send(await register.metrics());
  });

  function gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(value());
      },
    });
  }
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
