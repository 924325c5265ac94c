import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort, hasProgram, SERVER_CORE, start, waitFor } from "./processes.ts";
import type { ServedTile } from "./served-tiles.ts";

export interface Peer {
  origin: string;
  stop(): Promise<void>;
}

/**
 * nginx with one worker, as Debian ships it (sendfile, tcp_nopush), without access log, serving the very bytes our
 * server sent as files with the same headers. `null` when nginx cannot be had.
 */
export async function startNginx(tiles: readonly ServedTile[], encoding: string): Promise<Peer | null> {
  if (!hasProgram("nginx", "nginx-light")) return null;
  const folder = mkdtempSync(join(tmpdir(), "srk-nginx-"));
  const port = await freePort();
  for (const { path, body } of tiles) {
    mkdirSync(dirname(join(folder, "www", path)), { recursive: true });
    writeFileSync(join(folder, "www", path), body);
  }
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 768; }
http {
  sendfile on; tcp_nopush on; access_log off; keepalive_requests 100000000; keepalive_timeout 75;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server {
    listen 127.0.0.1:${port}; root ${folder}/www;
    location / {
      types {} default_type application/vnd.mapbox-vector-tile;
      add_header Content-Encoding ${encoding}; add_header Vary Accept-Encoding;
      add_header Cache-Control "public, max-age=31536000, immutable";
    }
  }
}
`,
  );
  const nginx = start("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { cores: SERVER_CORE });
  await waitFor(`http://127.0.0.1:${port}/`, nginx);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await nginx.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
