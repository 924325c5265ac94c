import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AccountDesk } from "../../server/accounts/account-desk.ts";
import { listen } from "../lib/event-stream.ts";
import { planningCity } from "../lib/planning-city.ts";
import { inDatabase, isPostgresSkipped, newPostgresDatabase } from "../lib/postgres.ts";
import { as } from "../lib/running-app.ts";
import { freePort, root } from "../lib/running-server.ts";
import { addRecord, kita, sketch } from "../lib/small-city.ts";

const password = "ein langes Passwort";

/** Two servers over one database, as `server/README.md` describes them, behind nginx under `/karte/`. */
function nginxConfig(folder: string, port: number, upstreams: readonly number[]): string {
  return `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  proxy_cache_path ${folder}/tiles keys_zone=tiles:4m max_size=64m;
  upstream karte { ${upstreams.map((one) => `server 127.0.0.1:${one};`).join(" ")} keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header X-Forwarded-For $remote_addr;
    location /karte/tiles/ {
      proxy_pass http://karte/tiles/; proxy_cache tiles; proxy_cache_lock on;
      add_header X-Cache $upstream_cache_status;
    }
    location /karte/events { proxy_pass http://karte/events; proxy_buffering off; }
    location /karte/ { proxy_pass http://karte/; }
  }
}
`;
}

