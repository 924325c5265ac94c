import { join } from "node:path";
import { z } from "zod";

/** Where the server runs and what it may do, read once at start (DESIGN §2). */
export interface Config {
  host: string;
  port: number;
  dataDirectory: string;
  databaseUrl?: string;
  /** Public base address without a slash at its end; never taken from a request. */
  publicUrl: string;
  /** Address of the one proxy whose forwarding headers count; nobody's otherwise. */
  trustedProxy?: string;
  /** Sign-in over plain http in a closed network. */
  allowHttp: boolean;
  /** A session ends after so many hours without use, and after so many in any case. */
  sessionIdleHours: number;
  sessionHours: number;
  /** Days a token of the single sign-on is believed after a session could have lasted no longer. */
  tokenGraceDays: number;
  /** Bearer token that reads `/metrics`; without it there is no such page. */
  metricsToken?: string;
  /** Hosts the server may fetch layers from, lower case. */
  outboundHosts: readonly string[];
  /** Addresses of closed networks those hosts may lead to, such as a map service beside this server. */
  outboundAddresses: readonly string[];
  /** Origins of the sites that may embed the public map. */
  embedAncestors: readonly string[];
  /** The city's single sign-on. */
  oidc?: { issuer: string; clientId: string; clientSecret: string };
  logLevel: "warn" | "info";
  /** Milliseconds the event loop may stand still before those who waited are refused. */
  longestStop: number;
  /** Backups the server makes by itself; 0 minutes for none. */
  backup: { minutes: number; keep: number; directory: string };
  baseMap: { kind: "built-in" } | { kind: "pmtiles"; path: string } | { kind: "style"; address: string };
}

/** A variable that cannot be used: the start refuses and names it, without printing its value. */
export class ConfigError extends Error {
  readonly variable: string;
  constructor(variable: string, sentence: string) {
    super(`${variable}: ${sentence}`);
    this.variable = variable;
  }
}

const loopbackHosts = new Set(["127.0.0.1", "::1", "localhost"]);

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  BASEMAP: z.string().min(1).default("built-in"),
  TRUSTED_PROXY: z.union([z.ipv4(), z.ipv6()]).optional(),
  ALLOW_HTTP: z.enum(["0", "1"]).default("0"),
  SESSION_IDLE_HOURS: z.coerce.number().positive().max(720).default(8),
  SESSION_HOURS: z.coerce.number().positive().max(720).default(24),
  TOKEN_GRACE_DAYS: z.coerce.number().min(0).max(366).default(30),
  METRICS_TOKEN: z.string().min(16).optional(),
  OUTBOUND_HOSTS: listOf(z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/)),
  OUTBOUND_ADDRESSES: listOf(z.union([z.ipv4(), z.ipv6()])),
  EMBED_ANCESTORS: listOf(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/)),
  LOG_LEVEL: z.enum(["warn", "info"]).default("warn"),
  OVERLOAD_MS: z.coerce.number().int().min(100).max(600_000).default(1900),
  BACKUP_MINUTES: z.coerce.number().int().min(0).max(43_200).default(1440),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  BACKUP_DIR: z.string().min(1).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
});

/** Values separated by commas or spaces, lower case. */
function listOf(item: z.ZodType<string, string>) {
  return z
    .string()
    .default("")
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .pipe(z.array(item));
}

/** Environment to configuration. Throws ConfigError naming the first variable that cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0] ?? "?");
    throw new ConfigError(variable, "Der Wert ist nicht verwendbar.");
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL, BASEMAP } = parsed.data;
  const { TRUSTED_PROXY, ALLOW_HTTP, METRICS_TOKEN, OUTBOUND_HOSTS, EMBED_ANCESTORS } = parsed.data;
  const { BACKUP_MINUTES, BACKUP_KEEP, BACKUP_DIR } = parsed.data;
  if (!PUBLIC_URL && !loopbackHosts.has(HOST)) {
    throw new ConfigError(
      "PUBLIC_URL",
      "Außerhalb von localhost muss die öffentliche Adresse angegeben sein.",
    );
  }
  return {
    host: HOST,
    port: PORT,
    dataDirectory: DATA_DIR,
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ""),
    ...(TRUSTED_PROXY ? { trustedProxy: TRUSTED_PROXY } : {}),
    allowHttp: ALLOW_HTTP === "1",
    sessionIdleHours: parsed.data.SESSION_IDLE_HOURS,
    sessionHours: parsed.data.SESSION_HOURS,
    tokenGraceDays: parsed.data.TOKEN_GRACE_DAYS,
    ...(METRICS_TOKEN ? { metricsToken: METRICS_TOKEN } : {}),
    outboundHosts: OUTBOUND_HOSTS,
    outboundAddresses: parsed.data.OUTBOUND_ADDRESSES,
    embedAncestors: EMBED_ANCESTORS,
    ...oidcOf(parsed.data),
    logLevel: parsed.data.LOG_LEVEL,
    longestStop: parsed.data.OVERLOAD_MS,
    backup: {
      minutes: BACKUP_MINUTES,
      keep: BACKUP_KEEP,
      directory: BACKUP_DIR ?? join(DATA_DIR, "backups"),
    },
    baseMap: baseMapOf(BASEMAP),
  };
}

/** All three or none: half a sign-on would fail only when somebody tries to sign in. */
function oidcOf({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  ALLOW_HTTP,
}: z.infer<typeof environmentSchema>): Pick<Config, "oidc"> {
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return {};
  const missing = Object.entries({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }).find(([, v]) => !v);
  if (missing) throw new ConfigError(missing[0], "Für die Anmeldung über die Stadt fehlt dieser Wert.");
  const { protocol, hostname } = new URL(OIDC_ISSUER ?? "");
  if (protocol === "http:" && ALLOW_HTTP !== "1" && !loopbackHosts.has(hostname.replace(/^\[|\]$/g, ""))) {
    throw new ConfigError("OIDC_ISSUER", "Nötig ist https, oder ALLOW_HTTP=1 in einem geschlossenen Netz.");
  }
  return {
    oidc: {
      issuer: OIDC_ISSUER ?? "",
      clientId: OIDC_CLIENT_ID ?? "",
      clientSecret: OIDC_CLIENT_SECRET ?? "",
    },
  };
}

function baseMapOf(value: string): Config["baseMap"] {
  if (value === "built-in") return { kind: "built-in" };
  if (value.endsWith(".pmtiles")) return { kind: "pmtiles", path: value };
  if (/^https?:\/\//.test(value)) return { kind: "style", address: value };
  throw new ConfigError("BASEMAP", "Erwartet wird built-in, eine .pmtiles-Datei oder eine Style-Adresse.");
}
