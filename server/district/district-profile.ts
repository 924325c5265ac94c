import type { ProjectedRecord } from "#domain/access/access.ts";
import { profileVisibility, readsStatements } from "#domain/access/district-access.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import { type ExpertAssessment, expertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import type { DistrictProfile, ProfileStatement } from "#domain/contract/district-contract.ts";
import { facility } from "#domain/facility/facility.ts";
import { facilityTypes } from "#domain/facility/facility-types.ts";
import { quarterProject, quarterProjectKinds } from "#domain/quarter-project/quarter-project.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";
import { type PlannedSite, plannedSite } from "#domain/site/planned-site.ts";
import { publicNeedsSite } from "#domain/site/public-needs-site.ts";
import type { DistrictBasis } from "./district-basis.ts";
import { newestPeriod, takeIndicator } from "./profile-figures.ts";
import { isPlaced, supplyRows } from "./profile-supply.ts";
import { SourceList } from "./source-list.ts";

/** The profile of one Stadtbezirk out of what an audience may know; undefined where there is none of this number. */
export function districtProfile(basis: DistrictBasis, number: string): DistrictProfile | undefined {
  const { areas, figures, naming, city } = basis;
  const district = areas.list("district", { withGeometry: false }).find((one) => one.number === number);
  if (!district) return undefined;
  const sources = new SourceList();
  const smaller = smallerAreas(basis, number);
  const within = { district: number, level: smaller.level, areas: smaller.areas.map((one) => one.number) };
  const residents = residentsOf(basis, district, sources);
  const ages = figures.ages.flatMap((one) => takeIndicator(one, { ...within, sources }) ?? []);
  const monitored = figures.monitoring.flatMap((one) => takeIndicator(one, { ...within, sources }) ?? []);
  const records = recordsOf(basis, number, sources);
  return {
    number,
    name: district.name ?? number,
    level: naming("district"),
    areaHa: district.areaHa,
    bounds: district.bounds,
    isDemo: city?.isDemo ?? false,
    visibility: profileVisibility(basis.audience, number),
    madeOn: dayOf(basis.now),
    residents,
    ages: ages.map(({ told }) => told),
    monitoring: {
      indicators: monitored.map(({ told }) => told),
      level: smaller.level,
      levelNames: smaller.level && naming(smaller.level),
      missing: smaller.missing,
      areas: smaller.areas.map((area, index) => ({
        number: area.number,
        name: area.name,
        residents: area.residents,
        cells: monitored.map(({ cells }) => cells[index]!),
      })),
    },
    ...records,
    sources: sources.items,
  };
}

/**
 * Areas the monitoring is told by: the Stadtteile, or where there is a single one, which would only repeat the
 * Stadtbezirk, the Stadtviertel in it that have figures this audience reads.
 */
function smallerAreas(
  { areas, figures }: DistrictBasis,
  number: string,
): { level: AreaLevel | null; areas: AreaAnswer[]; missing: DistrictProfile["monitoring"]["missing"] } {
  const subdistricts = within("subdistrict");
  if (subdistricts.length > 1) return { level: "subdistrict", areas: subdistricts, missing: null };
  const quarters = within("statistical-quarter");
  const hasFigures = figures.monitoring.some(({ values }) =>
    (values.get("statistical-quarter") ?? []).some(({ areaNumber }) =>
      quarters.some((one) => one.number === areaNumber),
    ),
  );
  if (quarters.length > 1 && hasFigures) {
    return { level: "statistical-quarter", areas: quarters, missing: null };
  }
  const missing = subdistricts.length === 1 ? "SINGLE_SUBDISTRICT" : "NO_SMALLER_AREAS";
  return { level: null, areas: [], missing };

  function within(level: AreaLevel): AreaAnswer[] {
    return areas
      .list(level, { withGeometry: false })
      .filter((area) => areas.districtsOfArea(area)?.join() === number);
  }
}

function residentsOf(
  { figures: { residents }, areas, areaSource }: DistrictBasis,
  district: AreaAnswer,
  sources: SourceList,
): DistrictProfile["residents"] {
  const told = residents?.values.get("district") ?? [];
  const period = newestPeriod(told);
  const found = told.find((one) => one.areaNumber === district.number && one.period === period);
  if (residents && found && period) {
    const ofCity = residents.values.get("city")?.find((one) => one.period === period)?.value;
    return {
      value: found.value,
      state: found.state,
      shareOfCity: found.value !== null && ofCity ? found.value / ofCity : null,
      source: sources.add({ ...residents.indicator.provenance, referenceDate: period }),
    };
  }
  const all = areas.list("district", { withGeometry: false }).map((one) => one.residents);
  const sum = all.every((one) => one !== null) ? all.reduce((total, one) => total + one, 0) : null;
  const value = district.residents;
  return {
    value,
    state: value === null ? "UNKNOWN" : "VALUE",
    shareOfCity: value !== null && sum ? value / sum : null,
    source: sources.add(areaSource),
  };
}

