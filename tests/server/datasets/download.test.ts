import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { download } from "../../../server/datasets/download.ts";
import { temporaryFolder } from "./files.ts";

const folder = temporaryFolder();
let connections = 0;
const server = createServer((_, response) => response.end("x".repeat(2000)));
server.on("connection", () => {
  connections += 1;
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  folder.remove();
});

const rules = { hosts: ["www.stuttgart.de", "127.0.0.1", "localhost"], maxBytes: 1000 };
const target = `${folder.path}/target`;

describe("fetching a described file", () => {
  it.each([
    "http://www.stuttgart.de/x.zip",
    "https://example.org/x.zip",
    "https://www.stuttgart.de.example.org/x.zip",
    "https://user@www.stuttgart.de/x.zip",
    "file:///etc/passwd",
    "https://169.254.169.254/",
    "not an address",
  ])("I-22 refuses %s without opening a connection", async (address) => {
    await expect(download(address, target, rules)).rejects.toMatchObject({ code: "address-refused" });
  });

  it("I-22 refuses a host whose name leads into the own network, although it is on the list", async () => {
    const before = connections;
    const failed = download(`https://localhost:${port}/`, target, rules);
    await expect(failed).rejects.toThrow("Adresse im eigenen Netz");
    expect(connections).toBe(before);
  });

  it("I-22 refuses plain http on the own machine unless a person named that address", async () => {
    const address = `http://127.0.0.1:${port}/`;
    await expect(download(address, target, rules)).rejects.toMatchObject({ code: "address-refused" });
    await download(address, target, { ...rules, maxBytes: 5000, isNamedByPerson: true });
    expect(connections).toBeGreaterThan(0);
  });

  it("stops at the size limit", async () => {
    const named = { ...rules, isNamedByPerson: true };
    await expect(download(`http://127.0.0.1:${port}/`, target, named)).rejects.toMatchObject({
      code: "file-too-large",
    });
  });
});
