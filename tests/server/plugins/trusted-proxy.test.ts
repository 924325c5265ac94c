import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { type SmallCity, smallCity } from "../../lib/small-city.ts";

const proxy = "10.0.0.1";

describe("forwarding headers", () => {
  let city: SmallCity;
  let app: Awaited<ReturnType<typeof buildApp>>;
  const lines: string[] = [];
  beforeAll(async () => {
    city = await smallCity({ isDemo: false });
    app = await buildApp({
      services: city.services,
      config: { ...readConfig({ TRUSTED_PROXY: proxy }), dataDirectory: city.dataDirectory },
      logLevel: "info",
      logStream: { write: (line) => lines.push(line) },
    });
  });
  afterAll(async () => {
    await app.close();
    await city.close();
  });

  /** A wrong password from `remoteAddress`, which says to come from `client`. */
  const attempt = (remoteAddress: string, client: string, login: string) =>
    app.inject({
      method: "POST",
      url: "/api/login",
      remoteAddress,
      headers: { "x-forwarded-for": client },
      payload: { login, password: "ein falsches Passwort" },
    });
  const attempts = async (remoteAddress: string, login: string) => {
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) {
      statuses.push((await attempt(remoteAddress, `1.2.${i}.4`, login)).statusCode);
    }
    return statuses;
  };

  it("T-10 of a client that is not the proxy change neither limit nor log", async () => {
    lines.length = 0;
    expect(await attempts("192.0.2.7", "eins")).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(lines.join("\n")).toContain("192.0.2.0");
    expect(lines.join("\n")).not.toContain("1.2.");
  });

  it("T-10 of the configured proxy tell who is behind it", async () => {
    lines.length = 0;
    expect(await attempts(proxy, "zwei")).toEqual([401, 401, 401, 401, 401, 401, 401]);
    expect(lines.join("\n")).toContain("1.2.3.0");
    expect(lines.join("\n")).not.toContain("10.0.0.");
  });
});
