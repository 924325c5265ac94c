import type { AgeCount, CoverageFigures, SiteEvaluation } from "../analysis/answers.ts";
import type { SiteDrag } from "../analysis/planning-model.ts";
import type { GridAreas, PopulationGrid } from "../demand/population-grid.ts";
import { perPerson } from "../demand/target-group.ts";
import type { NearestWays, Place, Reachability } from "../reachability/reachability.ts";
import { type Catchments, weightOf } from "./catchments.ts";
import { WayDistribution } from "./way-distribution.ts";

/** The city without the site: what every position of it is held against. */
export interface DragBase {
  grid: PopulationGrid;
  weights: Uint32Array;
  areas: GridAreas | null;
  reachability: Reachability;
  /** In the reachability's own units. */
  limit: number;
  places: readonly { id: string; name: string }[];
  before: NearestWays;
  catchments: Catchments;
}

/**
 * Site evaluation (METHODS §3) for a place that moves: takes back what the last position changed, then touches
 * only cells the new one reaches or brings nearer. Residents are told as whole people, the target group in
 * thousandths at finest.
 */
export function siteDrag(
  base: DragBase,
  site: { id: string; position: readonly [number, number] },
): SiteDrag {
  const { grid, weights, areas, reachability, limit, before, catchments } = base;
  const ways = new WayDistribution({
    weights,
    costs: before.costs,
    groupOf: areas?.index ?? null,
    groupCount: areas?.numbers.length ?? 0,
    limit,
    measure: reachability.measure,
  });
  const figuresBefore = Array.from({ length: ways.city + 1 }, (_, group) => ways.figures(group));
  const catchmentWeights = catchments.reached.map(({ cells }) => weightOf(cells, weights));

  const touched = { cells: new Uint32Array(1024), costs: new Uint32Array(1024), count: 0 };
  const newlyServedIn = new Float64Array(ways.city + 1);
  const isAreaTouched = new Uint8Array(ways.city + 1);
  const won = new Float64Array(base.places.length);
  const shared = new Float64Array(base.places.length);
  const ages = new Float64Array(grid.ageGroups.length);
  let place: Place = placeAt(site.position);

  function shorten(cell: number, weight: number, cost: number): void {
    const known = before.costs[cell]!;
    const area = areas ? areas.index[cell]! : -1;
    ways.move(ways.city, weight, known, cost);
    if (area >= 0) {
      ways.move(area, weight, known, cost);
      isAreaTouched[area] = 1;
    }
    const nearest = before.nearest[cell]!;
    if (nearest >= 0) won[nearest]! += weight;
    remember(touched, cell, cost);
  }

  function takeBack(): void {
    for (let position = 0; position < touched.count; position++) {
      const cell = touched.cells[position]!;
      const cost = touched.costs[position]!;
      const area = areas ? areas.index[cell]! : -1;
      ways.move(ways.city, weights[cell]!, cost, before.costs[cell]!);
      if (area >= 0) ways.move(area, weights[cell]!, cost, before.costs[cell]!);
    }
    touched.count = 0;
    for (const sums of [newlyServedIn, won, shared, ages]) sums.fill(0);
    isAreaTouched.fill(0);
  }

  function move(position: readonly [number, number]): SiteEvaluation {
    takeBack();
    place = placeAt(position);
    const { cells, costs } = reachability.change(place, { limit, before });
    let inCatchment = 0;
    let residents = 0;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      const cost = costs[index]!;
      const weight = weights[cell]!;
      const known = before.costs[cell]!;
      if (cost <= limit) {
        inCatchment += weight;
        const end = catchments.start[cell + 1]!;
        for (let at = catchments.start[cell]!; at < end; at++) shared[catchments.places[at]!]! += weight;
        if (known > limit) {
          newlyServedIn[ways.city]! += weight;
          const area = areas ? areas.index[cell]! : -1;
          if (area >= 0) newlyServedIn[area]! += weight;
          residents += grid.residents[cell]!;
          for (let group = 0; group < ages.length; group++) ages[group]! += grid.counts[group]![cell]!;
        }
      }
      if (cost < known && weight > 0) shorten(cell, weight, cost);
    }
    const newlyServed = newlyServedIn[ways.city]!;
    return {
      siteId: site.id,
      inCatchment: inCatchment / perPerson,
      newlyServed: newlyServed / perPerson,
      newlyServedResidents: residents,
      overlap: inCatchment === 0 ? null : (inCatchment - newlyServed) / inCatchment,
      byAge: grid.ageGroups.map((group, index): AgeCount => ({ ...group, people: ages[index]! })),
      before: { ...figuresBefore[ways.city]! },
      after: ways.figures(ways.city),
      areas: movedAreas(),
      relieved: relieved(),
    };
  }

  function movedAreas(): SiteEvaluation["areas"] {
    const moved: SiteEvaluation["areas"] = [];
    for (let area = 0; area < ways.city; area++) {
      if (isAreaTouched[area] === 0) continue;
      const was = figuresBefore[area]!;
      const after = ways.figures(area);
      if (isEqual(was, after)) continue;
      const areaNumber = areas!.numbers[area]!;
      moved.push({ areaNumber, newlyServed: newlyServedIn[area]! / perPerson, before: { ...was }, after });
    }
    return moved.sort((a, b) => b.newlyServed - a.newlyServed || compareText(a.areaNumber, b.areaNumber));
  }

  function relieved(): SiteEvaluation["relieved"] {
    const facilities: SiteEvaluation["relieved"] = [];
    base.places.forEach(({ id, name }, index) => {
      if (won[index] === 0) return;
      const whole = catchmentWeights[index]!;
      const overlap = whole === 0 ? 0 : shared[index]! / whole;
      facilities.push({ id, name, people: won[index]! / perPerson, overlap });
    });
    return facilities.sort((a, b) => b.people - a.people || compareText(a.id, b.id));
  }

  return { move, outline: () => reachability.outline(place, limit) };
}

const placeAt = ([longitude, latitude]: readonly [number, number]): Place => ({ longitude, latitude });

/** By code units, which no machine's language settings change. */
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const isEqual = (a: CoverageFigures, b: CoverageFigures) =>
  a.covered === b.covered && a.medianWay === b.medianWay && a.ninetiethWay === b.ninetiethWay;

/** The reachability may use its arrays again for the next question, so what was touched is noted here. */
function remember(
  touched: { cells: Uint32Array; costs: Uint32Array; count: number },
  cell: number,
  cost: number,
): void {
  if (touched.count === touched.cells.length) {
    for (const name of ["cells", "costs"] as const) {
      const longer = new Uint32Array(touched.count * 2);
      longer.set(touched[name]);
      touched[name] = longer;
    }
  }
  touched.cells[touched.count] = cell;
  touched.costs[touched.count] = cost;
  touched.count += 1;
}
