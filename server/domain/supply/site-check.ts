import type { SiteCheck, SynergyEntry } from "../analysis/answers.ts";
import { type FacilityTypeCode, facilityTypes } from "../facility/facility-types.ts";
import { areaInSquareMeters } from "../geometry/ellipsoid.ts";
import type { ParameterSet } from "../parameter-set/parameter-set.ts";
import type { Standard } from "../parameter-set/standard.ts";
import type { Place, Reachability } from "../reachability/reachability.ts";
import { pointOf } from "../scenario/apply-scenario.ts";
import type { SketchedSite } from "../scenario/scenario.ts";
import { constraintSchema } from "../site/site-fields.ts";
import { capacityFor, servingCategories } from "./capacity-for.ts";
import { type PlaceOnWay, placesWithin } from "./nearby.ts";
import type { SupplyPoint } from "./supply-point.ts";

/**
 * Need of outdoor area of a sketched site against its plot, in m². The plot carries the building too, so a plot
 * large enough is no more than that. Null where the standard wants no outdoor area.
 */
export function outdoorCheck(site: SketchedSite, standard: Standard): SiteCheck["outdoor"] {
  if (standard.outdoorM2PerUnit === null) return null;
  const amount = capacityFor(
    pointOf(site, () => ({})),
    standard,
  );
  const neededM2 = (amount ?? 0) * standard.outdoorM2PerUnit;
  const plot = site.plot && {
    type: "Polygon" as const,
    coordinates: [site.plot.map((position) => [...position])],
  };
  const availableM2 = plot && Math.round(areaInSquareMeters(plot));
  return {
    neededM2,
    availableM2,
    isEnough: availableM2 === null ? null : availableM2 >= neededM2,
    source: standard.source,
  };
}

/** Every kind of constraint: what the site's record or sketch says, else "NOT_CHECKED", never "unbedenklich". */
export function constraintsOf(site: Pick<SketchedSite, "constraints">): SiteCheck["constraints"] {
  return constraintSchema.shape.kind.options.map(
    (kind) =>
      site.constraints.find((constraint) => constraint.kind === kind) ?? {
        kind,
        rating: "NOT_CHECKED",
        text: "",
      },
  );
}

/**
 * Facilities and sites that go with the kind of a site, or stand against it, within the rules' way: a list with
 * floor area that could be shared and what may stand in the way, never a score (METHODS §8.1).
 */
export function synergyOf(
  kind: string,
  near: readonly PlaceOnWay<SupplyPoint>[],
  { combinations, standards }: Pick<ParameterSet, "combinations" | "standards">,
): SynergyEntry[] {
  return near.flatMap(({ candidate, wayMm }) =>
    combinations.flatMap(({ kinds, sharedM2, conflict }) => {
      const other = kinds[0] === kind ? kinds[1] : kinds[1] === kind ? kinds[0] : null;
      const facilityType =
        other && candidate.facilityTypes.find((type) => typesOf(other, standards).includes(type));
      if (!facilityType) return [];
      return [{ ...named(candidate), facilityType, wayM: inMetres(wayMm), sharedM2, conflict }];
    }),
  );
}

/**
 * "Bestehendes vor Neuem" (METHODS §8.1): present facilities of the kind or of one it combines with that have
 * free places, are shared already, or stand in a building worth using. Those with free places come first.
 */
export function existingFirst(
  kind: string,
  near: readonly PlaceOnWay<SupplyPoint>[],
  set: Pick<ParameterSet, "combinations" | "standards">,
): SiteCheck["existingFirst"] {
  const kinds = kindsWith(kind, set);
  const types = typesWith(kind, set);
  const standards = set.standards.filter((standard) => kinds.includes(standard.kind));
  const facilities = near
    .filter(({ candidate }) => candidate.origin === "facilities" && candidate.layer === "BESTAND")
    .filter(({ candidate }) => candidate.facilityTypes.some((type) => types.has(type) && isIndoors(type)))
    .map(({ candidate, wayMm }) => ({
      ...named(candidate),
      wayM: inMetres(wayMm),
      freeCapacity: freeCapacity(candidate, standards),
      condition: candidate.condition,
      sharedUse: [...candidate.sharedUse],
    }))
    .filter(({ freeCapacity: free, condition, sharedUse }) => {
      const isUsable = condition === "GUT" || condition === "SANIERUNGSBEDARF";
      return (free ?? 0) > 0 || sharedUse.length > 0 || isUsable;
    });
  const hasFree = ({ freeCapacity: free }: { freeCapacity: number | null }) => Number((free ?? 0) > 0);
  return facilities.sort((a, b) => hasFree(b) - hasFree(a) || a.wayM - b.wayM);
}

