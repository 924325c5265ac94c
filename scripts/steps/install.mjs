import { contentHash, hasCommand, StepError, step, unlessCurrent } from "./steps.mjs";

/** Installs what the lockfile names and builds the one native part. */
export async function installPackages() {
  await fetchPackages();
  await buildDatabaseLibrary();
}

/**
 * Installs what the lockfile names, with install scripts off.
 * `--include=dev`: the dashboard is built here, also where NODE_ENV says production.
 */
export async function fetchPackages() {
  await unlessCurrent("node_modules/.installed", contentHash(["package-lock.json"]), async () => {
    await step(
      "Pakete installieren",
      "npm",
      ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"],
      { explain: () => "Die Paketregistry ist nicht erreichbar oder npm fehlt: npm ci --ignore-scripts" },
    );
  });
}

/** Builds the one native part by name. Its mark goes away with the packages, as the built library does. */
export async function buildDatabaseLibrary() {
  await unlessCurrent("node_modules/.database-built", contentHash(["package-lock.json"]), async () => {
    await step("Datenbank-Bibliothek bauen", "npm", ["rebuild", "better-sqlite3"], { explain: whyNotBuilt });
  });
}

function whyNotBuilt() {
  const missing = ["g++", "make", "python3"].filter((tool) => !hasCommand(tool));
  if (missing.length === 0)
    return "better-sqlite3 ließ sich nicht bauen: npm rebuild better-sqlite3 --foreground-scripts";
  throw new StepError(
    `Zum Bauen der Datenbank-Bibliothek fehlt ${missing.join(", ")}: apt-get install -y g++ make python3`,
  );
}
