import { describe, expect, it } from "vitest";
import { figureColumn } from "../../../server/datasets/figures.ts";
import { ImportRefusal } from "../../../server/datasets/sentences.ts";
import type { Cell } from "../../../server/datasets/table.ts";

const column = (cells: readonly Cell[], wish?: "comma" | "point") => {
  const numbered = cells.map((cell, index) => ({ row: index + 2, cell }));
  const { figure, decimal } = figureColumn("Wert", numbered, wish);
  return { decimal, figures: cells.map(figure) };
};
const values = (cells: readonly Cell[], wish?: "comma" | "point") =>
  column(cells, wish).figures.map((figure) => (figure.kind === "number" ? figure.value : figure.kind));
const refusal = (cells: readonly Cell[]) => {
  try {
    column(cells);
  } catch (error) {
    if (error instanceof ImportRefusal) return { code: error.code, facts: error.facts };
    throw error;
  }
  return undefined;
};

describe("a column of figures", () => {
  it("I-02 with 1.234,5 and 1,234.5 is refused with the rows named", () => {
    expect(refusal(["7", "1.234,5", "1,234.5"])).toEqual({
      code: "mixed-decimals",
      facts: { column: "Wert", comma: 3, point: 4 },
    });
  });

  it("I-02 is not guessed at when every figure could be read both ways", () => {
    expect(refusal(["12", "1.234"])).toMatchObject({ code: "ambiguous-decimals", facts: { rows: 3 } });
    expect(refusal(["1,234"])).toMatchObject({ code: "ambiguous-decimals" });
    expect(values(["1.234"], "comma")).toEqual([1234]);
    expect(values(["1.234"], "point")).toEqual([1.234]);
  });

  it("is read with the mark its unmistakable figures show", () => {
    expect(values(["1.234", "5,5"])).toEqual([1234, 5.5]);
    expect(values(["1,234", "5.5"])).toEqual([1234, 5.5]);
    expect(values(["0.234", "0.5"])).toEqual([0.234, 0.5]);
    expect(values(["1.234.567"])).toEqual([1_234_567]);
    expect(values(["0.36671682314889", "-0.0224869563226886"])).toEqual([
      0.36671682314889, -0.0224869563226886,
    ]);
  });

  it("understands blanks between thousands, percent signs, typographic minus and exponents", () => {
    expect(values(["1 234,5", "1\u00a0234,5", "1\u202f234,5"])).toEqual([1234.5, 1234.5, 1234.5]);
    expect(values(["12,5 %", "−3,5", "+2,5"])).toEqual([12.5, -3.5, 2.5]);
    expect(values(["1.5e3", "2.5E-2"])).toEqual([1500, 0.025]);
    expect(values([7, 7.25, null])).toEqual([7, 7.25, "missing"]);
  });

  it("I-23 takes - as exactly nothing and every other sign as no value with its reason", () => {
    const { figures } = column(["-", ".", "x", "/", "…", "..."]);
    expect(figures).toEqual([
      { kind: "number", value: 0 },
      { kind: "sign", sign: ".", state: "SUPPRESSED" },
      { kind: "sign", sign: "x", state: "NOT_APPLICABLE" },
      { kind: "sign", sign: "/", state: "UNKNOWN" },
      { kind: "sign", sign: "…", state: "UNKNOWN" },
      { kind: "sign", sign: "...", state: "UNKNOWN" },
    ]);
  });

  it("keeps words as text instead of making numbers of them", () => {
    expect(column(["12a", "Infinity", "0x10", "1,2,3"]).figures.map(({ kind }) => kind)).toEqual(
      Array(4).fill("text"),
    );
  });
});
