import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { caseIds, casesWithoutTest, idsInTitles } from "./lib/reliability-cases.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where each id stands in a title: of a test, or of a drill that says what it drills. */
function titled(): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const folder of ["tests", "scripts/drill"]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!/\.tsx?$/.test(entry.name) || /^reliability/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      for (const id of idsInTitles(readFileSync(file, "utf8"))) {
        places.set(id, (places.get(id) ?? new Set()).add(file.slice(root.length)));
      }
    }
  }
  return places;
}

describe("the reliability catalogue", () => {
  const places = titled();
  const listed = casesWithoutTest(readFileSync(join(root, "tests/README.md"), "utf8"));

  it("has 150 cases, each a test, a drill, or listed with the reason why not", () => {
    expect(caseIds).toHaveLength(150);
    expect(caseIds.filter((id) => !places.has(id) && !listed.has(id))).toEqual([]);
    const tested = caseIds.filter((id) => places.has(id)).length;
    console.log(
      `reliability: ${tested} of ${caseIds.length} cases are tests or drills, ${listed.size} are listed with a reason`,
    );
  });

  it("lists no case that has a test", () => {
    expect([...listed.keys()].filter((id) => places.has(id))).toEqual([]);
  });

  it("knows every id that a title or a row names", () => {
    expect([...places.keys(), ...listed.keys()].filter((id) => !caseIds.includes(id))).toEqual([]);
  });

  it("reads ids at the start of a title, and further ones in it, but none from other text", () => {
    expect(idsInTitles('it("T-06 what depends, T-06b nor", () => {}) // A-01 in a remark')).toEqual([
      "T-06",
      "T-06b",
    ]);
    expect(idsInTitles("it(`D-05 stops`); const code = 'UTF-08'; const two = \"see A-01\"")).toEqual([
      "D-05",
    ]);
  });

  it("takes no row without a reason", () => {
    expect(() => casesWithoutTest("## Cases without a test\n| A-01 |  |\n")).toThrow("A-01");
  });
});
