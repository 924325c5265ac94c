import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { BackupError } from "./backup-manifest.ts";

const debianFolder = "/usr/lib/postgresql";

/**
 * Runs pg_dump or pg_restore against a database. The newest installed version is taken, because a dump program
 * refuses servers newer than itself; the password travels in the environment, where other accounts do not see it.
 * @throws BackupError ("program") when it is missing or fails
 */
export async function runPostgresProgram(
  program: "pg_dump" | "pg_restore",
  { databaseUrl, options }: { databaseUrl: string; options: readonly string[] },
): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  const environment = { ...process.env, ...(password ? { PGPASSWORD: password } : {}) };
  try {
    await promisify(execFile)(pathOf(program), [`--dbname=${url}`, ...options], {
      env: environment,
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new BackupError(
        "program",
        `${program} fehlt auf diesem Rechner: bitte die Klientenprogramme von PostgreSQL installieren (apt-get install postgresql-client).`,
        { cause: error },
      );
    }
    const said = String((error as { stderr?: string }).stderr ?? "").trim();
    throw new BackupError("program", `${program} ist gescheitert: ${said.split("\n").slice(-3).join(" ")}`, {
      cause: error,
    });
  }
}

function pathOf(program: string): string {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  const newest = versions
    .filter(Number.isFinite)
    .sort((a, b) => b - a)
    .map((version) => join(debianFolder, String(version), "bin", program))
    .find(existsSync);
  return newest ?? program;
}
