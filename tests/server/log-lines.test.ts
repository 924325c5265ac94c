import Fastify from "fastify";
import { expect, it } from "vitest";
import { logLines } from "../../server/log-lines.ts";

it("X-07 a name with line break and turning mark makes one line of the server log, both escaped", () => {
  const written: string[] = [];
  const app = Fastify({
    logger: { level: "info", stream: logLines({ write: (text) => written.push(text) }) },
  });
  app.log.info({ name: "Kita\nlevel=30 \u202Egnp.exe\u2028" }, "saved");
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^[^\n\u202e\u2028]+\n$/);
  expect(written[0]).toContain("\\u202egnp.exe\\u2028");
  expect(JSON.parse(written[0]!).name).toBe("Kita\nlevel=30 \u202Egnp.exe\u2028");
});
