import { type Remote, wrap } from "comlink";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import type { AskedScenario } from "./planning-data.ts";
import type { DraggedSite, PlanningDesk } from "./planning-desk.ts";
import type { AnswerTo, PlanningQuery } from "./planning-query.ts";

/** The page's end of the planning worker. */
export interface PlanningClient {
  ask: <Q extends PlanningQuery>(
    base: PlanningBase,
    scenario: AskedScenario,
    query: Q,
  ) => Promise<AnswerTo<Q>>;
  drag: (
    base: PlanningBase,
    about: { scenario: AskedScenario; question: Question; site: SketchedSite },
    onMoved: (dragged: DraggedSite) => void,
  ) => DragClient;
}

export interface DragClient {
  /** The newest position wins: those overtaken while the worker was busy are never computed. */
  move: (position: readonly [number, number]) => void;
  end: () => void;
}

type Desk = Pick<Remote<PlanningDesk>, "open" | "startDrag" | "move" | "endDrag"> & {
  ask: (scenario: AskedScenario, query: PlanningQuery) => Promise<unknown>;
};

export function makePlanningClient(startDesk: () => Desk): PlanningClient {
  let desk: Desk | null = null;
  let opened: { base: PlanningBase; done: Promise<void> } | null = null;

  async function openDesk(base: PlanningBase): Promise<Desk> {
    desk ??= startDesk();
    if (opened?.base !== base) opened = { base, done: desk.open(base) };
    const opening = opened;
    try {
      await opening.done;
    } catch (error) {
      // Asking again fetches again.
      if (opened === opening) opened = null;
      throw error;
    }
    return desk;
  }

  return {
    async ask<Q extends PlanningQuery>(base: PlanningBase, scenario: AskedScenario, query: Q) {
      const open = await openDesk(base);
      return (await open.ask(scenario, query)) as AnswerTo<Q>;
    },
    drag(base, { scenario, question, site }, onMoved) {
      let isOver = false;
      let isBusy = true;
      let waiting: readonly [number, number] | null = null;

      const catchUp = async (open: Desk) => {
        isBusy = true;
        for (let position = waiting; position !== null && !isOver; position = waiting) {
          waiting = null;
          const moved = await open.move(position);
          if (moved && !isOver) onMoved(moved);
        }
        isBusy = false;
      };
      const start = async () => {
        const open = await openDesk(base);
        await open.startDrag(scenario, question, site);
        await catchUp(open);
      };
      // A drag that cannot be computed still moves the site; what is asked when it rests tells the reason.
      start().catch(() => undefined);
      return {
        move: (position) => {
          waiting = position;
          if (!isBusy && desk) void catchUp(desk);
        },
        end: () => {
          isOver = true;
          waiting = null;
          void desk?.endDrag();
        },
      };
    },
  };
}

let shared: PlanningClient | null = null;

/** The one client of the page; its worker starts with the first question. */
export function planningClient(): PlanningClient {
  shared ??= makePlanningClient(() =>
    wrap<PlanningDesk>(new Worker(new URL("./planning.worker.ts", import.meta.url), { type: "module" })),
  );
  return shared;
}
