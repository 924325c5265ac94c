import { fileURLToPath } from "node:url";
import type { FastifyBaseLogger } from "fastify";
import { publicAudience } from "#domain/access/audience.ts";
import { signInWarning } from "./accounts/session-cookie.ts";
import { SetUp } from "./accounts/set-up.ts";
import { buildApp } from "./app.ts";
import { scheduleBackups } from "./backup/backup-schedule.ts";
import { levelNaming } from "./city.ts";
import type { Config } from "./config.ts";
import { logStrayErrors } from "./process-errors.ts";
import { startServices } from "./services.ts";
import type { Store } from "./store/store.ts";

/** Folder the build writes the dashboard to. */
const webDirectory = fileURLToPath(new URL("../dist/web", import.meta.url));

/** Longest wait for requests in flight when asked to stop. */
const stopMilliseconds = 8_000;

/** Serves an open store until SIGINT or SIGTERM. Answers once the server listens, with its address. */
export async function serve({ store, config }: { store: Store; config: Config }): Promise<string> {
  const services = await startServices(store, (error) =>
    app.log.error({ err: error }, "layers not refreshed"),
  );
  const app = await buildApp({ services, config, webDirectory, logLevel: config.logLevel });
  await app.listen({ host: config.host, port: config.port });
  await announceSignIn(store, config, services.city()?.isDemo ?? false);
  // What everybody asks for first is read from the database before somebody does.
  Promise.all([
    services.indicators.list(publicAudience),
    services.layers.describe(publicAudience, levelNaming(services.city())),
  ]).catch((error) => app.log.error({ err: error }, "not warmed up"));

  logStrayErrors(app.log);
  const stopBackups = startBackups(config, app.log);

  const stop = () => {
    stopBackups();
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    app
      .close()
      .then(() => services.close())
      .then(() => process.exit(0))
      .catch((error) => {
        app.log.error({ err: error }, "not stopped cleanly");
        process.exit(1);
      });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const address = app.server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  return `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
}

/** Backups by the clock, unless they are switched off. Returns stop. */
function startBackups({ dataDirectory, databaseUrl, backup }: Config, log: FastifyBaseLogger): () => void {
  if (backup.minutes === 0) return () => {};
  return scheduleBackups({
    order: { dataDirectory, databaseUrl, backupDirectory: backup.directory },
    minutes: backup.minutes,
    keep: backup.keep,
    onMade: (directory) => log.info({ directory }, "backup made"),
    onProblem: (error) => log.error({ err: error }, "backup not made"),
  });
}

/**
 * What whoever starts the server must read: that nobody can sign in, and how the first account is made (RELIABILITY
 * A demo on this computer has its roles instead, and prints no secret at every start.
 */
async function announceSignIn(store: Store, config: Config, isDemo: boolean): Promise<void> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const warning = signInWarning(config);
  if (warning) say(warning);
  const isOwnComputer = /^https?:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(config.publicUrl);
  const token = isDemo && isOwnComputer ? undefined : await new SetUp(store).offer();
  if (token)
    say(`Noch gibt es kein Konto. Einrichtungsschlüssel für das erste, eine Stunde gültig: ${token}`);
}
