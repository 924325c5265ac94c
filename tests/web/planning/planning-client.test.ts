import { describe, expect, it, vi } from "vitest";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { Question } from "#domain/analysis/question.ts";
import { makePlanningClient } from "../../../web/planning/planning-client.ts";
import { thePresent } from "../../../web/planning/planning-data.ts";
import { aSite } from "../../lib/sketched-site.ts";

const base = (release: string) => ({ grid: { release } }) as unknown as PlanningBase;
const question = { kind: "KITA" } as Question;

/** A desk whose moves are answered when the test says so. */
function slowDesk() {
  const moves: { position: readonly [number, number]; answer: () => void }[] = [];
  const desk = {
    open: vi.fn(async (_base: PlanningBase) => {}),
    ask: vi.fn(async () => "answer"),
    startDrag: vi.fn(async () => {}),
    endDrag: vi.fn(async () => {}),
    move: (position: readonly [number, number]) =>
      new Promise((done) => moves.push({ position, answer: () => done({ position }) })),
  };
  return { desk, moves };
}
const client = (desk: object) => makePlanningClient(() => desk as never);
const settled = () => new Promise((done) => setTimeout(done));

describe("the page's end of the planning worker", () => {
  it("computes the newest position only, never those overtaken meanwhile", async () => {
    const { desk, moves } = slowDesk();
    const seen: unknown[] = [];
    const about = { scenario: thePresent, question, site: aSite() };
    const drag = client(desk).drag(base("1"), about, ({ position }) => seen.push(position));
    drag.move([9, 48]);
    await settled();
    for (let step = 1; step <= 50; step++) drag.move([9 + step / 1000, 48]);
    expect(moves).toHaveLength(1);
    moves[0]?.answer();
    await settled();
    expect(moves.map(({ position }) => position)).toEqual([
      [9, 48],
      [9.05, 48],
    ]);
    moves[1]?.answer();
    await settled();
    expect(seen).toEqual([
      [9, 48],
      [9.05, 48],
    ]);
  });

  it("tells nothing of a drag that has ended", async () => {
    const { desk, moves } = slowDesk();
    const seen: unknown[] = [];
    const about = { scenario: thePresent, question, site: aSite() };
    const drag = client(desk).drag(base("1"), about, ({ position }) => seen.push(position));
    drag.move([9, 48]);
    await settled();
    drag.end();
    moves[0]?.answer();
    await settled();
    expect(seen).toEqual([]);
    expect(desk.endDrag).toHaveBeenCalledOnce();
  });

  it("hands the data over once, and again when they are others", async () => {
    const { desk } = slowDesk();
    const page = client(desk);
    const first = base("1");
    await page.ask(first, thePresent, { name: "gaps", question });
    await page.ask(first, thePresent, { name: "coverage", question });
    expect(desk.open).toHaveBeenCalledTimes(1);
    await page.ask(base("2"), thePresent, { name: "gaps", question });
    expect(desk.open).toHaveBeenCalledTimes(2);
  });

  it("fetches again after a fetch that failed", async () => {
    const { desk } = slowDesk();
    desk.open.mockRejectedValueOnce(new Error("no line"));
    const page = client(desk);
    const only = base("1");
    await expect(page.ask(only, thePresent, { name: "gaps", question })).rejects.toThrow("no line");
    await expect(page.ask(only, thePresent, { name: "gaps", question })).resolves.toBe("answer");
  });
});
