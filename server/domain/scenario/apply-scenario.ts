import type { ParameterSet } from "../parameter-set/parameter-set.ts";
import type { SupplyPoint } from "../supply/supply-point.ts";
import type { Scenario, ScenarioChange, SketchedSite } from "./scenario.ts";

/** Official numbers of the areas a place lies in, by level. */
export type AreasAt = (position: readonly [number, number]) => Record<string, string>;

/**
 * The supply of a scenario: the present with its changes, one after the other. What is closed is gone, what is
 * resized has the new amounts as offered and nothing known of how they are used, and a sketched site stands in
 * its own layer; capacities of a scenario have no date, because nobody counted them. A site picked from or saved as a record takes that record's place. The supply handed in stays
 * as it is; changes to records it does not hold change nothing.
 */
export function applyScenario(
  supply: readonly SupplyPoint[],
  scenario: Pick<Scenario, "changes">,
  { areasAt }: { areasAt: AreasAt },
): SupplyPoint[] {
  return scenario.changes.reduce<SupplyPoint[]>(
    (points, change) => applied(points, change, areasAt),
    [...supply],
  );
}

function applied(points: SupplyPoint[], change: ScenarioChange, areasAt: AreasAt): SupplyPoint[] {
  switch (change.change) {
    case "add-site": {
      const { site } = change;
      const others = points.filter((point) => point.id !== site.id && !isRecord(point, site.record));
      return [...others, pointOf(site, areasAt)];
    }
    case "close":
      return points.filter((point) => !isRecord(point, { type: change.recordType, id: change.recordId }));
    case "resize":
      return points.map((point) =>
        isRecord(point, { type: change.recordType, id: change.recordId })
          ? resized(point, change.capacity)
          : point,
      );
  }
}

const isRecord = (point: SupplyPoint, record: { type: string; id: string } | null) =>
  record !== null && point.origin === record.type && point.id === record.id;

type NewCapacity = Extract<ScenarioChange, { change: "resize" }>["capacity"];

/** Capacities of other units stay; of a unit that is named, the new ones replace all old ones. */
function resized(point: SupplyPoint, capacity: NewCapacity): SupplyPoint {
  const units = new Set(capacity.map(({ unit }) => unit));
  const kept = point.capacity.filter(({ unit }) => !units.has(unit));
  const replaced = capacity.map(({ unit, category, amount }) => {
    const old = point.capacity.find((one) => one.unit === unit && one.category === category);
    return {
      ...{ unit, category, licensed: null, offered: amount, occupied: null, referenceDate: "" },
      ...(old?.facilityType && { facilityType: old.facilityType }),
    };
  });
  return { ...point, capacity: [...kept, ...replaced] };
}

/** A sketched site as supply. */
export function pointOf(site: SketchedSite, areasAt: AreasAt): SupplyPoint {
  return {
    id: site.id,
    origin: "scenario",
    name: site.name,
    longitude: site.position[0],
    latitude: site.position[1],
    layer: site.layer,
    facilityTypes: [...new Set(site.uses.map(({ facilityType }) => facilityType))],
    capacity: site.uses.map(({ facilityType, unit, category, amount }) => ({
      unit,
      category,
      licensed: null,
      offered: amount,
      occupied: null,
      referenceDate: "",
      facilityType,
    })),
    provider: null,
    openingHours: null,
    openingYear: site.openingYear,
    condition: null,
    sharedUse: [],
    outdoorM2: null,
    areas: areasAt(site.position),
  };
}

/** The parameter set a scenario counts with: its own standards in place of those of the same kind. */
export function parameterSetOf<Set extends ParameterSet>(
  set: Set,
  scenario: Pick<Scenario, "standards">,
): Set {
  const own = new Map(scenario.standards.map((standard) => [standard.kind, standard]));
  const replaced = set.standards.map((standard) => own.get(standard.kind) ?? standard);
  const known = new Set(set.standards.map(({ kind }) => kind));
  return { ...set, standards: [...replaced, ...scenario.standards.filter(({ kind }) => !known.has(kind))] };
}
