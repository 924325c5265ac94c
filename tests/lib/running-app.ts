import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Role } from "#domain/access/audience.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { type AppOptions, buildApp } from "../../server/app.ts";
import type { Config } from "../../server/config.ts";
import { cookieOf, demoCookie } from "../../server/plugins/audience.ts";
import { type Services, startServices } from "../../server/services.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";

export interface RunningApp {
  app: FastifyInstance;
  services: Services;
  store: Store;
  dataDirectory: string;
  /** Stops it and starts another over the same database, as a server does after an update. */
  restarted: () => Promise<RunningApp>;
  close: () => Promise<void>;
}

/**
 * The whole app over a database of its own (SQLite unless an address is given), filled by `fill` before
 * anything is read. `settings` are what the environment would say, `options` what
 * a test sets otherwise than a server.
 */
export async function runningApp(
  fill: (store: Store) => Promise<unknown>,
  databaseUrl?: string,
  dataDirectory = mkdtempSync(join(tmpdir(), "running-app-")),
  settings: Partial<Config> = {},
  options: Partial<AppOptions> = {},
): Promise<RunningApp> {
  const store = await openStore({ dataDirectory, databaseUrl, recordTypes: storedRecordTypes });
  await fill(store);
  const services = await startServices(store, (error) => {
    throw error;
  });
  const config: Config = {
    host: "127.0.0.1",
    port: 0,
    dataDirectory,
    ...(databaseUrl ? { databaseUrl } : {}),
    publicUrl: "http://localhost",
    allowHttp: false,
    sessionIdleHours: 8,
    sessionHours: 24,
    tokenGraceDays: 30,
    outboundHosts: [],
    outboundAddresses: [],
    embedAncestors: [],
    logLevel: "warn",
    // A test and the server it asks share one event loop, so what the test itself does is no overload.
    longestStop: Number.POSITIVE_INFINITY,
    backup: { minutes: 0, keep: 1, directory: join(dataDirectory, "backups") },
    baseMap: { kind: "built-in" },
    ...settings,
  };
  const app = await buildApp({ services, config, logLevel: "silent", ...options });
  const stop = async () => {
    await app.close();
    await services.close();
  };
  return {
    app,
    services,
    store,
    dataDirectory,
    restarted: async () => {
      await stop();
      return runningApp(async () => {}, databaseUrl, dataDirectory, settings, options);
    },
    close: async () => {
      await stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Headers of somebody who chose a role in the demo's "Ansicht als …". */
export function as(role: Role, { department, district }: { department?: string; district?: string } = {}) {
  return { cookie: `${demoCookie}=${cookieOf(role, department, district)}`, host: "localhost" };
}
