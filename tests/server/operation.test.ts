import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../server/app.ts";
import type { Config } from "../../server/config.ts";
import { errorFacts, networkOf } from "../../server/plugins/request-log.ts";
import { logStrayErrors } from "../../server/process-errors.ts";
import { databaseFileName } from "../../server/store/sqlite/sqlite-engine.ts";
import { addRecord, kita, type SmallCity, smallCity } from "../lib/small-city.ts";
import { temporaryDirectory } from "./drill/databases.ts";
import { settled, upload } from "./imports/upload.ts";

const token = "token-of-the-monitoring";
const config: Config = {
  host: "127.0.0.1",
  port: 0,
  dataDirectory: "unused",
  publicUrl: "http://localhost",
  allowHttp: false,
  sessionIdleHours: 8,
  longestStop: 1900,
  sessionHours: 24,
  tokenGraceDays: 30,
  metricsToken: token,
  outboundHosts: [],
  outboundAddresses: [],
  embedAncestors: [],
  logLevel: "info",
  backup: { minutes: 0, keep: 1, directory: "unused" },
  baseMap: { kind: "built-in" },
};

function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** Another server over the city's services whose log lines are kept. */
async function logged(city: SmallCity, settings: Partial<Config> = {}) {
  const lines: string[] = [];
  const app = await buildApp({
    services: city.services,
    config: { ...config, ...settings },
    logLevel: "info",
    logStream: { write: (line) => lines.push(line) },
  });
  return { app, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

describe("a server in operation", () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity();
    await addRecord(city.store, "facilities", { properties: kita("Kita West") });
  });
  afterAll(() => city.close());

  it("O-02 lives, is ready once there is a city, and tells figures to nobody without the token", async () => {
    const { app } = await logged(city);
    expect((await app.inject("/live")).json()).toEqual({ status: "live" });
    expect((await app.inject("/ready")).json()).toEqual({ status: "ready", database: "sqlite" });
    await app.inject("/api/records/facilities");
    const metrics = await app.inject({ url: "/metrics", headers: { authorization: `Bearer ${token}` } });
    expect(metrics.headers["content-type"]).toContain("text/plain");
    expect(metrics.body).toMatch(
      /^http_request_duration_seconds_count\{[^}]*route="\/api\/records\/facilities"[^}]*\} 1$/m,
    );
    expect(metrics.body).toMatch(/^process_resident_memory_bytes \d/m);
    expect(metrics.body).toMatch(/^backup_age_seconds -1$/m);
    const nothing = (await app.inject("/nothing-here")).json();
    for (const authorization of ["", "Bearer ", `Bearer ${token}x`, `Basic ${token}`]) {
      const refused = await app.inject({ url: "/metrics", headers: { authorization } });
      expect({ ...refused.json(), instance: "" }).toEqual({ ...nothing, instance: "" });
    }
    expect(
      (await city.app.inject({ url: "/metrics", headers: { authorization: `Bearer ${token}` } })).statusCode,
    ).toBe(404);
    await app.close();
  });

  it("O-03 after the event loop stood still those who waited get 503, and soon everything is served again", async () => {
    const { app } = await logged(city, { longestStop: 1000 });
    standStill(2000);
    await app.listen({ port: 0, host: "127.0.0.1" });
    const address = `http://127.0.0.1:${(app.server.address() as { port: number }).port}`;
    const area = async () => (await fetch(`${address}/api/areas?level=district`)).status;
    expect(await area(), "a long start keeps nobody waiting").toBe(200);
    standStill(2000);
    const refused = await fetch(`${address}/api/areas?level=district`);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect((await fetch(`${address}/live`)).status).toBe(200);
    await expect.poll(area, { timeout: 20_000 }).toBe(200);
    await app.close();
  });

  it("O-04 an error inside a request is logged with its id, one outside under an id of its own, and all goes on", async () => {
    const { app, entries } = await logged(city);
    app.get("/fails", async () => {
      await pause(1);
      throw Object.assign(new Error("worker ended"), { code: "ERR_WORKER", detail: "Notiz: vertraulich" });
    });
    const stop = logStrayErrors(app.log);
    // The test run has listeners of its own for stray errors, and they would count this one as its failure.
    const others = process.listeners("unhandledRejection").slice(0, -1);
    for (const other of others) process.off("unhandledRejection", other);
    try {
      const failed = await app.inject("/fails");
      expect(failed.statusCode).toBe(500);
      expect(failed.body).not.toMatch(/worker|vertraulich/);
      setTimeout(() => void Promise.reject(new Error("timer failed")), 1);
      await pause(30);
      const errors = entries().filter(({ level }) => level === 50);
      expect(errors.map(({ reqId, err }) => [reqId, err.message])).toEqual([
        [failed.json().instance, "worker ended"],
        [expect.stringMatching(/^stray-/), "timer failed"],
      ]);
      expect((await app.inject("/live")).statusCode).toBe(200);
    } finally {
      stop();
      for (const other of others) process.on("unhandledRejection", other);
    }
    await app.close();
  });

  it("O-04 an error in the thread of an import is logged with the id of the request that asked for it, and others go on", async () => {
    // The thread opens the database for itself, and finds a file there that is none.
    const dataDirectory = temporaryDirectory();
    writeFileSync(join(dataDirectory, databaseFileName), "no database ".repeat(1000));
    const { app, entries } = await logged(city, { dataDirectory });
    const statistics = city.as("STATISTICS");
    const asked = await upload(app, statistics, { content: "Nr;Jahr;Wert\n01;2024;1\n" });
    expect((await app.inject("/api/records/facilities")).statusCode).toBe(200);
    const job = await settled(app, statistics, asked.json().id);
    expect([job.state, job.problem?.code]).toEqual(["ABORTED", "failed"]);
    const [failure, ...more] = entries().filter(({ level }) => level === 50);
    expect([failure?.msg, failure?.job, more]).toEqual(["import failed", job.id, []]);
    const received = entries().find(({ req }) => req?.path === "/api/imports");
    expect(received?.reqId).toMatch(/\w/);
    expect(failure?.reqId).toBe(received?.reqId);
    expect((await app.inject("/ready")).statusCode).toBe(200);
    await app.close();
  });

  it("O-05 P-07 a log line has the request's id and no cookie, token, note, search word or full address", async () => {
    const { app, lines, entries } = await logged(city);
    const answer = await app.inject({
      url: "/api/search?q=Muellerin",
      headers: { cookie: "sozialraumkarte-demo-role=PLANNER.51." },
      remoteAddress: "203.0.113.77",
    });
    expect(answer.statusCode).toBe(200);
    const headers = { authorization: "Bearer geheimes-token" };
    expect((await app.inject({ url: "/api/me", headers })).statusCode).toBe(401);
    await app.inject({
      method: "POST",
      url: "/api/records/planned-sites",
      headers: city.as("PLANNER", { department: "51" }),
      payload: { properties: { name: "Skizze", note: "Gespräch mit Frau Beispiel" } },
      remoteAddress: "2001:db8:1:2::77",
    });
    const failed = await app.inject("/nothing?password=geheim");
    const text = lines.join("");
    expect(text).not.toMatch(/Muellerin|geheim|PLANNER|Beispiel|203\.0\.113\.77|2001:db8:1:2/);
    expect(entries().every((entry) => typeof entry.reqId === "string" && Number.isFinite(entry.time))).toBe(
      true,
    );
    expect(entries()[0]?.req).toEqual({ method: "GET", path: "/api/search", network: "203.0.113.0" });
    expect(entries().map(({ reqId }) => reqId)).toContain(failed.json().instance);
    await app.close();
  });
});

