import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrivalLimits } from "../../../server/plugins/arrival-limit.ts";
import { as } from "../../lib/running-app.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";
import { formOf } from "./upload.ts";

const usual = 1000;
const fileBytes = 50 * 1024 * 1024;

let city: SmallCity;
let port: number;
beforeAll(async () => {
  city = await smallCity({ options: { arrival: { usual, upload: 60_000 } } });
  await city.app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = city.app.server.address() as { port: number });
});
afterAll(() => city.close());

interface SlowRequest {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Milliseconds until the last byte is sent. */
  lasting: number;
}

/** Sends a body in twenty even pieces; answers what came back, and whether the body could be sent to its end. */
function sendSlowly({ path, headers, body, lasting }: SlowRequest): Promise<{ got: string; sent: boolean }> {
  const pieces = 20;
  const socket = connect(port, "127.0.0.1");
  const lines = Object.entries({ host: "localhost", "content-length": String(body.length), ...headers });
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.map((line) => line.join(": ")).join("\r\n")}\r\n\r\n`);
  let got = "";
  let sent = 0;
  const timer = setInterval(() => {
    if (sent === pieces) return;
    const size = Math.ceil(body.length / pieces);
    socket.write(body.subarray(sent * size, (sent + 1) * size));
    sent++;
  }, lasting / pieces);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(timer);
      socket.destroy();
      resolve({ got, sent: sent === pieces });
    };
    socket.on("data", (data) => {
      got += data;
      if (sent === pieces) end();
    });
    socket.on("error", () => {}).once("close", end);
  });
}

describe("a file on a slow line", () => {
  const { headers, payload } = formOf({ content: Buffer.alloc(200_000, "1;2\n") });
  const path = "/api/imports?kind=indicator";

  it("arrives, though it takes several times as long as any other request may", async () => {
    const cookie = as("STATISTICS").cookie;
    const answer = await sendSlowly({
      path,
      headers: { ...headers, cookie },
      body: payload,
      lasting: 3 * usual,
    });
    expect(answer.sent).toBe(true);
    expect(answer.got).toMatch(/^HTTP\/1\.1 20[12] /);
  });

  it("of nobody is refused at once and cut off in the usual time", async () => {
    const { got, sent } = await sendSlowly({ path, headers, body: payload, lasting: 4 * usual });
    expect(got).toMatch(/^HTTP\/1\.1 401 /);
    expect(sent).toBe(false);
  });

  it("has time enough for the largest allowed one on 0.8 Mbit/s", () => {
    expect(arrivalLimits.upload / 1000).toBeGreaterThan((fileBytes * 8) / 800_000);
    expect(arrivalLimits.usual).toBeLessThanOrEqual(15_000);
  });
});

it("T-09 a form that comes drop by drop is cut off in the usual time, and others are served", async () => {
  const body = Buffer.from(JSON.stringify({ login: "jemand", password: "x".repeat(400) }));
  const headers = { "content-type": "application/json" };
  const slow = sendSlowly({ path: "/api/login", headers, body, lasting: 4 * usual });
  expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200);
  const { got, sent } = await slow;
  expect(sent).toBe(false);
  expect(got).not.toContain("200 OK");
});
