import type { ProjectedRecord } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import { expertAssessment } from "#domain/assessment/expert-assessment.ts";
import type { IndicatorAnswer, Value } from "#domain/contract/contract.ts";
import { facility } from "#domain/facility/facility.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { publicNeedsSite } from "#domain/site/public-needs-site.ts";
import type { AreaIndex } from "../areas/area-index.ts";
import { type CitySetting, levelNaming } from "../city.ts";
import type { LevelNaming } from "../layers/layer-catalogue.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Services } from "../services.ts";
import { profileIndicators } from "./profile-indicators.ts";

/** Figures of one indicator on the levels a profile speaks of, all periods. */
export interface IndicatorFigures {
  indicator: IndicatorAnswer;
  values: ReadonlyMap<AreaLevel, readonly Value[]>;
}

export interface ProfileFigures {
  residents: IndicatorFigures | undefined;
  ages: readonly IndicatorFigures[];
  monitoring: readonly IndicatorFigures[];
}

/** Record types a profile tells of, in the order they are read. */
const profileTypes = [
  facility,
  plannedSite,
  candidateSite,
  publicNeedsSite,
  renewalPriorityArea,
  renewalArea,
  quarterProject,
  expertAssessment,
] as const;
export type ProfileRecords = ReadonlyMap<RecordType, readonly ProjectedRecord[]>;

/** Everything one audience may know that profiles of Stadtbezirke are made from. */
export interface DistrictBasis {
  audience: Audience;
  areas: AreaIndex;
  city: CitySetting | undefined;
  naming: LevelNaming;
  figures: ProfileFigures;
  records: ProfileRecords;
  /** Where the residents of the areas come from. */
  areaSource: { source: string; licence: string; referenceDate: string };
  now: Date;
}

/** Levels of what is told of the Stadtbezirk alone, and of what is told of its parts as well. */
const wholeLevels = ["city", "district"] as const;
const allLevels = [...wholeLevels, "subdistrict", "statistical-quarter"] as const;

/**
 * Reads what profiles are made from: of all Stadtbezirke, or of one only. Figures that disclosure control hides from
 * others stay hidden to everybody here, because a profile is printed and passed on.
 */
export async function readDistrictBasis(
  { store, areas, indicators, city }: Pick<Services, "store" | "areas" | "indicators" | "city">,
  audience: Audience,
  { district, now }: { district?: string; now: Date },
): Promise<DistrictBasis> {
  const setting = city();
  const reading = await indicators.read(audience);
  const chosen = profileIndicators(await reading.list(), {
    setting: setting?.profile,
    usual: setting?.defaultIndicator,
  });
  const figuresOf = async (
    indicator: IndicatorAnswer,
    levels: readonly AreaLevel[],
  ): Promise<IndicatorFigures> => {
    const values = new Map<AreaLevel, readonly Value[]>();
    for (const level of levels.filter((one) => indicator.levels.includes(one))) {
      const { code } = indicator;
      values.set(level, (await reading.values({ code, level, onlyTold: true })) ?? []);
    }
    return { indicator, values };
  };
  const figures: ProfileFigures = {
    residents: chosen.residents && (await figuresOf(chosen.residents, wholeLevels)),
    ages: await Promise.all(chosen.ages.map((one) => figuresOf(one, wholeLevels))),
    monitoring: await Promise.all(chosen.monitoring.map((one) => figuresOf(one, allLevels))),
  };
  const records = new Map<RecordType, readonly ProjectedRecord[]>();
  for (const type of profileTypes) {
    const query = district === undefined ? {} : { districts: [district] };
    records.set(type, await readableRecords(store, type, audience, query));
  }
  const [release] = await store.releases({ dataset: "areas-district" });
  return {
    ...{ audience, areas: areas(), city: setting, naming: levelNaming(setting), figures, records, now },
    areaSource: release?.provenance ?? { source: "", licence: "", referenceDate: "" },
  };
}
