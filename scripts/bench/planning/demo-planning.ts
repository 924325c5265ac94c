import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningData, PlanningModel } from "#domain/analysis/planning-model.ts";
import { type Question, questionSchema } from "#domain/analysis/question.ts";
import { parameterSetSchema } from "#domain/parameter-set/parameter-set.ts";
import { generateDemoCity } from "../../demo/demo-city.ts";
import { makePlanningFiles } from "../../demo/planning-files.ts";
import { demoSupply } from "../../demo/supply-points.ts";

const made = new Map<number, PlanningData>();

/** What planning computes with in the demo at a scale, made once per run. */
export function demoPlanning(scale: number): PlanningData {
  const known = made.get(scale);
  if (known) return known;
  const city = generateDemoCity({ scale });
  const { grid, network } = makePlanningFiles(city, { scale });
  const [set] = city.records.filter(({ type }) => type === "parameter-sets");
  const dates = { source: city.source, referenceDate: city.referenceDate };
  const data: PlanningData = {
    scenario: { id: "bestand", name: "Bestand" },
    ...{ grid, network },
    supply: demoSupply(city.records),
    parameterSet: { id: "demo", ...parameterSetSchema.parse(set!.properties) },
    dates: { grid: dates, network: dates },
  };
  made.set(scale, data);
  return data;
}

/** A model that has answered nothing yet; the city's streets are known to it, as they are after the first question. */
export function freshModel(data: PlanningData): PlanningModel {
  return makePlanningModel({ ...data });
}

export function questionAbout(kind: string): Question {
  return questionSchema.parse({ kind });
}
