import { expect, it } from "vitest";
import { ConfigError, readConfig } from "../../server/config.ts";

it.each([
  ["PORT", "achtzig-geheim"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://root:geheim@db/x"],
  ["PUBLIC_URL", "ftp://geheim.example"],
  ["BASEMAP", "geheim.txt"],
  ["TRUSTED_PROXY", "geheim"],
  ["ALLOW_HTTP", "geheim"],
  ["METRICS_TOKEN", "geheim"],
  ["OUTBOUND_HOSTS", "https://geheim/"],
  ["OUTBOUND_ADDRESSES", "geheim"],
  ["EMBED_ANCESTORS", "geheim"],
  ["OIDC_ISSUER", "geheim"],
  ["BACKUP_MINUTES", "-1 geheim"],
  ["BACKUP_KEEP", "0"],
  ["LOG_LEVEL", "geheim"],
])("O-01 %s that cannot be used is named, without its value", (variable, value) => {
  const refusal = attempt({ [variable]: value });
  expect(refusal).toBeInstanceOf(ConfigError);
  expect((refusal as ConfigError).variable).toBe(variable);
  expect((refusal as ConfigError).message).toMatch(new RegExp(`^${variable}: `));
  expect((refusal as ConfigError).message).not.toMatch(/geheim|70000/);
});

it("O-01 what another value makes necessary is named when it is missing", () => {
  expect(attempt({ HOST: "0.0.0.0" })).toMatchObject({ variable: "PUBLIC_URL" });
  const half = { OIDC_ISSUER: "https://anmeldung.example", OIDC_CLIENT_ID: "karte" };
  expect(attempt(half)).toMatchObject({ variable: "OIDC_CLIENT_SECRET" });
  const plain = { ...half, OIDC_CLIENT_SECRET: "geheim", OIDC_ISSUER: "http://anmeldung.example" };
  expect(attempt(plain)).toMatchObject({ variable: "OIDC_ISSUER" });
  expect(attempt({ ...plain, ALLOW_HTTP: "1" })).toMatchObject({ allowHttp: true });
  expect(attempt({ ...plain, OIDC_ISSUER: "http://127.0.0.1:9000" })).toMatchObject({ allowHttp: false });
});

it("nothing has to be set on one's own machine", () => {
  expect(readConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 8080,
    publicUrl: "http://localhost:8080",
    backup: { minutes: 1440, keep: 7, directory: "data/backups" },
    logLevel: "warn",
  });
});

function attempt(environment: Record<string, string>): unknown {
  try {
    return readConfig(environment);
  } catch (error) {
    return error;
  }
}
