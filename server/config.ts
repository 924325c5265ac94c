import { z } from "zod";

/** Where the server runs and what it may do, read once at start (DESIGN §2). */
export interface Config {
  host: string;
  port: number;
  dataDirectory: string;
  databaseUrl?: string;
  /** Public base address without a slash at its end; never taken from a request. */
  publicUrl: string;
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
});

/** Environment to configuration. Throws ConfigError naming the first variable that cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0] ?? "?");
    throw new ConfigError(variable, "Der Wert ist nicht verwendbar.");
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL, BASEMAP } = parsed.data;
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
    baseMap: baseMapOf(BASEMAP),
  };
}

function baseMapOf(value: string): Config["baseMap"] {
  if (value === "built-in") return { kind: "built-in" };
  if (value.endsWith(".pmtiles")) return { kind: "pmtiles", path: value };
  if (/^https?:\/\//.test(value)) return { kind: "style", address: value };
  throw new ConfigError("BASEMAP", "Erwartet wird built-in, eine .pmtiles-Datei oder eine Style-Adresse.");
}
