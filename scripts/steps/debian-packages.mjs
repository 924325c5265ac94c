import { existsSync, readdirSync } from "node:fs";
import { hasCommand, StepError, step } from "./steps.mjs";

const postgresFolder = "/usr/lib/postgresql";

/** What the tests need from the system, how to see that it is there, and the Debian packages that bring it. */
const needs = [
  { packages: ["chromium"], isThere: () => hasCommand("chromium") },
  { packages: ["postgresql", "postgresql-postgis"], isThere: hasPostgis },
  { packages: [`postgresql-${postgresVersion()}-pgrouting`], isThere: hasPgRouting },
  { packages: ["osm2pgrouting"], isThere: () => hasCommand("osm2pgrouting") },
  { packages: ["gdal-bin"], isThere: () => hasCommand("ogrinfo") },
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

/** The newest version installed, or Debian 12's, which the package above brings. */
function postgresVersion() {
  const installed = existsSync(postgresFolder) ? readdirSync(postgresFolder).map(Number) : [];
  return Math.max(...installed.filter((version) => version >= 15), 0) || 15;
}

function hasPgRouting() {
  return existsSync(`/usr/share/postgresql/${postgresVersion()}/extension/pgrouting.control`);
}

function hasPostgis() {
  if (!existsSync(postgresFolder)) return false;
  return readdirSync(postgresFolder).some(
    (version) =>
      existsSync(`${postgresFolder}/${version}/bin/initdb`) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
}
