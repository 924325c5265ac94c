import type { Facility } from "#domain/facility/facility.ts";
import type { LonLat } from "../partition/projection.ts";
import { between, normal, pick, pickWeighted, type Random, randomFor } from "../random.ts";
import type { DemoArea, DemoRecord } from "../types.ts";
import { type CapacityPlan, type FacilityPlan, facilityPlans } from "./facility-plans.ts";
import { inventedSource, numbered, type Setting } from "./setting.ts";

const offices: Readonly<Record<string, string>> = {
  "40": "Schulverwaltungsamt",
  "41": "Kulturamt",
  "50": "Amt für Soziales und Teilhabe",
  "51": "Jugendamt",
  "52": "Amt für Sport und Bewegung",
  "53": "Gesundheitsamt",
  "67": "Garten-, Friedhofs- und Forstamt",
};

/** Kita places are counted on 1 March, everything else at the end of the year. */
const referenceDateOf = (plan: FacilityPlan) => (plan.department === "51" ? "2024-03-01" : "2024-12-31");

/** Share of the offered places that are occupied: usually most, and of a pair of doubles half. */
const usualUse = { least: 0.86, spread: 0.16 };
const lowUse = { least: 0.42, spread: 0.2 };

function drawnCapacity(
  plan: CapacityPlan,
  referenceDate: string,
  random: Random,
  use: typeof usualUse,
): Facility["capacity"][number] {
  const [low, high] = plan.range;
  const licensed = low + plan.step * between(random, 0, Math.round((high - low) / plan.step));
  const whole = (value: number) =>
    plan.step < 1 ? Math.round(value / plan.step) * plan.step : Math.round(value);
  const { unit, category } = plan;
  // Only places can be offered below what is licensed and left unoccupied; rooms and posts are simply there.
  if (unit !== "PLATZ" && unit !== "KLASSE") {
    return { unit, category, licensed, offered: licensed, occupied: null, referenceDate };
  }
  const offered = whole(licensed * (random() < 0.6 ? 1 : 0.8 + 0.2 * random()));
  const isReported = random() > 0.04;
  const occupied = isReported ? whole(offered * Math.min(1, use.least + use.spread * random())) : null;
  return { unit, category, licensed, offered, occupied, referenceDate };
}

function accessibilityOf(random: Random): Facility["accessibility"] {
  if (random() < 0.15) return { stepFree: null, lift: null, wc: null };
  const stepFree = random() < 0.62;
  return {
    stepFree,
    lift: random() < (stepFree ? 0.45 : 0.12),
    wc: random() < (stepFree ? 0.6 : 0.15),
    checkedOn: `202${between(random, 1, 4)}-${String(between(random, 1, 12)).padStart(2, "0")}-15`,
  };
}

function conditionOf(random: Random): Pick<Facility, "condition" | "interimUntil" | "lifeEnd"> {
  const draw = random();
  if (draw < 0.02) {
    const until = `${between(random, 2026, 2030)}-07-31`;
    return { condition: "INTERIM", interimUntil: until, lifeEnd: until };
  }
  if (draw < 0.06) return { condition: "ERSATZ_NOETIG" };
  return { condition: draw < 0.24 ? "SANIERUNGSBEDARF" : "GUT" };
}

function providerOf(ownership: Facility["ownership"], plan: FacilityPlan, random: Random): string {
  if (ownership === "CITY") return `Landeshauptstadt Stuttgart, ${offices[plan.department]}`;
  const sort = { CHURCH: "Kirchengemeinde", WELFARE: "Träger", PRIVATE: "Betreiber", OTHER: "Gemeinschaft" };
  return numbered(`Demo-${sort[ownership ?? "OTHER"]}`, between(random, 1, 24), 24);
}

/** What a facility's rooms may be used for besides, and when it is open. */
const sharedUses: Partial<Record<FacilityPlan["type"], string>> = {
  GRUNDSCHULE: "Mensa und Mehrzweckraum am Nachmittag",
  SEK: "Sporthalle am Abend für Vereine",
  JUGENDHAUS: "Saal am Vormittag frei",
  STADTTEILHAUS: "Saal und Küche für Gruppen",
  FAMILIENZENTRUM: "Gruppenraum für Sprachkurse",
  GENERATIONENHAUS: "Café und Saal für alle",
  BEGEGNUNG_AELTERE: "Raum am Abend frei",
  PFLEGE_STATIONAER: "Andachts- und Festraum für das Quartier",
};
const daycareHours = ["Mo–Fr 7:00–17:00", "Mo–Fr 7:30–16:30", "Mo–Do 7:00–16:00, Fr 7:00–15:00"];

/** Drawn apart from the rest, so that adding them changed nothing else. */
function extrasOf(plan: FacilityPlan, name: string): Pick<Facility, "sharedUse" | "openingHours"> {
  const random = randomFor("extras", name);
  const shared = sharedUses[plan.type];
  return {
    sharedUse: shared && random() < 0.3 ? [shared] : [],
    ...(plan.type.startsWith("KITA") ? { openingHours: pick(random, daycareHours) } : {}),
  };
}

