import type { MultiPolygon } from "geojson";
import { drawnCells } from "../demand/cell-disclosure.ts";
import { perPerson } from "../demand/target-group.ts";
import { gapSquareM } from "../drawing/gap-scale.ts";
import { designRules, profileOf } from "../parameter-set/defaults.ts";
import type { ReachedCells } from "../reachability/reachability.ts";
import type { SketchedSite } from "../scenario/scenario.ts";
import { type SupplyLayer, supplyLayers } from "../site/site-fields.ts";
import { areasOfGrid } from "../supply/areas-of-grid.ts";
import { type ServingPoint, servingSupply } from "../supply/capacity-for.ts";
import { accessibilityOf, cityGaps, unservedOf } from "../supply/city-gaps.ts";
import { coverage } from "../supply/coverage.ts";
import { duplicates } from "../supply/duplicates.ts";
import { meansOverPeople } from "../supply/floating-catchment.ts";
import { goodLocation } from "../supply/good-location.ts";
import { siteCheck } from "../supply/site-check.ts";
import { siteDrag } from "../supply/site-drag.ts";
import { supplyRatio } from "../supply/supply-ratio.ts";
import type { AnalysisAnswer, CatchmentResult } from "./answers.ts";
import { ingredientsOf } from "./ingredients.ts";
import { kept } from "./kept.ts";
import { planningMemory } from "./planning-memory.ts";
import type { PlanningData, PlanningModel, ResolvedQuestion, SiteDrag } from "./planning-model.ts";
import type { Question } from "./question.ts";
import { inOwnUnits } from "./resolve-question.ts";
import { type Told, warningsOf } from "./warnings.ts";

const allLayers = Object.keys(supplyLayers) as SupplyLayer[];

