import type { AreaLevel } from "#domain/area/area.ts";
import type { AreaLookup } from "../area-lookup.ts";
import type { ReportBuilder } from "../import-report.ts";
import type { RowProblem } from "../sentences.ts";

type Found = { kind: "area"; number: string } | { kind: "problem"; problem: RowProblem };

/**
 * Number of the area a row means. Every spelling that was not the official one is noted; what matches
 * nothing or several areas is a problem of the row. Without loaded areas, numbers are taken as they are.
 */
export function findArea(
  lookup: AreaLookup,
  given: { number: string | null; name: string | null },
  { row, level, report }: { row: number; level: AreaLevel; report: ReportBuilder },
): Found {
  if (!given.number && !given.name) return problem({ code: "no-area-given", facts: {} });
  if (lookup.areas.length === 0 && given.number) return { kind: "area", number: given.number };
  const match = lookup.find(given);
  const said = given.number ?? given.name ?? "";
  if (match.kind === "unknown") return problem({ code: "unknown-area", facts: { given: said, level } });
  if (match.kind === "ambiguous") {
    const candidates = match.candidates.map(({ name, number }) => `${name} (${number})`).join(", ");
    return problem({ code: "ambiguous-area", facts: { given: said, candidates } });
  }
  const { number, name } = match.area;
  if (match.by === "number-variant") report.note("number-variant", { given: said, number }, row);
  if (match.by === "name-variant")
    report.note("name-variant", { given: said, name: name ?? "", number }, row);
  if (given.number && given.name && name && !lookup.meansSame(given.name, name)) {
    report.note("name-differs", { given: given.name, name, number }, row);
  }
  return { kind: "area", number };
}

function problem(problem: RowProblem): Found {
  return { kind: "problem", problem };
}
