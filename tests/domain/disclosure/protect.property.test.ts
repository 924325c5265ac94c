import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MilpBuilder } from "#domain/placement/milp.ts";
import { discloseTables, indicatorOf, type PaperTable, solver } from "./paper-figures.ts";

/** A city of districts with subdistricts, whose counts are mostly small; some districts have a single part. */
const city = fc
  .array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 })), {
      minLength: 1,
      maxLength: 5,
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((districts): PaperTable["figures"] => {
    const figures: Record<string, number> = { "*": districts.flat().reduce((sum, one) => sum + one, 0) };
    districts.forEach((parts, d) => {
      figures[`D${d}`] = parts.reduce((sum, one) => sum + one, 0);
      parts.forEach((part, k) => {
        figures[`D${d}/${k}`] = part;
      });
    });
    return figures;
  });

/** Smallest and largest value of a hidden area, from the told ones alone: written anew, without the core's sums. */
async function widthOf(area: string, told: ReadonlyMap<string, number | null>): Promise<number> {
  const builder = new MilpBuilder();
  const columns = new Map([...told.keys()].map((key) => [key, column(key)]));
  function column(key: string): number {
    const value = told.get(key) ?? null;
    return builder.column(key === area ? 1 : 0, value ?? 0, value ?? Number.POSITIVE_INFINITY, true);
  }
  const partsOf = (key: string) =>
    [...told.keys()].filter((one) =>
      key === "*" ? !one.includes("/") && one !== "*" : one.startsWith(`${key}/`),
    );
  for (const key of told.keys()) {
    const parts = partsOf(key);
    if (parts.length === 0) continue;
    const members = [columns.get(key)!, ...parts.map((part) => columns.get(part)!)];
    builder.row(0, 0, members, [-1, ...parts.map(() => 1)]);
  }
  const least = await solver.solve(builder.problem("min"), { seconds: 10 });
  const most = await solver.solve(builder.problem("max"), { seconds: 10 });
  if (least.status !== "optimal") throw new Error(`no city fits what is told: ${least.status}`);
  return most.status === "optimal" ? most.objective - least.objective : Number.POSITIVE_INFINITY;
}

describe("any city", () => {
  it("tells no hidden count within less than the threshold, changes nothing it tells, and hides every small one", async () => {
    await fc.assert(
      fc.asyncProperty(city, async (figures) => {
        const { told, reports } = await discloseTables([indicatorOf("cases")], [{ code: "cases", figures }]);
        const values = new Map(told.map(({ areaNumber, value }) => [areaNumber, value]));
        for (const [area, value] of values) {
          const raw = figures[area] as number;
          if (value !== null) {
            expect(value).toBe(raw);
            expect(raw === 0 || raw >= 5).toBe(true);
          } else {
            expect(await widthOf(area, values)).toBeGreaterThanOrEqual(5);
          }
        }
        expect(reports[0]!.unprotected).toBe(0);
      }),
      { numRuns: 60, seed: 20221231 },
    );
  }, 60_000);

  it("hides the same cells again", async () => {
    await fc.assert(
      fc.asyncProperty(city, async (figures) => {
        const once = await discloseTables([indicatorOf("cases")], [{ code: "cases", figures }]);
        const turned = Object.fromEntries(Object.entries(figures).reverse());
        const again = await discloseTables([indicatorOf("cases")], [{ code: "cases", figures: turned }]);
        expect(again.told.toReversed()).toEqual(once.told);
      }),
      { numRuns: 40, seed: 20221231 },
    );
  });
});
