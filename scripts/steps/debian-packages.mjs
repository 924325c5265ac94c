import { existsSync, readdirSync } from "node:fs";
import { hasCommand, StepError, step } from "./steps.mjs";

const postgresFolder = "/usr/lib/postgresql";
const postgresExtensions = "/usr/share/postgresql";

/** What the tests need from the system, how to see that it is there, and the Debian packages that bring it. */
const needs = [
  { packages: ["chromium"], isThere: () => hasCommand("chromium") },
  { packages: ["postgresql", "postgresql-postgis"], isThere: hasPostgis },
  { packages: ["postgresql-pgrouting"], isThere: hasPgRouting },
  { packages: ["osm2pgrouting"], isThere: () => hasCommand("osm2pgrouting") },
  { packages: ["gdal-bin"], isThere: () => hasCommand("ogrinfo") },
  { packages: ["cgi-mapserver"], isThere: () => hasCommand("mapserv") },
  { packages: ["nginx-light"], isThere: () => hasCommand("nginx") },
  { packages: ["strace"], isThere: () => hasCommand("strace") },
];

/** Installs what the tests need and the machine lacks; on a machine without apt or rights it says the command. */
export async function installDebianPackages() {
  const missing = needs.filter(({ isThere }) => !isThere()).flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (!hasCommand("apt-get") || process.getuid?.() !== 0) {
    throw new StepError(`Für die Tests fehlt: ${missing.join(", ")}. Bitte als root: ${command}`);
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step("Paketlisten holen", "apt-get", ["update", "-q"], { env });
  await step(`Systempakete installieren (${missing.join(", ")})`, "sh", ["-c", command], {
    env,
    explain: () => `Die Systempakete ließen sich nicht installieren: ${command}`,
  });
}

function hasPgRouting() {
  return (
    existsSync(postgresExtensions) &&
    readdirSync(postgresExtensions).some((version) =>
      existsSync(`${postgresExtensions}/${version}/extension/pgrouting.control`),
    )
  );
}

function hasPostgis() {
  if (!existsSync(postgresFolder)) return false;
  return readdirSync(postgresFolder).some(
    (version) =>
      existsSync(`${postgresFolder}/${version}/bin/initdb`) &&
      existsSync(`${postgresExtensions}/${version}/extension/postgis.control`),
  );
}
