import { createHash } from "node:crypto";
import type { Audience } from "#domain/access/audience.ts";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { LandPlot, PlanningBase } from "#domain/analysis/planning-base.ts";
import type { PlanningData, PlanningModel } from "#domain/analysis/planning-model.ts";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { applyScenario, parameterSetOf } from "#domain/scenario/apply-scenario.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { Scenario } from "#domain/scenario/scenario.ts";
import { areasAtPlace } from "#domain/supply/areas-of-grid.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import type { AreaIndex } from "../areas/area-index.ts";
import type { ScenarioReader } from "../scenarios/scenario-reader.ts";
import type { Store, StoreChange } from "../store/store.ts";
import { lostParameterSet, noGrid, noParameterSet, unknownScenario } from "./analysis-problems.ts";
import { gatherLand } from "./land-plots.ts";
import { gatherParameterSets, type KnownParameterSet, setInForce } from "./parameter-sets.ts";
import { bulkOf, datesOf, type PlanningFile, PlanningFiles } from "./planning-files.ts";
import { gatherSupply } from "./supply-points.ts";

/** What an audience may know of the present. */
interface Present {
  supply: SupplyPoint[];
  land: LandPlot[];
  parameterSets: KnownParameterSet[];
}

/** Models kept ready: a few people at work, each with the present and a scenario or two. */
const keptModels = 8;
/** Audiences whose present is kept. */
const keptAudiences = 50;

/**
 * Planning on the server: the same model the browser computes with, for one audience and one scenario. What an
 * audience may know is gathered through access for it alone; a model is kept by its content, so that two
 * audiences share one only where they know the very same.
 */
export class PlanningService {
  readonly #store: Store;
  readonly #areas: () => AreaIndex;
  readonly #scenarios: ScenarioReader;
  readonly #files: PlanningFiles;
  readonly #presents = new Map<string, Promise<Present>>();
  readonly #models = new Map<string, PlanningModel>();

  constructor(options: { store: Store; areas: () => AreaIndex; scenarios: ScenarioReader }) {
    this.#store = options.store;
    this.#areas = options.areas;
    this.#scenarios = options.scenarios;
    this.#files = new PlanningFiles(options.store);
  }

  /** Forgets what a commit touched; to be called before anybody is told of the commit. */
  refresh({ records, datasets }: StoreChange): void {
    if (records.length > 0 || datasets.length > 0) this.#presents.clear();
    this.#files.refresh(datasets);
  }

  /** The population grid in force; null where none is loaded. */
  grid(): Promise<PlanningFile<PopulationGrid> | null> {
    return this.#files.grid();
  }

  /** Everything the browser needs to compute for itself. */
  async base(audience: Audience, { isDemo }: { isDemo: boolean }): Promise<PlanningBase> {
    const [present, grid, network] = await Promise.all([
      this.#presentFor(audience),
      this.#files.grid(),
      this.#files.network(),
    ]);
    return {
      grid: grid && bulkOf(grid.release),
      network: network && bulkOf(network.release),
      ...present,
      parameterSetId: setInForce(present.parameterSets)?.id ?? null,
      isDemo,
    };
  }

  /** Throws a Problem for a scenario this audience does not read, and where grid or parameter set are missing. */
  async model(audience: Audience, scenarioId: string): Promise<PlanningModel> {
    const { data } = await this.data(audience, scenarioId);
    const key = createHash("sha256").update(contentKey(data)).digest("base64");
    const model = this.#models.get(key) ?? makePlanningModel(data);
    this.#models.delete(key);
    this.#models.set(key, model);
    const [oldest] = this.#models.keys();
    if (this.#models.size > keptModels && oldest !== undefined) this.#models.delete(oldest);
    return model;
  }

  /** What the model of an audience and scenario is made from, and the land that goes with it. */
  async data(audience: Audience, scenarioId: string): Promise<{ data: KeyedData; land: LandPlot[] }> {
    const scenario = await this.#scenario(audience, scenarioId);
    const [present, grid, network] = await Promise.all([
      this.#presentFor(audience),
      this.#files.grid(),
      this.#files.network(),
    ]);
    if (!grid) throw noGrid();
    const wanted = scenario.content.parameterSetId;
    const set =
      wanted === undefined
        ? setInForce(present.parameterSets)
        : present.parameterSets.find(({ id }) => id === wanted);
    if (!set) throw wanted === undefined ? noParameterSet() : lostParameterSet();
    const areasAt = (place: readonly [number, number]) => areasAtPlace(grid.content, place);
    const { referenceYear } = scenario.content;
    return {
      land: present.land,
      data: {
        scenario: { id: scenario.id, name: scenario.content.name },
        grid: grid.content,
        network: network?.content ?? null,
        supply: applyScenario(present.supply, scenario.content, { areasAt }),
        parameterSet: parameterSetOf(set, scenario.content),
        dates: { grid: datesOf(grid.release), network: network && datesOf(network.release) },
        ...(referenceYear === undefined ? {} : { referenceYear }),
        releases: [grid.release.id, network?.release.id ?? null],
      },
    };
  }

  async #scenario(audience: Audience, id: string): Promise<{ id: string; content: Scenario }> {
    if (id === presentScenario.id) {
      return { id, content: { name: presentScenario.name.de, standards: [], changes: [] } };
    }
    const found = await this.#scenarios.find(audience, id);
    if (!found) throw unknownScenario();
    return { id, content: found.scenario };
  }

  #presentFor(audience: Audience): Promise<Present> {
    const key = JSON.stringify(audience);
    const kept = this.#presents.get(key);
    if (kept) return kept;
    const gathered = this.#gather(audience);
    this.#presents.set(key, gathered);
    gathered.catch(() => this.#presents.delete(key));
    const [oldest] = this.#presents.keys();
    if (this.#presents.size > keptAudiences && oldest !== undefined) this.#presents.delete(oldest);
    return gathered;
  }

  async #gather(audience: Audience): Promise<Present> {
    return {
      supply: await gatherSupply(this.#store, this.#areas(), audience),
      land: await gatherLand(this.#store, audience),
      parameterSets: await gatherParameterSets(this.#store, audience),
    };
  }
}

/** Model data with the releases it was read from, which stand for the arrays when it is compared. */
type KeyedData = PlanningData & { releases: readonly (string | null)[] };

function contentKey({ grid: _grid, network: _network, ...rest }: KeyedData): string {
  return canonicalJson(rest);
}
