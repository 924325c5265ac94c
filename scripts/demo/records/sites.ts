import type { z } from "zod";
import type { Visibility } from "#domain/access/visibility.ts";
import type { FacilityTypeCode } from "#domain/facility/facility-types.ts";
import type { CandidateSite } from "#domain/site/candidate-site.ts";
import type { PlannedSite } from "#domain/site/planned-site.ts";
import type { publicNeedsSiteSchema } from "#domain/site/public-needs-site.ts";
import type { LonLat } from "../partition/projection.ts";
import { between, pick, type Random, randomFor } from "../random.ts";
import type { DemoRecord } from "../types.ts";
import { drawnSubdistrict } from "./renewal.ts";
import { numbered, type Setting } from "./setting.ts";
import { plotAt } from "./shapes.ts";

type PublicNeedsSite = z.infer<typeof publicNeedsSiteSchema>;
type PlannedUse = CandidateSite["uses"][number];

/** Day care most, because most sites are looked for by the Jugendamt. */
const uses: readonly { department: string; use: (random: Random) => PlannedUse }[] = [
  { department: "51", use: (random) => placesOf("KITA_MIX", "Ü3", between(random, 2, 5) * 20) },
  { department: "51", use: (random) => placesOf("KITA_MIX", "U3", between(random, 1, 4) * 10) },
  { department: "51", use: (random) => placesOf("KITA_UE3", "Ü3", between(random, 2, 4) * 20) },
  { department: "51", use: (random) => placesOf("KITA_U3", "U3", between(random, 2, 4) * 10) },
  { department: "51", use: (random) => squareMetersOf("JUGENDTREFF", between(random, 8, 30) * 10) },
  {
    department: "50",
    use: (random) => placesOf("PFLEGE_STATIONAER", "Einzelzimmer", between(random, 9, 20) * 5),
  },
  { department: "50", use: (random) => squareMetersOf("STADTTEILHAUS", between(random, 30, 80) * 10) },
  {
    department: "50",
    use: (random) => placesOf("TAGESPFLEGE_SENIOREN", "Tagespflege", between(random, 12, 20)),
  },
  { department: "40", use: (random) => placesOf("GANZTAG", "GT8h", between(random, 5, 12) * 20) },
  {
    department: "53",
    use: (random) => ({
      facilityType: "HAUSARZT",
      unit: "VERSORGUNGSAUFTRAG",
      category: "",
      amount: between(random, 2, 8) / 2,
    }),
  },
  { department: "52", use: (random) => squareMetersOf("SPORTHALLE", between(random, 8, 30) * 50) },
];

function placesOf(facilityType: FacilityTypeCode, category: string, amount: number): PlannedUse {
  return { facilityType, unit: "PLATZ", category, amount };
}

function squareMetersOf(facilityType: FacilityTypeCode, amount: number): PlannedUse {
  return { facilityType, unit: "M2", category: "", amount };
}

const constraintKinds = [
  "OWNERSHIP",
  "PLAN_LAW",
  "NOISE",
  "SLOPE",
  "CONTAMINATION",
  "NATURE",
  "ACCESS",
] as const;

interface SitePlan {
  state: string;
  visibility: Visibility;
  /** Further accounts or departments that read it although it is restricted. */
  participants?: string[];
}

// Released ones first: numbers then run without gaps at every level, and a gap cannot tell of what is hidden.
const candidatePlans: readonly SitePlan[] = [
  { state: "AGSP_ABGESTIMMT", visibility: "PUBLIC" },
  { state: "PLANNED", visibility: "PUBLIC" },
  { state: "VORGEPRUEFT", visibility: "DISTRICT" },
  { state: "AGSP_ABGESTIMMT", visibility: "DISTRICT" },
  { state: "PLANNED", visibility: "DISTRICT" },
  { state: "VORGEPRUEFT", visibility: "INTERNAL" },
  { state: "AGSP_ABGESTIMMT", visibility: "INTERNAL" },
  { state: "VERWORFEN", visibility: "INTERNAL" },
  { state: "PLANNED", visibility: "INTERNAL" },
  { state: "SKIZZE", visibility: "RESTRICTED" },
  { state: "SKIZZE", visibility: "RESTRICTED", participants: ["department:61"] },
  { state: "SKIZZE", visibility: "RESTRICTED" },
  { state: "VORGEPRUEFT", visibility: "RESTRICTED", participants: ["department:50", "department:61"] },
  { state: "SKIZZE", visibility: "RESTRICTED" },
  { state: "VERWORFEN", visibility: "RESTRICTED" },
  { state: "VORGEPRUEFT", visibility: "RESTRICTED" },
  { state: "SKIZZE", visibility: "RESTRICTED", participants: ["department:61"] },
  { state: "AGSP_ABGESTIMMT", visibility: "RESTRICTED", participants: ["department:51"] },
  { state: "SKIZZE", visibility: "RESTRICTED" },
  { state: "SKIZZE", visibility: "RESTRICTED" },
  { state: "VORGEPRUEFT", visibility: "RESTRICTED" },
  { state: "SKIZZE", visibility: "RESTRICTED", participants: ["department:40"] },
  { state: "VORGEPRUEFT", visibility: "DISTRICT" },
  { state: "VORGEPRUEFT", visibility: "INTERNAL" },
  { state: "SKIZZE", visibility: "INTERNAL" },
  { state: "AGSP_ABGESTIMMT", visibility: "INTERNAL" },
  { state: "SKIZZE", visibility: "INTERNAL" },
  { state: "VORGEPRUEFT", visibility: "INTERNAL" },
];

