import { readFileSync } from "node:fs";

/** Licences under which others' code may be part of this program. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);

/** Packages whose licence is allowed though the lockfile says it otherwise, and why. */
const decided: Readonly<Record<string, { licence: string; reason: string }>> = {
  arc: { licence: "BSD-2-Clause", reason: "named in its LICENSE file only" },
  "png-js": { licence: "MIT", reason: "named in its LICENSE file only" },
  "splaytree-ts": { licence: "BSD-3-Clause", reason: "misspelt in its package.json" },
  "geos-wasm": {
    licence: "LGPL-3.0-or-later",
    reason: "used unchanged as a package of its own, replaceable",
  },
  jsts: { licence: "EDL-1.0", reason: "EDL-1.0 is the BSD-3-Clause of Eclipse" },
  "@turf/jsts": { licence: "EDL-1.0", reason: "EDL-1.0 is the BSD-3-Clause of Eclipse" },
};

export interface LicensedPackage {
  name: string;
  version: string;
  licence: string;
  /** Needed only to build and test. */
  isDevelopment: boolean;
  isAllowed: boolean;
  /** Whether installing it wants to run a script. */
  hasScript: boolean;
}

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** Every package of a lockfile with its licence, by name. */
export function licensedPackages(lockfile: string): LicensedPackage[] {
  const { packages } = JSON.parse(readFileSync(lockfile, "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version = "", license = "", dev = false, hasInstallScript = false }]) => {
      const name = path.replace(/^.*node_modules\//, "");
      const decision = decided[name];
      return {
        name,
        version,
        licence: decision ? `${decision.licence} (${decision.reason})` : license,
        isDevelopment: dev,
        isAllowed: decision !== undefined || isAllowed(license),
        hasScript: hasInstallScript,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** "A OR B" needs one of them to be allowed, "A AND B" both. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, "");
  return plain.split(" OR ").some((choice) => choice.split(" AND ").every((licence) => allowed.has(licence)));
}
