import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Dull tables of values, which may be long. */
const tables = [
  "web/i18n/de.ts",
  "web/i18n/en.ts",
  "scripts/demo/indicators/definitions.ts",
  "scripts/demo/records/facility-plans.ts",
];

/** Libraries the pure core may use (a solver is passed in as an argument). */
const domainLibraries = ["@turf/turf", "flatbush", "geojson", "simple-statistics", "zod"];

interface Import {
  file: string;
  target: string;
}

function sources(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const child = join(folder, name);
    if (statSync(join(root, child)).isDirectory()) return sources(child);
    return /\.(ts|tsx|mjs)$/.test(name) ? [child] : [];
  });
}

/** Import lines of a folder; relative ones and `#domain/` as paths from the root. */
function importsOf(folder: string): Import[] {
  return sources(folder).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [
      ...text.matchAll(
        /^(?:import|export) [^;"=(]*?from "([^"]+)";|^import "([^"]+)";|\bimport\("([^"]+)"\)/gm,
      ),
    ].map((match) => {
      const written = (match[1] ?? match[2] ?? match[3] ?? "").replace(/\?.*$/, "");
      const target = written.startsWith(".")
        ? relative(root, resolve(root, dirname(file), written))
        : written.replace(/^#domain\//, "server/domain/");
      return { file, target };
    });
  });
}

function strays(folder: string, isAllowed: (target: string) => boolean): string[] {
  return importsOf(folder)
    .filter(({ target }) => !isAllowed(target))
    .map(({ file, target }) => `${file} → ${target}`);
}

describe("imports point one way", () => {
  it("the core imports itself and a few pure libraries", () => {
    expect(
      strays("server/domain", (t) => t.startsWith("server/domain/") || domainLibraries.includes(t)),
    ).toEqual([]);
  });

  it("the dashboard reaches the server through the core alone", () => {
    expect(strays("web", (t) => !/^(server\/(?!domain\/)|scripts\/|tests\/)/.test(t))).toEqual([]);
  });

  it("the server imports neither dashboard nor scripts nor tests", () => {
    expect(strays("server", (t) => !/^(web|scripts|tests)\//.test(t))).toEqual([]);
  });

  it("scripts import neither dashboard nor tests", () => {
    expect(strays("scripts", (t) => !/^(web|tests)\//.test(t))).toEqual([]);
  });
});

describe("the house is in order", () => {
  it("every top-level folder has a README", () => {
    const folders = ["web", "server", "geodata", "scripts", "tests"];
    expect(folders.filter((folder) => !existsSync(join(root, folder, "README.md")))).toEqual([]);
  });

  it("no source file outgrows 400 lines", () => {
    const long = ["web", "server", "scripts", "tests"]
      .flatMap(sources)
      .filter(
        (file) => !tables.includes(file) && readFileSync(join(root, file), "utf8").split("\n").length > 400,
      );
    expect(long).toEqual([]);
  });

  it("no folder is called utils", () => {
    const named = ["web", "server", "scripts", "tests"]
      .flatMap(sources)
      .filter((file) => /\/(utils?|helpers?|common)\//.test(file));
    expect(named).toEqual([]);
  });

  it("sources hold no unfinished marks", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX", "not imple" + "mented"].join("|"));
    const found = ["web", "server", "scripts", "tests"]
      .flatMap(sources)
      .filter((file) => marks.test(readFileSync(join(root, file), "utf8")));
    expect(found).toEqual([]);
  });

  it("styles, fonts and scripts come from nowhere else", () => {
    const foreign = sources("web")
      .concat(existsSync(join(root, "web/index.html")) ? ["web/index.html"] : [])
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), "utf8").matchAll(
            /https?:\/\/(?!www\.w3\.org|localhost|127\.0\.0\.1)[a-z0-9.-]+/g,
          ),
        ].map((match) => `${file}: ${match[0]}`),
      );
    expect(foreign).toEqual([]);
  });
});