function recordsOf(
  { records, audience, city, now }: DistrictBasis,
  number: string,
  sources: SourceList,
): Pick<DistrictProfile, "supply" | "renewal" | "projects" | "sites" | "statements"> {
  const of = (type: RecordType) =>
    (records.get(type) ?? [])
      .filter(({ districts }) => districts.includes(number))
      .sort((a, b) =>
        type.title(a.properties).localeCompare(type.title(b.properties), "de", { numeric: true }),
      );
  const place = (type: RecordType, record: ProjectedRecord) => ({
    id: record.id,
    type: type.type,
    title: type.title(record.properties),
    state: type.lifecycle.states[record.state]?.name ?? { de: record.state, en: record.state },
    source: sources.add(sourceOf(type, [record])),
  });
  const facilities = of(facility);
  const sites = [candidateSite, plannedSite, publicNeedsSite].flatMap((type) =>
    of(type)
      .filter((record) => isPlaced(record) && !closedStates.includes(record.state))
      .map((record) => {
        const { uses = [], openingYear } = record.properties as Partial<PlannedSite>;
        return {
          ...place(type, record),
          typeName: type.names.singular,
          uses: uses.map(({ facilityType, unit, amount }) => ({
            ...{ name: facilityTypes[facilityType].name, unit, amount },
          })),
          openingYear: openingYear ?? null,
        };
      }),
  );
  return {
    supply: {
      rows: supplyRows(facilities, of(plannedSite)),
      source: sources.add(sourceOf(facility, facilities)),
    },
    renewal: [renewalPriorityArea, renewalArea].flatMap((type) =>
      of(type)
        .map((record) => {
          const { earlier, ended } = type.derived?.(record) ?? {};
          const { edition } = record.properties;
          return {
            ...place(type, record),
            isEarlier: earlier === true || ended === true,
            edition: typeof edition === "string" ? edition : null,
          };
        })
        .sort((a, b) => Number(a.isEarlier) - Number(b.isEarlier)),
    ),
    projects: of(quarterProject).map((record) => {
      const { kind, start, plannedEnd, provider } = record.properties as Record<string, string | undefined>;
      return {
        ...place(quarterProject, record),
        kind: quarterProjectKinds[kind as keyof typeof quarterProjectKinds] ?? { de: "", en: "" },
        start: start ?? null,
        plannedEnd: plannedEnd ?? null,
        provider: provider ?? null,
      };
    }),
    sites,
    statements: readsStatements(audience, number)
      ? of(expertAssessment)
          .flatMap(statementOf)
          .sort((a, b) => b.date.localeCompare(a.date))
      : null,
  };

  /** What records say of themselves, else the register they stand in, as of today. */
  function sourceOf(type: RecordType, of: readonly ProjectedRecord[]) {
    const told = of.flatMap(({ properties: { source, sourceDate } }) =>
      typeof source === "string" ? [{ source, date: typeof sourceDate === "string" ? sourceDate : "" }] : [],
    );
    const names = [...new Set(told.map(({ source }) => source))].sort();
    const newest = told.reduce((latest, { date }) => (date > latest ? date : latest), "");
    const register = `${city?.name.de ?? ""}, ${type.names.plural.de}`.replace(/^, /, "");
    return {
      source: names.length > 0 ? names.slice(0, 3).join(", ") : register,
      licence: "",
      referenceDate: newest === "" ? dayOf(now) : newest,
    };
  }
}

/** States in which a site is history: taken over, dropped, open or released from its purpose. */
const closedStates = ["VERWORFEN", "PLANNED", "IN_BETRIEB", "ENTLASSEN"];

function statementOf({ id, state, properties }: ProjectedRecord): ProfileStatement[] {
  const told = properties as Partial<ExpertAssessment>;
  // Who may not read the words of a statement is told of none: the public reads summaries elsewhere.
  if (state === "UEBERHOLT" || told.statement === undefined) return [];
  const { areaLevel, areaNumber, topic, statement, rating, evidence, authorOffice, date } =
    properties as ExpertAssessment;
  return [
    {
      ...{ id, areaLevel, areaNumber, topic, statement, evidence, date },
      rating: rating ?? null,
      confirmsIndicators: told.confirmsIndicators ?? [],
      contradictsIndicators: told.contradictsIndicators ?? [],
      office: authorOffice,
    },
  ];
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