function propertiesOf(plan: FacilityPlan, name: string, random: Random): Facility {
  const owners = Object.keys(plan.run) as (keyof typeof plan.run)[];
  const ownership =
    owners[
      pickWeighted(
        random,
        owners.map((owner) => plan.run[owner]!),
      )
    ]!;
  const siteAreaM2 = plan.siteAreaM2 && Math.round(between(random, ...plan.siteAreaM2) / 10) * 10;
  return {
    name,
    type: plan.type,
    provider: providerOf(ownership, plan, random),
    ownership,
    locationProtection: plan.isHidden ? "HIDDEN" : plan.isAreaOnly ? "AREA_ONLY" : "NONE",
    targetGroups: plan.targetGroups,
    ...(plan.ageRange ? { ageRange: { from: plan.ageRange[0], to: plan.ageRange[1] } } : {}),
    offers: [],
    accessibility: accessibilityOf(random),
    capacity: plan.capacity.map((capacity) =>
      drawnCapacity(capacity, referenceDateOf(plan), random, plan.isTwin ? lowUse : usualUse),
    ),
    ...(siteAreaM2
      ? { siteAreaM2, outdoorM2: Math.round((siteAreaM2 * (0.3 + 0.4 * random())) / 10) * 10 }
      : {}),
    ...conditionOf(random),
    ...extrasOf(plan, name),
    source: inventedSource,
    sourceDate: referenceDateOf(plan),
  };
}

/**
 * Number of facilities of a plan per subdistrict: drawn by its population, uneven as real cities are.
 * Systematic sampling in the order of the numbers, so that small areas get their share and neighbours take turns.
 */
function spreadOver(
  subdistricts: readonly DemoArea[],
  plan: FacilityPlan,
  { counts, seed, scale }: Setting,
): number[] {
  const random = randomFor(seed, "spread", plan.label);
  const asMany = plan.isTwin ? 2 : 1;
  const count = (plan.count * scale) / asMany;
  const weights = subdistricts.map(({ number, residents }) =>
    // Where hardly anyone lives there is nothing to run a facility for.
    residents < 400 ? 0 : counts.get(number)![plan.drawnBy] * Math.exp(0.45 * normal(random)),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const start = random();
  let passed = start;
  return weights.map((weight, k) => {
    const before = Math.floor(passed);
    // The last step is exact, so that rounding cannot lose or add one.
    passed = k === weights.length - 1 ? start + count : passed + (weight / sum) * count;
    return asMany * (Math.floor(passed) - before);
  });
}

/** A settled place away from what is there already, so that facilities of one type do not stand side by side. */
function placeFor(areaNumber: string, taken: readonly LonLat[], { places }: Setting, random: Random): LonLat {
  const tries = Array.from({ length: taken.length === 0 ? 1 : 4 }, () => places.settled(areaNumber, random));
  const room = (place: LonLat) =>
    taken.reduce((least, other) => Math.min(least, Math.hypot(place[0] - other[0], place[1] - other[1])), 1);
  return tries.reduce((best, place) => (room(place) > room(best) ? place : best));
}

/** Usual distance of a pair of doubles (standard deviation). */
const twinMeters = 70;

/** Some 1,570 facilities of 46 types times the scale. Numbers run within a type and visibility, so that gaps tell nothing. */
export function makeFacilities(setting: Setting): DemoRecord[] {
  const built = new Map<string, LonLat[]>();
  return facilityPlans.flatMap((plan) => {
    const total = plan.count * setting.scale;
    let number = 0;
    const spread = spreadOver(setting.subdistricts, plan, setting);
    return setting.subdistricts.flatMap((area, index) =>
      Array.from({ length: spread[index]! }, (): DemoRecord => {
        number++;
        const random = randomFor(setting.seed, "facility", plan.label, number);
        const hosts = plan.sharesSiteWith && built.get(`${plan.sharesSiteWith} ${area.number}`);
        const key = `${plan.type} ${area.number}`;
        const taken = built.get(key) ?? [];
        const twin = plan.isTwin && number % 2 === 0 ? taken.at(-1) : undefined;
        const place = twin
          ? setting.places.near(area.number, twin, twinMeters, random)
          : hosts
            ? pick(random, hosts)
            : placeFor(area.number, taken, setting, random);
        built.set(key, [...taken, place]);
        return {
          type: "facilities",
          state: random() < 0.985 ? "IN_BETRIEB" : "VORUEBERGEHEND_GESCHLOSSEN",
          visibility: plan.isHidden ? "RESTRICTED" : "PUBLIC",
          owner: `demo:PLANNER:${plan.department}`,
          participants: [],
          department: plan.department,
          districts: [area.parentNumber!],
          geometry: { type: "Point", coordinates: place },
          properties: propertiesOf(plan, numbered(`Demo-${plan.label}`, number, total), random),
        };
      }),
    );
  });
}
