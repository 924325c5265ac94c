import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import fastifySwagger from "@fastify/swagger";
import Fastify, { type FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { AccountDesk } from "./accounts/account-desk.ts";
import { SetUp } from "./accounts/set-up.ts";
import { SignInDesk } from "./accounts/sign-in-desk.ts";
import type { Config } from "./config.ts";
import type { ImportLimits } from "./datasets/limits.ts";
import { registerErrors } from "./errors.ts";
import { ExternalLayerService } from "./external-layers/external-layer-service.ts";
import { ImportDesk } from "./imports/import-desk.ts";
import { logLines } from "./log-lines.ts";
import { Outbound } from "./outbound/outbound.ts";
import { type ArrivalLimits, arrivalLimits, registerArrivalLimit } from "./plugins/arrival-limit.ts";
import { registerAudience } from "./plugins/audience.ts";
import { type CostAllowance, CostLimit } from "./plugins/cost-limit.ts";
import { registerCrossSiteGuard } from "./plugins/cross-site.ts";
import { registerDeniedActs } from "./plugins/denied-acts.ts";
import { registerMetrics } from "./plugins/metrics.ts";
import { registerOverload } from "./plugins/overload.ts";
import { requestLog } from "./plugins/request-log.ts";
import { answerHeaders, registerSecurityHeaders } from "./plugins/security-headers.ts";
import { registerBaseMapFile, registerWebApp } from "./plugins/web-app.ts";
import { analysisRoutes } from "./routes/analysis.ts";
import { analysisIndexRoutes } from "./routes/analysis-index.ts";
import { areaRoutes } from "./routes/areas.ts";
import { auditRoutes } from "./routes/audit.ts";
import { datasetListRoutes } from "./routes/dataset-list.ts";
import { datasetRoutes } from "./routes/datasets.ts";
import { districtRoutes } from "./routes/districts.ts";
import { drawnAreaRoutes } from "./routes/drawn-area.ts";
import { embedRoutes } from "./routes/embed.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { externalLayerRoutes } from "./routes/external-layers.ts";
import { healthRoutes } from "./routes/health.ts";
import { importRoutes } from "./routes/imports.ts";
import { indicatorRoutes } from "./routes/indicators.ts";
import { mapRoutes } from "./routes/map.ts";
import { meRoutes } from "./routes/me.ts";
import { ogcRoutes } from "./routes/ogc.ts";
import { oidcRoutes } from "./routes/oidc.ts";
import { pageRoutes } from "./routes/pages.ts";
import { printRoutes } from "./routes/print.ts";
import { recordRoutes } from "./routes/records.ts";
import { savedViewRoutes } from "./routes/saved-views.ts";
import { scenarioRoutes } from "./routes/scenarios.ts";
import { searchRoutes } from "./routes/search.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { styleRoutes } from "./routes/style.ts";
import { taskRoutes } from "./routes/tasks.ts";
import { userRoutes } from "./routes/users.ts";
import type { Services } from "./services.ts";
import { tileRoutes } from "./tiles/tile-routes.ts";

export interface AppOptions {
  services: Services;
  config: Config;
  /** Folder of the built dashboard; without it only the interfaces are served. */
  webDirectory?: string;
  logLevel?: "silent" | "warn" | "info";
  /** Lowered by tests; the limits of RELIABILITY §2 otherwise. */
  importLimits?: ImportLimits;
  /** Lowered by tests. */
  arrival?: ArrivalLimits;
  /** Lowered by tests. */
  strangerCosts?: CostAllowance;
  /** Where log lines go instead of standard output. */
  logStream?: { write(line: string): void };
}

/** Longest JSON body (RELIABILITY §2). */
const bodyLimit = 1024 * 1024;

/** Points of a tile that has to be cut and compressed: about the milliseconds it takes. */
const coldTileCost = 5;

/** The whole server, ready to listen or to be asked by a test; it opens nothing by itself. */
export async function buildApp({
  services,
  config,
  webDirectory,
  logLevel = "warn",
  importLimits,
  arrival = arrivalLimits,
  strangerCosts,
  logStream,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    logger: logLevel === "silent" ? false : requestLog(logLevel, logLines(logStream ?? process.stdout)),
    // The longest any request may take; `registerArrivalLimit` holds all but uploads to much less.
    requestTimeout: arrival.upload,
    // A request whose header comes letter by letter holds a socket and nothing else, and not for long.
    http: { headersTimeout: 8_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 120 },
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    forceCloseConnections: true,
    // Whose forwarding headers count: of one configured proxy, or nobody's (RELIABILITY T-10).
    trustProxy: config.trustedProxy ?? false,
  });
  const costs = new CostLimit(strangerCosts);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerErrors(app);
  const desk = new ImportDesk({
    store: services.store,
    events: services.events,
    database: { databaseUrl: config.databaseUrl, dataDirectory: config.dataDirectory },
    onProblem: (error) => app.log.error({ err: error }, "import failed"),
    ...(importLimits && { limits: importLimits }),
  });
  app.addHook("onReady", () => desk.start());
  app.addHook("onClose", () => desk.stop());
  const outbound = new Outbound({ hosts: config.outboundHosts, addresses: config.outboundAddresses });
  app.addHook("onClose", async () => outbound.close());
  const external = new ExternalLayerService({
    store: services.store,
    outbound,
    cityBounds: () => services.areas().extent(),
  });
  registerArrivalLimit(app, arrival);
  registerOverload(app, config);
  registerSecurityHeaders(app, config);
  registerMetrics(app, services, config);
  await app.register(fastifySwagger, {
    openapi: { info: { title: "Sozialraumkarte", version: "0.1.0" }, servers: [{ url: config.publicUrl }] },
    transform: jsonSchemaTransform,
  });

  await app.register(
    tileRoutes(services.tiles, {
      publicUrl: config.publicUrl,
      chargeCold: (request) => costs.charge(request.ip, coldTileCost),
      cacheSeconds: (layer) => (services.layers.isGround(layer) ? "immutable" : 30),
      headers: answerHeaders(config),
    }),
  );
  await app.register((scope) => registerBaseMapFile(scope, config.baseMap));
  // Tiles above and assets below are the same for everyone; only what is in here asks who is there.
  await app.register(async (api) => {
    registerCrossSiteGuard(api, { publicUrl: config.publicUrl });
    await api.register(fastifyCookie);
    const signIns = new SignInDesk(services.store, config);
    const setUp = new SetUp(services.store);
    registerAudience(api, { isDemo: () => services.city()?.isDemo ?? false, desk: signIns });
    registerDeniedActs(api, services.store);
    await api.register(fastifyCompress, { threshold: 1024, encodings: ["br", "gzip"] });
    api.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
    healthRoutes(api, services);
    const { describe } = meRoutes(api, services, {
      desk: signIns,
      setUp,
      hasOidc: config.oidc !== undefined,
    });
    signInRoutes(api, { desk: signIns, setUp, describe, events: services.events });
    oidcRoutes(api, { store: services.store, config, desk: signIns, costs });
    userRoutes(api, services, new AccountDesk(services.store));
    taskRoutes(api, services);
    auditRoutes(api, services);
    mapRoutes(api, services, { config, external });
    externalLayerRoutes(api, services, { external, outbound, costs });
    areaRoutes(api, services);
    indicatorRoutes(api, services);
    recordRoutes(api, services, config);
    scenarioRoutes(api, services);
    savedViewRoutes(api, services);
    await analysisRoutes(api, services);
    await analysisIndexRoutes(api, services);
    await drawnAreaRoutes(api, services);
    districtRoutes(api, services, { config, costs });
    datasetRoutes(api, services);
    datasetListRoutes(api, services);
    await importRoutes(api, { store: services.store, desk });
    printRoutes(api, services);
    searchRoutes(api, services, costs);
    exportRoutes(api, services, costs);
    ogcRoutes(api, services, config, costs);
    eventRoutes(api, services);
  });
  await app.register(async (open) => {
    await open.register(fastifyCompress, { threshold: 1024, encodings: ["br", "gzip"] });
    embedRoutes(open, services, config, webDirectory);
    pageRoutes(open, services);
    styleRoutes(open, services, config);
  });
  if (webDirectory) await registerWebApp(app, webDirectory, config);
  return app;
}
