import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { build } from "vite";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { PlanningData } from "#domain/analysis/planning-model.ts";
import { encodeGrid } from "#domain/demand/grid-file.ts";
import { encodeNetwork } from "#domain/network/network-file.ts";
import { freePort } from "../processes.ts";
import { draggedSite, dragQuestion } from "./drag-path.ts";

const root = resolve(import.meta.dirname, "../../..");

export interface DragPage {
  origin: string;
  stop(): Promise<void>;
}

/**
 * A bare page that drags a site with the app's own planning worker: the worker as the app bundles it, the city as its
 * release files, nothing drawn. Isolated from other pages, so that the browser's clock is fine enough.
 */
export async function startDragPage(data: PlanningData): Promise<DragPage> {
  const scripts = await bundled();
  const answers = new Map<string, { type: string; body: string | Uint8Array }>([
    [
      "/drag.html",
      { type: "text/html", body: '<!doctype html><script type="module" src="/page.js"></script>' },
    ],
    ["/grid", { type: "application/octet-stream", body: encodeGrid(data.grid) }],
    ["/network", { type: "application/octet-stream", body: encodeNetwork(data.network!) }],
    [
      "/about.json",
      {
        type: "application/json",
        body: JSON.stringify({ base: baseOf(data), question: dragQuestion, site: draggedSite() }),
      },
    ],
    ...scripts.map(({ name, code }) => [`/${name}`, { type: "text/javascript", body: code }] as const),
  ]);
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? "");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    if (!answer) response.writeHead(404).end();
    else response.setHeader("content-type", answer.type).end(answer.body);
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Page and worker, each in one file of that name. */
async function bundled(): Promise<{ name: string; code: string }[]> {
  const built = await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rollupOptions: {
        input: {
          page: join(import.meta.dirname, "../pages/drag.mjs"),
          worker: join(root, "web/planning/planning.worker.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  if (!("output" in built)) throw new Error("the page was not built");
  return built.output.flatMap((part) =>
    part.type === "chunk" ? [{ name: part.fileName, code: part.code }] : [],
  );
}

function baseOf({ supply, parameterSet, grid, dates }: PlanningData): PlanningBase {
  const bulk = (address: string) => ({ ...dates.grid, release: address, address, licence: "demo" });
  return {
    grid: bulk("/grid"),
    network: bulk("/network"),
    supply: [...supply],
    land: [],
    parameterSets: [{ ...parameterSet, state: "ENTWURF" }],
    parameterSetId: parameterSet.id,
    isDemo: grid.protection.kind === "INVENTED",
  };
}