/** A playground or a park has no rooms to share. */
function isIndoors(type: FacilityTypeCode): boolean {
  return facilityTypes[type].family !== "open-space";
}

/** Offered minus occupied in the unit of the first standard the facility serves; null where unknown. */
function freeCapacity(point: SupplyPoint, standards: readonly Standard[]): number | null {
  const standard = standards.find(({ facilityTypes }) =>
    point.facilityTypes.some((type) => facilityTypes.includes(type)),
  );
  if (!standard) return null;
  const categories = servingCategories(standard);
  const free = point.capacity
    .filter(({ unit }) => unit === standard.unit)
    .filter(({ category }) => category === "" || !categories || categories.has(category))
    .flatMap(({ offered, occupied }) => (offered === null || occupied === null ? [] : [offered - occupied]));
  return free.length === 0
    ? null
    : Math.max(
        0,
        free.reduce((sum, count) => sum + count, 0),
      );
}

/** The kind and all it combines with. */
const kindsWith = (kind: string, { combinations }: Pick<ParameterSet, "combinations">) => [
  kind,
  ...combinations.flatMap(({ kinds: [a, b] }) => (a === kind ? b : b === kind ? a : [])),
];

const typesWith = (kind: string, set: Pick<ParameterSet, "combinations" | "standards">) =>
  new Set<string>(kindsWith(kind, set).flatMap((one) => typesOf(one, set.standards)));

/** Types of a kind of the parameter set; a combination may name a type itself. */
const typesOf = (kind: string, standards: readonly Standard[]): readonly string[] =>
  standards.find((standard) => standard.kind === kind)?.facilityTypes ?? [kind];

const named = ({ id, name }: SupplyPoint) => ({ id, name });
const inMetres = (mm: number) => Math.round(mm / 1000);

/** The slower facts of a site (METHODS §3 and §8.1). Ways are metres on the ways of the question's profile. */
export function siteCheck({
  site,
  standard,
  set,
  supply,
  reachability,
  inMetres: metres,
  limit,
  reachMm,
  synergyWayM,
  goodLocation,
}: {
  site: SketchedSite;
  standard: Standard;
  set: Pick<ParameterSet, "combinations" | "standards">;
  /** Without the site itself. */
  supply: readonly SupplyPoint[];
  /** In the question's measure, with its limit in own units. */
  reachability: Reachability;
  limit: number;
  /** The same profile in metres, and how far one gets at most within the limit. */
  inMetres: Reachability;
  reachMm: number;
  synergyWayM: number;
  goodLocation: (site: Place) => SiteCheck["goodLocation"];
}): SiteCheck {
  const place: Place = { longitude: site.position[0], latitude: site.position[1] };
  const synergyMm = synergyWayM * 1000;
  const types = typesWith(site.kind, set);
  const related = supply.filter(({ facilityTypes }) => facilityTypes.some((type) => types.has(type)));
  const near = placesWithin(metres, place, related, Math.max(synergyMm, reachMm));
  const within = (limitMm: number) => near.filter(({ wayMm }) => wayMm <= limitMm);
  const snapped = reachability.snap(place);
  return {
    outline: reachability.outline(place, limit),
    snapM: snapped && inMetres(snapped.distanceMm),
    synergy: synergyOf(site.kind, within(synergyMm), set),
    existingFirst: existingFirst(site.kind, within(reachMm), set),
    outdoor: outdoorCheck(site, standard),
    goodLocation: goodLocation(place),
    constraints: constraintsOf(site),
  };
}
