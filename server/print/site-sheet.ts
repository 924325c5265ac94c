import { inScope, projected, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { AnalysisAnswer, GapResult, SiteCheck, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { Standard } from "#domain/parameter-set/standard.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { type CandidateSite, candidateSite } from "#domain/site/candidate-site.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { placeOfRecord } from "../analysis/place-of-record.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

/** Everything the Steckbrief of a site tells, before it is put into words. */
export interface SiteSheet {
  site: SketchedSite;
  /** True for a Standortskizze of the register, false for a site only a scenario has. */
  isRecord: boolean;
  /** Whom the sketch is visible to: the owner and the Geschäftsstelle always, and these. */
  participants: readonly string[];
  standard: Standard;
  evaluation: AnalysisAnswer<SiteEvaluation>;
  check: AnalysisAnswer<SiteCheck>;
  gaps: AnalysisAnswer<GapResult>;
  /** Further sites of the scenario for the same kind. */
  alternatives: { site: SketchedSite; evaluation: SiteEvaluation }[];
  /** Places that count in the figures, without the site. */
  supply: readonly SupplyPoint[];
}

/** What is asked for: a question without a kind takes the kind of the site. */
export type SheetQuestion = Omit<Question, "kind"> & { kind?: string | undefined };

interface FoundSite {
  site: SketchedSite;
  siblings: readonly SketchedSite[];
  isRecord: boolean;
  participants: readonly string[];
}

/**
 * The sheet of a site of a scenario, or of a Standortskizze, as this audience may have it. Throws the Problem for
 * nothing there where either may not be read, and those of the analysis.
 */
export async function siteSheet(
  { store, scenarios, planning }: Pick<Services, "store" | "scenarios" | "planning">,
  audience: Audience,
  id: string,
  asked: SheetQuestion,
): Promise<SiteSheet> {
  const found = (await ofScenario()) ?? (await ofRegister());
  if (!found) throw notFound();
  const model = await planning.model(audience, asked.scenario);
  const kind = asked.kind ?? kindOf(found.site, model);
  const question: Question = { ...asked, kind };
  const { site } = found;
  const { standard, supply } = model.resolve(question);
  return {
    ...found,
    standard,
    evaluation: model.site(question, site),
    check: model.check(question, site),
    gaps: model.gaps(question),
    alternatives: found.siblings
      .filter((sibling) => sibling.kind === kind)
      .map((sibling) => ({ site: sibling, evaluation: model.site(question, sibling).result })),
    supply: supply.map(({ point }) => point).filter((point) => point.id !== site.id),
  };

  async function ofScenario(): Promise<FoundSite | undefined> {
    if (asked.scenario === presentScenario.id) return undefined;
    const read = await scenarios.find(audience, asked.scenario);
    if (!read) throw notFound();
    const sites = read.scenario.changes.flatMap((change) =>
      change.change === "add-site" ? [change.site] : [],
    );
    const site = sites.find((one) => one.id === id);
    if (!site) return undefined;
    const siblings = sites.filter((one) => one !== site);
    return { site, siblings, isRecord: false, participants: read.record.participants };
  }

  async function ofRegister(): Promise<FoundSite | undefined> {
    const scope = readScope(audience, candidateSite);
    const record = await store.record(candidateSite.type, id, scope);
    if (!record || !inScope(scope, record)) return undefined;
    const site = sketchOf(projected(audience, candidateSite, record));
    return site && { site, siblings: [], isRecord: true, participants: record.participants };
  }
}

/** A Standortskizze as a site of a scenario; undefined without a location. */
function sketchOf(record: StoredRecord): SketchedSite | undefined {
  const place = placeOfRecord(record);
  if (!place) return undefined;
  const { name, uses, openingYear, constraints, note } = record.properties as CandidateSite;
  const ring = record.geometry?.type === "Polygon" ? record.geometry.coordinates[0] : undefined;
  return {
    id: record.id,
    name,
    kind: "",
    position: place,
    plot: ring ? (ring as [number, number][]) : null,
    uses,
    openingYear: openingYear ?? null,
    layer: "IDEE",
    constraints: constraints ?? [],
    record: { type: record.type, id: record.id },
    note: note ?? "",
  };
}

/** The kind a site says, else the first standard one of its uses serves. */
function kindOf({ kind, uses }: SketchedSite, { data }: PlanningModel): string {
  if (kind !== "") return kind;
  const serving = data.parameterSet.standards.find(({ facilityTypes }) =>
    uses.some(({ facilityType }) => facilityTypes.includes(facilityType)),
  );
  return serving?.kind ?? "";
}