/** The model of one city in one scenario; see `PlanningModel`. Cheap to make: its parts are made when asked for. */
export function makePlanningModel(data: PlanningData): PlanningModel {
  const { grid, parameterSet } = data;
  const rules = parameterSet.rules ?? designRules;
  const memory = planningMemory(data);
  const locations = kept<ReturnType<typeof goodLocation>>(12);

  function answer<Result>(
    resolved: ResolvedQuestion,
    result: Result,
    told: Told = {},
  ): AnalysisAnswer<Result> {
    return {
      scenario: { ...data.scenario },
      result,
      ingredients: ingredientsOf(data, resolved),
      warnings: warningsOf(data, resolved, told),
    };
  }

  const areasOf = ({ question }: ResolvedQuestion) => areasOfGrid(grid, question.level);
  const catchmentsOf = (resolved: ResolvedQuestion, supply: readonly ServingPoint[] = resolved.supply) => ({
    supply,
    catchments: memory.catchments(resolved, supply),
  });

  function covered(resolved: ResolvedQuestion) {
    const { weights, limit, reachability, supply } = resolved;
    const { costs } = memory.nearest(reachability, supply);
    const { measure } = reachability;
    return { costs, result: coverage({ weights, costs, areas: areasOf(resolved), limit, measure }) };
  }

  /** Places of the layers asked for and of further ones, as far as they open by the year the scenario is about. */
  function withLayers({ question, standard }: ResolvedQuestion, further: readonly SupplyLayer[]) {
    return servingSupply(data.supply, standard, [...question.layers, ...further]).filter(
      ({ point }) =>
        question.layers.includes(point.layer) || (point.openingYear ?? 0) <= (data.referenceYear ?? Infinity),
    );
  }

  function drag(question: Question, site: SketchedSite): SiteDrag {
    const resolved = memory.resolve(question);
    const { reachability, weights, limit } = resolved;
    const others = resolved.supply.filter(({ point }) => !isSite(point, site));
    return siteDrag(
      {
        ...{ grid, weights, reachability, limit, areas: areasOf(resolved) },
        places: others.map(({ point }) => point),
        before: memory.nearest(reachability, others),
        catchments: memory.catchments(resolved, others),
      },
      site,
    );
  }

  return {
    data,
    drag,
    resolve: memory.resolve,

    coverage(question) {
      const resolved = memory.resolve(question);
      return answer(resolved, covered(resolved).result, { areas: true });
    },

    supplyRatio(question) {
      const resolved = memory.resolve(question);
      const areas = areasOf(resolved);
      const groupCount = areas?.numbers.length ?? 0;
      const nothing = new Float64Array(grid.cellCount);
      const { people } = meansOverPeople(nothing, resolved.weights, areas?.index ?? null, groupCount);
      const result = supplyRatio({
        supply: servingSupply(data.supply, resolved.standard, allLayers),
        layers: question.layers,
        level: question.level,
        areaNumbers: areas?.numbers ?? [],
        people,
      });
      return answer(resolved, result, { areas: true, capacities: true });
    },

    floatingCatchment(question, { distanceWeights = "gaussian" } = {}) {
      const resolved = memory.resolve(question);
      const { weights, limit } = resolved;
      const areas = areasOf(resolved);
      const numbers = areas?.numbers ?? [];
      const { accessibility, demand, places } = accessibilityOf(catchmentsOf(resolved), {
        weights,
        limit,
        distanceWeights: distanceWeights === "gaussian" ? grid.gaussianWeights : null,
      });
      const { people, means } = meansOverPeople(accessibility, weights, areas?.index ?? null, numbers.length);
      const result = {
        distanceWeights,
        city: means[numbers.length]!,
        areas: numbers.map((areaNumber, area) => ({
          areaNumber,
          people: people[area]! / perPerson,
          accessibility: means[area]!,
        })),
        withoutDemand: places.filter((_, place) => demand[place] === 0).map(({ id }) => id),
      };
      return answer(resolved, result, { areas: true, capacities: true });
    },

    gaps(question, { cellSizeM = gapSquareM } = {}) {
      const resolved = memory.resolve(question);
      const { weights, limit, standard } = resolved;
      const areas = areasOf(resolved);
      const { costs, result: ways } = covered(resolved);
      const { city } = ways;
      const result = {
        unserved: unservedOf(city.people, city.covered),
        people: city.people,
        areas: areas
          ? cityGaps({
              ...{ covered: ways, weights, areas, limit, standard, rules },
              distanceWeights: grid.gaussianWeights,
              asked: catchmentsOf(resolved),
              withDecided: catchmentsOf(resolved, withLayers(resolved, ["BESCHLOSSEN"])),
              withPlanned: catchmentsOf(resolved, withLayers(resolved, ["BESCHLOSSEN", "GEPLANT"])),
            })
          : [],
        cells: drawnCells(
          grid,
          weights.map((weight, cell) => (costs[cell]! > limit ? weight : 0)),
          { sizeM: cellSizeM },
        ),
      };
      return answer(resolved, result, { areas: true, capacities: true, rules: true });
    },

    duplicates(question) {
      const resolved = memory.resolve(question);
      const { standard } = resolved;
      const counted = catchmentsOf(resolved);
      const result = duplicates({ ...counted, residents: grid.residents, standard, rules });
      return answer(resolved, result, { rules: true, more: [pluralityOfProviders] });
    },

    catchment(question, place, limits) {
      const resolved = memory.resolve(question);
      const { reachability } = resolved;
      const { measure } = reachability;
      const ascending = [...new Set(limits)].sort((a, b) => a - b);
      const own = ascending.map((amount) => inOwnUnits({ measure, amount }));
      const reached = reachability.reach(place, own.at(-1) ?? 0);
      const breaks = ascending.map((limit, index) => ({
        limit,
        outline: reachability.outline(place, own[index]!) as MultiPolygon,
        ...peopleWithin(resolved, reached, own[index]!),
      }));
      return answer(resolved, { breaks }, { laterYears: true });
    },

    site(question, site) {
      const result = drag(question, site).move(site.position);
      return answer(memory.resolve(question), result, { areas: true, laterYears: true });
    },

    check(question, site) {
      const resolved = memory.resolve(question);
      const { standard, reachability, limit } = resolved;
      const { speedMmPerSecond } = profileOf(parameterSet, reachability.profile);
      const metres = memory.reachability(reachability.profile, "metres");
      const location = locations(`${question.kind} ${reachability.profile}`, () =>
        goodLocation({
          reachability: metres,
          supply: data.supply,
          residents: grid.residents,
          facilities: servingSupply(data.supply, standard, ["BESTAND"]).map(({ point }) => point),
        }),
      );
      const result = siteCheck({
        ...{ site, standard, set: parameterSet, reachability, limit },
        supply: data.supply.filter((point) => question.layers.includes(point.layer) && !isSite(point, site)),
        inMetres: metres,
        reachMm:
          reachability.measure === "metres" ? limit : Math.round((limit * (speedMmPerSecond ?? 0)) / 1000),
        synergyWayM: rules.synergyWayM,
        goodLocation: location,
      });
      return answer(resolved, result, { rules: true });
    },
  };

  function peopleWithin({ weights }: ResolvedQuestion, { cells, costs }: ReachedCells, limit: number) {
    const within = cells.filter((_, index) => costs[index]! <= limit);
    const sum = (counts: Uint32Array) => within.reduce((people, cell) => people + counts[cell]!, 0);
    return {
      people: sum(weights) / perPerson,
      byAge: grid.ageGroups.map((group, index) => ({ ...group, people: sum(grid.counts[index]!) })),
    } satisfies Omit<CatchmentResult["breaks"][number], "limit" | "outline">;
  }
}

/** A site does not compete with itself: neither as the scenario has it nor as the record it stands for. */
function isSite(point: ServingPoint["point"], { id, record }: SketchedSite): boolean {
  return point.id === id || (record !== null && point.origin === record.type && point.id === record.id);
}

const pluralityOfProviders = {
  de: "Prüfhinweis mögliche Doppelstruktur: Vielfalt der Träger und das Wunsch- und Wahlrecht (§ 5 SGB VIII) sind gewollt. Kooperationen sind nicht erfasst und nicht geprüft.",
  en: "Possible double structure, to be checked: a plurality of providers and the right to choose (§ 5 SGB VIII) are intended. Cooperation is not recorded and was not checked.",
};
