import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { isAllowed, licensedPackages } from "../../scripts/lib/licence-list.ts";
import { root } from "../lib/running-server.ts";

const packages = licensedPackages(`${root}/package-lock.json`);

it("O-06 of all packages only the database library needs a script, beside one that comes ready-built", () => {
  // esbuild's script only looks for the binary that npm has brought already.
  expect(packages.filter(({ hasScript }) => hasScript).map(({ name }) => name)).toEqual([
    "better-sqlite3",
    "esbuild",
  ]);
});

it("O-07 every package has a licence of the allow-list", () => {
  expect(packages.filter((one) => !one.isAllowed).map(({ name, licence }) => `${name}: ${licence}`)).toEqual(
    [],
  );
  expect(packages.length).toBeGreaterThan(100);
});

it("O-07 a choice needs one allowed licence, a combination all", () => {
  expect(["MIT", "(MIT OR GPL-3.0)", "(MIT AND Zlib)"].map(isAllowed)).toEqual([true, true, true]);
  expect(["", "GPL-3.0", "MIT AND GPL-3.0", "UNLICENSED"].map(isAllowed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it("O-07 the software bill of materials names the program's packages", () => {
  const bill = execFileSync("npm", ["run", "-s", "sbom"], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { bomFormat, components } = JSON.parse(bill.toString()) as {
    bomFormat: string;
    components: { name: string }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["fastify", "better-sqlite3", "pg"]),
  );
});
