/**
 * A mixed-integer linear problem as sparse rows, in no solver's own language. The core states problems like
 * this and is handed a solver; it never loads one (DESIGN §3.4).
 */
export interface MilpProblem {
  sense: "min" | "max";
  columnCount: number;
  /** Per column. */
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  isInteger: Uint8Array;
  rowCount: number;
  /** Per row; infinite where there is no limit. */
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Row r has the entries `rowStart[r]` up to `rowStart[r + 1]`. */
  rowStart: Int32Array;
  columns: Int32Array;
  values: Float64Array;
  /** A value per column that keeps all rows, from which the search may start; null for none. */
  start: Float64Array | null;
}

export interface MilpLimits {
  /** Longest time, in seconds. */
  seconds: number;
  isCancelled?: () => boolean;
  /** Best value and bound known so far, in the problem's own unit. */
  onProgress?: (value: number, bound: number) => void;
}

/**
 * `optimal`: values, objective and bound are there and equal within the solver's tolerance (a relative
 * 1e-6). `stopped`: time ran out or somebody cancelled; what was found so far depends on the machine and
 * is therefore not told.
 */
export type MilpAnswer =
  | { status: "optimal"; values: Float64Array; objective: number; bound: number }
  | { status: "infeasible" }
  | { status: "stopped" };

export interface MilpSolver {
  solve(problem: MilpProblem, limits: MilpLimits): Promise<MilpAnswer>;
}

/** Collects columns and rows one by one. */
export class MilpBuilder {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly columns: number[] = [];
  private readonly values: number[] = [];

  /** Returns the column's position. */
  column(cost: number, lower: number, upper: number, isInteger: boolean): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(isInteger ? 1 : 0);
    return this.cost.length - 1;
  }

  row(lower: number, upper: number, columns: readonly number[], values: readonly number[]): void {
    for (const column of columns) this.columns.push(column);
    for (const value of values) this.values.push(value);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.rowStart.push(this.columns.length);
  }

  problem(sense: MilpProblem["sense"], start: Float64Array | null = null): MilpProblem {
    return {
      sense,
      columnCount: this.cost.length,
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      isInteger: Uint8Array.from(this.integer),
      rowCount: this.rowLower.length,
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStart: Int32Array.from(this.rowStart),
      columns: Int32Array.from(this.columns),
      values: Float64Array.from(this.values),
      start,
    };
  }
}
