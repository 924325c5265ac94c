import { describe, expect, it } from "vitest";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { type Difference, differences } from "#domain/revision/differences.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { handCalculated } from "./case.ts";

describe("differences found by hand", () => {
  const { input, expected } = handCalculated<Record<"before" | "after", StoredRecord>, string[]>(
    "revision-differences",
  );

  it("two versions of a planned site differ as on paper", () => {
    expect(differences(plannedSite, input.before, input.after).map(line)).toEqual(expected);
  });

  it("a version does not differ from itself", () => {
    expect(differences(plannedSite, input.after, structuredClone(input.after))).toEqual([]);
  });
});

function line(difference: Difference): string {
  const shown = (value: unknown) => (value === undefined ? "nothing" : canonicalJson(value));
  switch (difference.kind) {
    case "participants":
      return listed("participants", difference, String);
    case "place":
      return `place ${difference.change.kind} ${"metres" in difference.change ? Math.round(difference.change.metres) : "?"} m`;
    case "value":
      return `${way(difference)}: ${shown(difference.before)} → ${shown(difference.after)}`;
    case "list":
      return listed(way(difference), difference, canonicalJson);
    default:
      return `${difference.kind} ${difference.before} → ${difference.after}`;
  }
}

function way({ path }: Extract<Difference, { path: unknown }>): string {
  return path.map((step) => ("name" in step ? step.name.de : step.entry)).join(" ");
}

function listed<T>(
  name: string,
  { added, removed }: { added: T[]; removed: T[] },
  shown: (entry: T) => string,
): string {
  return [name, ...added.map((e) => `+ ${shown(e)}`), ...removed.map((e) => `− ${shown(e)}`)].join(" ");
}