describe.skipIf(isPostgresSkipped())("two server processes on one PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "two-processes-"));
  const children: ChildProcess[] = [];
  let databaseUrl: string;
  let ports: number[];
  let publicUrl: string;

  beforeAll(async () => {
    databaseUrl = await newPostgresDatabase();
    const city = await planningCity(databaseUrl);
    for (const name of ["Kita Süd", "Kita Nord", "Kita West"]) {
      await addRecord(city.store, "facilities", { properties: kita(name) });
    }
    const desk = new AccountDesk(city.store);
    const account = {
      office: "Jugendamt",
      department: "51",
      districts: [],
      signIn: "local" as const,
      password,
    };
    await desk.add({ ...account, login: "jugendamt", role: "PLANNER" }, "test");
    await desk.add({ ...account, login: "technik", role: "ADMIN" }, "test");
    await city.close();
    ports = [await freePort(), await freePort()];
    const front = await freePort();
    publicUrl = `http://127.0.0.1:${front}/karte`;
    for (const port of ports) children.push(server(port));
    writeFileSync(join(folder, "nginx.conf"), nginxConfig(folder, front, ports));
    children.push(spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" }));
    for (const address of [...ports.map((port) => `http://localhost:${port}`), publicUrl]) {
      await vi.waitFor(
        async () => {
          if ((await fetch(`${address}/ready`)).status !== 200) throw new Error("not ready");
        },
        { timeout: 90_000, interval: 200 },
      );
    }
  });
  afterAll(async () => {
    await Promise.all(
      children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, "exit");
        child.kill("SIGTERM");
        await gone;
      }),
    );
    rmSync(folder, { recursive: true, force: true });
  });

  function server(port: number): ChildProcess {
    return spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        DATA_DIR: join(folder, `data-${port}`),
        PUBLIC_URL: publicUrl,
        BACKUP_MINUTES: "0",
      },
      stdio: "ignore",
    });
  }

  const { host: _host, ...planner } = as("PLANNER", { department: "51" });
  const create = (port: number, name: string, signal?: AbortSignal) =>
    fetch(`http://localhost:${port}/api/records/candidate-sites`, {
      method: "POST",
      headers: { ...planner, "content-type": "application/json" },
      body: JSON.stringify({
        properties: sketch(name),
        geometry: { type: "Point", coordinates: [9.05, 48.75] },
      }),
      ...(signal ? { signal } : {}),
    });

  it("an edit through one is heard by the open pages of the other within two seconds", async () => {
    const stop = new AbortController();
    const events = await fetch(`http://localhost:${ports[1]}/events`, {
      headers: planner,
      signal: stop.signal,
    });
    let heard = "";
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of events.body!) heard += decoder.decode(chunk as Uint8Array);
    })().catch(() => undefined);
    const created = await create(ports[0]!, "Skizze am Park");
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const began = performance.now();
    await expect.poll(() => heard.includes(id), { timeout: 2000, interval: 20 }).toBe(true);
    console.log(`two processes: heard after ${Math.round(performance.now() - began)} ms`);
    stop.abort();
    await reading;
  });

  it("sessions and tokens of one count at the other, and what one takes away is gone at both at once", async () => {
    const ask = (
      port: number,
      path: string,
      headers: Record<string, string>,
      method = "GET",
      body?: object,
    ) =>
      fetch(`http://localhost:${port}${path}`, {
        method,
        headers: { ...headers, ...(body && { "content-type": "application/json" }) },
        ...(body && { body: JSON.stringify(body) }),
      });
    const role = async (port: number, headers: Record<string, string>) => {
      const answer = await ask(port, "/api/me", headers);
      return answer.ok ? ((await answer.json()) as { role: string }).role : answer.status;
    };
    const [first, second] = ports as [number, number];
    const signIn = async (port: number, login: string) => {
      const answer = await ask(port, "/api/login", {}, "POST", { login, password });
      return { cookie: answer.headers.getSetCookie()[0]!.split(";")[0]! };
    };
    const session = await signIn(first, "jugendamt");
    const issued = await ask(second, "/api/tokens", session, "POST", { name: "QGIS", days: 1 });
    const token = { authorization: `Bearer ${((await issued.json()) as { secret: string }).secret}` };
    expect([await role(second, session), await role(first, token)]).toEqual(["PLANNER", "PLANNER"]);

    const page = await listen(`http://localhost:${second}`, session);
    const technik = await signIn(second, "technik");
    const { items } = (await (await ask(second, "/api/users", technik)).json()) as {
      items: { id: string; login: string }[];
    };
    const id = items.find(({ login }) => login === "jugendamt")!.id;
    const demoted = await ask(first, `/api/users/${id}`, technik, "PATCH", { role: "STATISTICS" });
    expect(demoted.status).toBe(200);
    await expect.poll(() => page.heard.text, { timeout: 2000, interval: 20 }).toContain("event: person");
    expect([await role(second, session), await role(second, token)]).toEqual(["STATISTICS", "STATISTICS"]);

    expect((await ask(second, "/api/logout", session, "POST", {})).status).toBe(204);
    expect(await role(first, session)).toBe("PUBLIC");
    expect((await ask(first, `/api/users/${id}`, technik, "PATCH", { isLocked: true })).status).toBe(200);
    expect(await role(second, token)).toBe(401);
  });

  it("O-10 under a base path every address that is told begins with it", async () => {
    const tileJson = (await (await fetch(`${publicUrl}/tiles/facilities.json`)).json()) as {
      tiles: string[];
    };
    expect(tileJson.tiles[0]).toMatch(new RegExp(`^${publicUrl}/tiles/facilities/`));
    const list = (await (await fetch(`${publicUrl}/api/records/facilities?limit=2`)).json()) as {
      next: string;
    };
    expect(list.next).toMatch(/^\/karte\/api\/records\/facilities\?/);
    const rest = (await (await fetch(new URL(list.next, publicUrl))).json()) as {
      items: unknown[];
      next: null;
    };
    expect([rest.items.length, rest.next]).toEqual([1, null]);
    const description = (await (await fetch(`${publicUrl}/api/openapi.json`)).json()) as {
      servers: { url: string }[];
    };
    expect(description.servers.map(({ url }) => url)).toEqual([publicUrl]);
    const collections = (await (await fetch(`${publicUrl}/ogc/collections?f=json`)).json()) as object;
    const links = [...JSON.stringify(collections).matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(3);
    expect(
      links.filter((href) => !href?.startsWith(publicUrl) && /127\.0\.0\.1|localhost|^\//.test(href ?? "")),
    ).toEqual([]);
  });

  it("O-10 under a base path pages and style lead to nothing outside of it, and events come through", async () => {
    const created = (await (await create(ports[0]!, "Skizze am Markt")).json()) as { id: string };
    const pages = [
      "/embed",
      "/embed/places?layer=facilities",
      "/help",
      "/ogc/",
      "/ogc/collections/facilities/items?f=html&limit=2",
      `/print/site/${created.id}?kind=KITA`,
    ];
    for (const page of pages) {
      // As the proxy asks: the roles of a demo are for this machine alone, and nginx stands for another one.
      const direct = `http://localhost:${ports[0]}`;
      const answer = await fetch(`${direct}${page}`, { headers: { ...planner, accept: "text/html" } });
      expect([page, answer.status]).toEqual([page, 200]);
      const html = await answer.text();
      const led = [...html.matchAll(/(?:href|src|action)="([^"#][^"]*)"/g)].map(([, to = ""]) =>
        new URL(to.replaceAll("&amp;", "&"), `${publicUrl}${page}`).toString(),
      );
      expect([page, led.length > 0]).toEqual([page, true]);
      const own = led.filter((to) => /^https?:\/\/(localhost|127\.0\.0\.1)/.test(to));
      expect([page, own.filter((to) => !to.startsWith(`${publicUrl}/`))]).toEqual([page, []]);
      // The dashboard itself is there only where it was built; a PDF costs seconds of a busy machine.
      for (const to of new Set(own.filter((one) => !/\/karte\/(\?|$|assets\/)|\.pdf\?/.test(one)))) {
        const { status } = await fetch(to.replace(publicUrl, direct), { headers: planner });
        expect([page, to, status]).not.toEqual([page, to, 404]);
      }
    }
    const style = await (await fetch(`${publicUrl}/style.json`)).text();
    const named = [...style.matchAll(/"((?:https?:\/)?\/[^"]+)"/g)].map(([, address = ""]) => address);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((address) => !address.startsWith(`${publicUrl}/`))).toEqual([]);
    const stop = new AbortController();
    const events = await fetch(`${publicUrl}/events`, { signal: stop.signal });
    expect([events.status, events.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/event-stream"),
    ]);
    stop.abort();
  });

  it("both serve public tiles through nginx, which keeps them", { timeout: 60_000 }, async () => {
    const { tiles } = (await (await fetch(`${publicUrl}/tiles/facilities.json`)).json()) as {
      tiles: string[];
    };
    const tile = tiles[0]!.replace("{z}", "10").replace("{x}", "537").replace("{y}", "352");
    expect((await fetch(tile)).status).toBe(200);
    expect((await fetch(tile)).headers.get("x-cache")).toBe("HIT");
    const load = (url: string) => autocannon({ url, amount: 400, connections: 8 });
    const cached = await load(tile);
    const passed = await load(`${publicUrl}/api/areas?level=district`);
    console.log(
      `two processes behind nginx: ${Math.round(400 / cached.duration)} tiles/s, ${Math.round(400 / passed.duration)} answers/s`,
    );
    for (const { errors, non2xx, "2xx": served } of [cached, passed]) {
      expect({ errors, non2xx, served }).toEqual({ errors: 0, non2xx: 0, served: 400 });
    }
  });

  it("D-05 asked to stop amid 20 writes a server ends with 0 within ten seconds, and what it acknowledged is there", {
    timeout: 60_000,
  }, async () => {
    const [child] = children;
    const writes = Array.from({ length: 20 }, (_, index) =>
      create(ports[0]!, `Skizze ${index}`).then(
        async (answer) => ({ status: answer.status, id: ((await answer.json()) as { id?: string }).id }),
        () => ({ status: 0, id: undefined }),
      ),
    );
    await pause(30);
    const began = performance.now();
    const ended = once(child!, "exit");
    child!.kill("SIGTERM");
    const answers = await Promise.all(writes);
    expect((await ended)[0]).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(answers.filter(({ status }) => ![201, 503, 0].includes(status))).toEqual([]);
    const kept = await inDatabase<{ id: string }>(
      databaseUrl,
      "select id from record where type = 'candidate-sites'",
    );
    const ids = new Set(kept.map(({ id }) => id));
    expect(answers.filter(({ status, id }) => status === 201 && !ids.has(id!))).toEqual([]);
    expect((await fetch(`http://localhost:${ports[1]}/ready`)).status).toBe(200);
  });
});
