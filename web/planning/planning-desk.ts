import type { SiteCheck, SiteEvaluation } from "#domain/analysis/answers.ts";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { PlanningModel, SiteDrag } from "#domain/analysis/planning-model.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { type AskedScenario, loadGround, type PlanningGround, planningData } from "./planning-data.ts";
import { type AnswerTo, answered, type PlanningQuery } from "./planning-query.ts";

/** What is known of a site at one position of a drag. */
export interface DraggedSite {
  position: readonly [number, number];
  evaluation: SiteEvaluation;
  outline: SiteCheck["outline"];
}

/** How many scenarios stay computed: the open one, the one compared with it and the present. */
const keptModels = 3;

/**
 * The model of a city, one per scenario asked for. It runs in a worker and knows neither page nor network
 * beyond `fetchBytes`. Every question names its scenario, so an answer can never belong to another one.
 */
export function makePlanningDesk(access: { fetchBytes: (address: string) => Promise<Uint8Array> }) {
  let ground: Promise<PlanningGround> | null = null;
  let models = new Map<string, PlanningModel>();
  let drag: SiteDrag | null = null;

  async function modelOf(scenario: AskedScenario): Promise<PlanningModel> {
    if (!ground) throw new Error("nothing is open");
    const laid = await ground;
    const key = JSON.stringify(scenario);
    const known = models.get(key);
    models.delete(key);
    const model = known ?? makePlanningModel(planningData(laid, scenario));
    models.set(key, model);
    if (models.size > keptModels) models.delete(models.keys().next().value!);
    return model;
  }

  return {
    /** Fetches the bulk of `base`, whose addresses have to be whole ones. */
    async open(base: PlanningBase): Promise<void> {
      models = new Map();
      drag = null;
      ground = loadGround(base, access);
      await ground;
    },
    async ask<Q extends PlanningQuery>(scenario: AskedScenario, query: Q): Promise<AnswerTo<Q>> {
      return answered(await modelOf(scenario), query);
    },
    async startDrag(scenario: AskedScenario, question: Question, site: SketchedSite): Promise<void> {
      drag = (await modelOf(scenario)).drag(question, site);
    },
    async move(position: readonly [number, number]): Promise<DraggedSite | null> {
      if (!drag) return null;
      const evaluation = drag.move(position);
      return { position, evaluation, outline: drag.outline() };
    },
    async endDrag(): Promise<void> {
      drag = null;
    },
  };
}
export type PlanningDesk = ReturnType<typeof makePlanningDesk>;