const plannedPlans: readonly SitePlan[] = [
  { state: "IN_BETRIEB", visibility: "PUBLIC" },
  { state: "IM_BAU", visibility: "PUBLIC" },
  { state: "IM_BAU", visibility: "PUBLIC" },
  { state: "FINANZIERT", visibility: "PUBLIC" },
  { state: "FINANZIERT", visibility: "PUBLIC" },
  { state: "PLANUNGSRECHT", visibility: "PUBLIC" },
  { state: "FLAECHE_GESICHERT", visibility: "PUBLIC" },
  { state: "PLANUNGSRECHT", visibility: "DISTRICT" },
  { state: "FLAECHE_GESICHERT", visibility: "DISTRICT" },
  { state: "IM_BAU", visibility: "INTERNAL" },
  { state: "FINANZIERT", visibility: "INTERNAL" },
  { state: "PLANUNGSRECHT", visibility: "INTERNAL" },
  { state: "PLANUNGSRECHT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESICHERT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESICHERT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
  { state: "IM_BAU", visibility: "PUBLIC" },
  { state: "FINANZIERT", visibility: "PUBLIC" },
  { state: "IM_BAU", visibility: "PUBLIC" },
  { state: "FINANZIERT", visibility: "PUBLIC" },
  { state: "PLANUNGSRECHT", visibility: "PUBLIC" },
  { state: "FLAECHE_GESICHERT", visibility: "PUBLIC" },
  { state: "FINANZIERT", visibility: "INTERNAL" },
  { state: "FINANZIERT", visibility: "INTERNAL" },
  { state: "PLANUNGSRECHT", visibility: "INTERNAL" },
  { state: "PLANUNGSRECHT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESICHERT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESICHERT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
  { state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
];

const levels: readonly Visibility[] = ["PUBLIC", "DISTRICT", "INTERNAL", "RESTRICTED"];

/** The plans repeated `scale` times, the most open first. */
function repeated(plans: readonly SitePlan[], scale: number): SitePlan[] {
  return Array.from({ length: scale }, () => plans)
    .flat()
    .sort((a, b) => levels.indexOf(a.visibility) - levels.indexOf(b.visibility));
}

function placeOf(setting: Setting, kind: string, number: number, random: Random) {
  const areaNumber = drawnSubdistrict(setting, kind, number);
  const area = setting.subdistricts.find((candidate) => candidate.number === areaNumber)!;
  return { place: setting.places.settled(areaNumber, random), districts: [area.parentNumber!] };
}

function siteGeometry(place: LonLat, siteAreaM2: number, random: Random): DemoRecord["geometry"] {
  return random() < 0.6 ? plotAt(place, siteAreaM2, random) : { type: "Point", coordinates: place };
}

/** 28 candidate sites times the scale, in every state of their lifecycle, most of them restricted. */
export function makeCandidateSites(setting: Setting): DemoRecord[] {
  const plans = repeated(candidatePlans, setting.scale);
  return plans.map((plan, index): DemoRecord => {
    const number = index + 1;
    const random = randomFor(setting.seed, "candidate site", number);
    const { place, districts } = placeOf(setting, "candidate site place", number, random);
    const { department, use } = pick(random, uses);
    const siteAreaM2 = between(random, 8, 60) * 100;
    const properties: CandidateSite = {
      name: numbered("Demo-Standortskizze", number, plans.length),
      uses: [use(random)],
      siteAreaM2,
      gfM2: Math.round((siteAreaM2 * (0.4 + 0.6 * random())) / 10) * 10,
      constraints: [
        {
          kind: pick(random, constraintKinds),
          rating: pick(random, ["NOT_CHECKED", "NONE", "MINOR", "MAJOR"] as const),
          text: "Demo-Angabe",
        },
      ],
      openingYear: between(random, 2027, 2033),
    };
    return {
      type: "candidate-sites",
      state: plan.state,
      visibility: plan.visibility,
      owner: `demo:PLANNER:${department}`,
      participants: (plan.participants ?? []).filter((name) => name !== `department:${department}`),
      department,
      districts,
      geometry: siteGeometry(place, siteAreaM2, random),
      properties,
    };
  });
}

/** 32 planned sites times the scale, from the search for land to operation. */
export function makePlannedSites(setting: Setting): DemoRecord[] {
  const plans = repeated(plannedPlans, setting.scale);
  return plans.map((plan, index): DemoRecord => {
    const number = index + 1;
    const random = randomFor(setting.seed, "planned site", number);
    const { place, districts } = placeOf(setting, "planned site place", number, random);
    const { department, use } = pick(random, uses);
    const siteAreaM2 = between(random, 10, 70) * 100;
    const isSecured = plan.state !== "FLAECHE_GESUCHT";
    const isFunded = ["FINANZIERT", "IM_BAU", "IN_BETRIEB"].includes(plan.state);
    const properties: PlannedSite = {
      name: numbered("Demo-Standort", number, plans.length),
      uses: [use(random)],
      siteAreaM2,
      gfM2: Math.round((siteAreaM2 * (0.5 + 0.7 * random())) / 10) * 10,
      constraints: [],
      openingYear:
        plan.state === "IN_BETRIEB"
          ? 2024
          : isFunded
            ? between(random, 2025, 2028)
            : between(random, 2028, 2034),
      ...(isSecured
        ? { securingType: pick(random, ["EIGENTUM", "FESTSETZUNG", "VERTRAG", "MIETVERTRAG"] as const) }
        : {}),
      ...(isFunded ? { budgetReference: numbered("Demo-Haushaltsansatz", number, plans.length) } : {}),
    };
    return {
      type: "planned-sites",
      state: plan.state,
      visibility: plan.visibility,
      owner: `demo:PLANNER:${department}`,
      participants: [],
      department,
      districts,
      // A search has an area in mind at most: the last of them has no place yet.
      geometry: number === plans.length && !isSecured ? null : siteGeometry(place, siteAreaM2, random),
      properties,
    };
  });
}

const siteStates = [
  "GENUTZT",
  "GENUTZT",
  "UNTERGENUTZT",
  "FREI",
  "GENUTZT",
  "UMWIDMUNG_BEANTRAGT",
  "GENUTZT",
  "FREI",
  "UNTERGENUTZT",
  "GENUTZT",
  "ENTLASSEN",
  "UMWIDMUNG_BEANTRAGT",
  "GENUTZT",
  "FREI",
  "UNTERGENUTZT",
  ...Array.from({ length: 10 }, () => ["FREI", "UNTERGENUTZT", "GENUTZT"]).flat(),
];
const purposes = ["Schule", "Kindertagesstätte", "Kirche", "Sporthalle", "Altenheim", "Jugendeinrichtung"];

/** 45 public-needs sites times the scale. */
export function makePublicNeedsSites(setting: Setting): DemoRecord[] {
  const total = siteStates.length * setting.scale;
  return Array.from({ length: total }, (_, index): DemoRecord => {
    const number = index + 1;
    const random = randomFor(setting.seed, "public needs site", number);
    const { place, districts } = placeOf(setting, "public needs site place", number, random);
    const state = siteStates[index % siteStates.length]!;
    const areaM2 = between(random, 15, 140) * 100;
    const purpose = pick(random, purposes);
    const properties: PublicNeedsSite = {
      name: numbered("Demo-Gemeinbedarfsfläche", number, total),
      planRef: numbered("Demo-Plan", number, total),
      purpose,
      areaM2,
      owner: pick(random, ["CITY", "CITY", "CITY", "CHURCH", "PRIVATE", "STATE"] as const),
      currentUse: state === "FREI" ? "Wiese" : state === "UNTERGENUTZT" ? "Parkplatz" : purpose,
    };
    return {
      type: "public-needs-sites",
      state,
      visibility: "PUBLIC",
      owner: "demo:PLANNER:61",
      participants: [],
      department: "61",
      districts,
      geometry: plotAt(place, areaM2, random),
      properties,
    };
  });
}