it("P-07 an address is cut to its network, whatever way it is written", () => {
  expect(["198.51.100.23", "::ffff:198.51.100.23", "2001:db8:abcd:12::7", "unix", ""].map(networkOf)).toEqual(
    ["198.51.100.0", "198.51.100.0", "2001:db8:abcd::", "", ""],
  );
});

it("O-05 of an error neither the row nor the statement it carries is logged", () => {
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (name)=(Beispiel)" });
  const facts = errorFacts(Object.assign(new Error("not written", { cause }), { parameters: ["Beispiel"] }));
  expect(facts).toMatchObject({ type: "Error", message: "not written", cause: { code: "23505" } });
  expect(JSON.stringify({ ...facts, stack: "" })).not.toContain("Beispiel");
});

describe("a server under a flood", () => {
  let city: SmallCity;
  let port: number;
  let address: string;
  beforeAll(async () => {
    city = await smallCity();
    await addRecord(city.store, "facilities", { properties: kita("Kita West") });
    await city.app.listen({ port: 0, host: "127.0.0.1" });
    ({ port } = city.app.server.address() as { port: number });
    address = `http://127.0.0.1:${port}`;
  });
  afterAll(() => city.close());

  it("T-02 serves 2,000 cold tiles or says when to come back, and serves others as before", async () => {
    const { tiles } = await (await fetch(`${address}/tiles/facilities.json`)).json();
    const path = new URL(tiles[0]).pathname;
    const statuses = new Map<number, number>();
    let retryAfter: string | null = null;
    const flood = async (from: number) => {
      for (let n = from; n < 2000; n += 10) {
        const tile = path.replace("%7Bz%7D", "{z}").replace("{z}", "16");
        const cold = tile
          .replace(/\{x\}|%7Bx%7D/, String(34_000 + (n % 50)))
          .replace(/\{y\}|%7By%7D/, String(22_000 + Math.floor(n / 50)));
        const answer = await fetch(`${address}${cold}`);
        await answer.arrayBuffer();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 429) retryAfter = answer.headers.get("retry-after");
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, lane) => flood(lane)));
    expect([...statuses.keys()].sort()).toEqual([204, 429]);
    expect(statuses.get(204)).toBeGreaterThanOrEqual(1200);
    expect(Number(retryAfter)).toBeGreaterThan(0);
    // Another client, and what needs no cutting, are served as before.
    expect(
      (await city.app.inject({ url: "/api/areas?level=district", remoteAddress: "198.51.100.1" })).statusCode,
    ).toBe(200);
    expect((await fetch(`${address}/live`)).status).toBe(200);
  });

  it("T-09 closes 200 connections whose header comes letter by letter, and serves others", {
    timeout: 40_000,
  }, async () => {
    const began = performance.now();
    const sockets = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
    const closed = Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.on("error", () => {}).once("close", resolve))),
    );
    for (const socket of sockets) socket.write("GET /live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    const dripping = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write("a");
    }, 1000);

    expect((await fetch(`${address}/live`)).status).toBe(200);
    await closed;
    clearInterval(dripping);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
