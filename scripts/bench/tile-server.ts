import { promisify } from "node:util";
import { gzip } from "node:zlib";
import Fastify from "fastify";
import pg from "pg";
import { tileRoutes } from "../../server/tiles/tile-routes.ts";
import { TileService } from "../../server/tiles/tile-service.ts";
import { demoTileSets } from "./demo-tile-sets.ts";
import { tileStatement } from "./postgis-tiles.ts";

/**
 * The demo's tiles and nothing else, for cold passes: from our index, or from PostGIS when `DATABASE_URL` is set.
 * Both go through the same Fastify and gzip. `POST /forget` makes ours start from nothing again.
 */
const scale = Number(process.env.SCALE ?? 1);
const { sets } = demoTileSets(scale);
const app = Fastify();

if (process.env.DATABASE_URL) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  const statements = new Map([...sets].map(([name, set]) => [name, tileStatement(set)]));
  const pack = promisify(gzip);
  app.get<{ Params: Record<"layer" | "z" | "x" | "y", string> }>(
    "/tiles/:layer/:version/:z/:x/:y.pbf",
    async ({ params }, reply) => {
      const text = statements.get(params.layer);
      if (!text) return reply.code(404).send();
      const values = [Number(params.z), Number(params.x), Number(params.y)];
      const { rows } = await pool.query<{ tile: Buffer }>({ name: params.layer, text, values });
      const tile = rows[0]?.tile;
      if (!tile?.length) return reply.code(204).send();
      const body = await pack(tile, { level: 6 });
      return reply.header("content-encoding", "gzip").type("application/vnd.mapbox-vector-tile").send(body);
    },
  );
  app.addHook("onClose", () => pool.end());
} else {
  const service = { current: new TileService() };
  const fill = () => {
    service.current = new TileService();
    for (const [name, set] of sets) service.current.setLayer(name, set);
  };
  fill();
  // The routes keep the service they were given; this one passes every question to the newest.
  const passing = new Proxy(service.current, {
    get: (_, name) => {
      const value = Reflect.get(service.current, name);
      return typeof value === "function" ? value.bind(service.current) : value;
    },
  });
  await app.register(tileRoutes(passing, { publicUrl: "", cacheSeconds: () => 30 }));
  app.get<{ Params: { layer: string } }>("/versions/:layer", ({ params }) =>
    service.current.version(params.layer),
  );
  app.post("/forget", () => {
    fill();
    return {};
  });
}
app.get("/ready", () => ({}));
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => app.close());
