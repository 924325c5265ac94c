import type { MilpAnswer, MilpLimits, MilpProblem } from "./milp.ts";

/** What the core needs of the library `highs`, which whoever runs it loads: from disk, or from its address. */
export interface HighsRuntime {
  readonly constants: {
    readonly modelStatus: { readonly optimal: number; readonly infeasible: number };
    readonly callbackType: { readonly mipInterrupt: 6; readonly simplexInterrupt: 1 };
    readonly objectiveSense: { readonly minimize: unknown; readonly maximize: unknown };
  };
  // The library's own type of a model is wider than what is asked of it here.
  // biome-ignore lint/suspicious/noExplicitAny: the library brands the numbers of its model type
  createModel(data: any): HighsModel;
}
interface HighsModel {
  readonly options: { set(options: Record<string, boolean | number | string>): void };
  readonly info: { get(name: string): unknown };
  setSolution(solution: { colValue: Float64Array }): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: callbacks are typed by number in the library
  run(callbacks?: any): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue: Float64Array };
  dispose(): void;
}
interface InterruptEvent {
  data: { mip_primal_bound?: number; mip_dual_bound?: number };
  interrupt(): void;
}

/**
 * Solves one problem and frees the solver's memory again, whatever happens. The search has one thread and a
 * fixed seed and asks for no gap at all, so equal problems have equal answers.
 */
export function solveWithHighs(highs: HighsRuntime, problem: MilpProblem, limits: MilpLimits): MilpAnswer {
  const { modelStatus, objectiveSense, callbackType } = highs.constants;
  const model = highs.createModel({
    numCols: problem.columnCount,
    numRows: problem.rowCount,
    sense: problem.sense === "min" ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: problem.cost,
    colLower: problem.lower,
    colUpper: problem.upper,
    rowLower: problem.rowLower,
    rowUpper: problem.rowUpper,
    matrix: {
      format: "csr",
      numRows: problem.rowCount,
      numCols: problem.columnCount,
      starts: problem.rowStart,
      indices: problem.columns,
      values: problem.values,
    },
    integrality: Int32Array.from(problem.isInteger),
  });
  try {
    model.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, limits.seconds),
      mip_rel_gap: 0,
      random_seed: 0,
    });
    if (problem.start) model.setSolution({ colValue: problem.start });
    const watch = (event: InterruptEvent): undefined => {
      const { mip_primal_bound: value, mip_dual_bound: bound } = event.data;
      if (value !== undefined && bound !== undefined) limits.onProgress?.(value, bound);
      if (limits.isCancelled?.()) event.interrupt();
    };
    model.run({ [callbackType.mipInterrupt]: watch, [callbackType.simplexInterrupt]: watch });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: "infeasible" };
    if (status !== modelStatus.optimal) return { status: "stopped" };
    const objective = model.getObjectiveValue();
    const bound = problem.isInteger.includes(1) ? Number(model.info.get("mip_dual_bound")) : objective;
    return { status: "optimal", values: model.getSolution().colValue, objective, bound };
  } finally {
    model.dispose();
  }
}
