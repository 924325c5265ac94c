import { describe, expect, it } from "vitest";
import { type HighsRuntime, solveWithHighs } from "#domain/placement/highs.ts";
import { MilpBuilder, type MilpProblem } from "#domain/placement/milp.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";

const solver = makeHighsSolver();

/** Three things of weight 4, 3, 2 and worth 5, 4, 3 in a bag that bears 6. */
function knapsack(): MilpProblem {
  const builder = new MilpBuilder();
  const things = [5, 4, 3].map((worth) => builder.column(worth, 0, 1, true));
  builder.row(Number.NEGATIVE_INFINITY, 6, things, [4, 3, 2]);
  return builder.problem("max");
}

/** Splitting a market in halves (Cornuéjols and Dawande 1998): small, and out of reach for branch and bound. */
function hard(): MilpProblem {
  const builder = new MilpBuilder();
  const columns = Array.from({ length: 50 }, () => builder.column(0, 0, 1, true));
  let random = 1;
  for (let row = 0; row < 6; row++) {
    const values = columns.map(() => {
      random = (random * 48_271) % 2_147_483_647;
      return random % 100;
    });
    const half = Math.floor(values.reduce((sum, value) => sum + value, 0) / 2);
    const over = builder.column(1, 0, Number.POSITIVE_INFINITY, false);
    const under = builder.column(1, 0, Number.POSITIVE_INFINITY, false);
    builder.row(half, half, [...columns, over, under], [...values, 1, -1]);
  }
  return builder.problem("min");
}

describe("the solver", () => {
  it("finds the best and says that it is", async () => {
    const answer = await solver.solve(knapsack(), { seconds: 10 });
    expect(answer).toMatchObject({ status: "optimal", objective: 8, bound: 8 });
    expect(answer.status === "optimal" && Array.from(answer.values, Math.round)).toEqual([1, 0, 1]);
  });

  it("says when nothing is possible", async () => {
    const builder = new MilpBuilder();
    const column = builder.column(1, 0, 1, true);
    builder.row(2, 3, [column], [1]);
    expect(await solver.solve(builder.problem("min"), { seconds: 10 })).toEqual({ status: "infeasible" });
  });

  it("stops when the time is up and tells nothing of what it had", async () => {
    expect(await solver.solve(hard(), { seconds: 0.2 })).toEqual({ status: "stopped" });
  });

  it("stops when somebody cancels", async () => {
    let asked = 0;
    const answer = await solver.solve(hard(), { seconds: 60, isCancelled: () => ++asked > 3 });
    expect(answer).toEqual({ status: "stopped" });
    expect(asked).toBeGreaterThan(3);
  });

  it("gives its memory back after every problem, solved or broken off", () => {
    const alive = new Set<object>();
    const runtime = (run: () => void): HighsRuntime => ({
      constants: {
        modelStatus: { optimal: 7, infeasible: 8 },
        callbackType: { mipInterrupt: 6, simplexInterrupt: 1 },
        objectiveSense: { minimize: 1, maximize: -1 },
      },
      createModel() {
        const model = {
          options: { set() {} },
          info: { get: () => 8 },
          setSolution() {},
          run,
          getModelStatus: () => 7,
          getObjectiveValue: () => 8,
          getSolution: () => ({ colValue: new Float64Array(3) }),
          dispose: () => alive.delete(model),
        };
        alive.add(model);
        return model;
      },
    });
    const fine = solveWithHighs(
      runtime(() => {}),
      knapsack(),
      { seconds: 1 },
    );
    expect(fine.status).toBe("optimal");
    const broken = runtime(() => {
      throw new Error("broken off");
    });
    expect(() => solveWithHighs(broken, knapsack(), { seconds: 1 })).toThrow("broken off");
    expect(alive.size).toBe(0);
  });
});
