import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Outbound, type OutboundRules } from "../../../server/outbound/outbound.ts";

/** Where the map service of the tests leads those who ask for these paths. */
const redirections: Record<string, string> = {
  "/to-private": "http://10.0.0.1/",
  "/to-metadata": "http://169.254.169.254/latest/meta-data/",
  "/to-file": "file:///etc/passwd",
  "/to-loopback-name": "http://localhost:1/",
  "/to-itself": "/to-itself",
  "/once": "/answer",
};

let port = 0;
let connections = 0;
const asked: { url: string | undefined; headers: NodeJS.Dict<string | string[]> }[] = [];
const service = createServer((request, response) => {
  asked.push({ url: request.url, headers: request.headers });
  const location = redirections[request.url ?? ""];
  if (location) response.writeHead(302, { location }).end();
  else if (request.url === "/endless") response.write("x".repeat(2_000));
  else if (request.url === "/packed") response.writeHead(200, { "content-encoding": "gzip" }).end("x");
  else if (request.url === "/missing") response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "Text/Plain; charset=utf-8" }).end("Antwort");
});
service.on("connection", () => {
  connections += 1;
});

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  port = (service.address() as AddressInfo).port;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});

const guarded = (rules: Partial<OutboundRules> = {}) =>
  new Outbound({ hosts: ["karten.example", "127.0.0.1"], addresses: ["127.0.0.1"], ...rules });
const ask = (outbound: Outbound, address: string, maxBytes = 1_000) =>
  outbound.get(address, { accept: "text/plain", maxBytes });

describe("asking another server in the name of this one", () => {
  it.each([
    "http://127.0.0.1/",
    "http://169.254.169.254/",
    "http://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "file:///etc/passwd",
    "ftp://karten.example/",
    "https://karten.example.org/",
    "https://user:secret@karten.example/",
    "https://karten.example@10.0.0.1/",
    "keine Adresse",
  ])("I-22 refuses %s before a connection is opened", async (address) => {
    const before = connections;
    const outbound = guarded({ hosts: ["karten.example"], addresses: [] });
    const here = address.replace("127.0.0.1", `127.0.0.1:${port}`).replace("[::1]", `[::1]:${port}`);
    await expect(ask(outbound, here)).rejects.toMatchObject({ isForbidden: true });
    expect(connections).toBe(before);
  });

  it("I-22 refuses plain http to the open internet even where the own machine may be asked", async () => {
    const resolve = async () => [{ address: "193.196.190.40", family: 4 }];
    await expect(ask(guarded({ resolve }), "http://karten.example/")).rejects.toMatchObject({
      isForbidden: true,
    });
  });

  it("I-22 refuses a listed host whose name leads into the own network, and opens no connection", async () => {
    const before = connections;
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const outbound = guarded({ resolve, addresses: [] });
    await expect(ask(outbound, `https://karten.example:${port}/`)).rejects.toThrow(
      "in ein geschlossenes Netz",
    );
    expect(connections).toBe(before);
  });

  it("I-22 connects to the very address it checked, though the name leads elsewhere a moment later", async () => {
    let looks = 0;
    const resolve = async () => {
      looks += 1;
      return [{ address: looks === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    const answer = await ask(guarded({ resolve }), `http://karten.example:${port}/answer`);
    expect(answer.body.toString()).toBe("Antwort");
    expect(looks).toBe(1);
  });

  it("I-22 checks each redirection as if it were the first address", async () => {
    const outbound = guarded();
    for (const path of ["/to-private", "/to-metadata", "/to-file", "/to-loopback-name"]) {
      await expect(ask(outbound, `http://127.0.0.1:${port}${path}`)).rejects.toMatchObject({
        isForbidden: true,
      });
    }
    await expect(ask(outbound, `http://127.0.0.1:${port}/to-itself`)).rejects.toThrow("leitet zu oft weiter");
    const followed = await ask(outbound, `http://127.0.0.1:${port}/once`);
    expect(followed).toEqual({ type: "text/plain", body: Buffer.from("Antwort") });
  });

  it("stops reading at the limit, and takes neither errors nor packed answers", async () => {
    const outbound = guarded();
    const address = `http://127.0.0.1:${port}`;
    await expect(ask(outbound, `${address}/endless`)).rejects.toThrow("größer als");
    await expect(ask(outbound, `${address}/packed`)).rejects.toThrow("nicht gelesen");
    await expect(ask(outbound, `${address}/missing`)).rejects.toThrow("Status 404");
    await expect(ask(outbound, "http://127.0.0.1:1/")).rejects.toThrow("nicht erreichbar");
  });

  it("sends nothing but what it wants to have", async () => {
    asked.length = 0;
    await ask(guarded(), `http://127.0.0.1:${port}/answer`);
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ]);
  });
});
