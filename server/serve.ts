import { fileURLToPath } from "node:url";
import { publicAudience } from "#domain/access/audience.ts";
import { buildApp } from "./app.ts";
import { levelNaming } from "./city.ts";
import type { Config } from "./config.ts";
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
  const app = await buildApp({ services, config, webDirectory });
  await app.listen({ host: config.host, port: config.port });
  // What everybody asks for first is read from the database before somebody does.
  Promise.all([
    services.indicators.list(publicAudience),
    services.layers.describe(publicAudience, levelNaming(services.city())),
  ]).catch((error) => app.log.error({ err: error }, "not warmed up"));

  const stop = () => {
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
