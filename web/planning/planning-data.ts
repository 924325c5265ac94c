import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { PlanningData } from "#domain/analysis/planning-model.ts";
import { decodeGrid } from "#domain/demand/grid-file.ts";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { decodeNetwork } from "#domain/network/network-file.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import { applyScenario, parameterSetOf } from "#domain/scenario/apply-scenario.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { Scenario } from "#domain/scenario/scenario.ts";
import { areasAtPlace } from "#domain/supply/areas-of-grid.ts";

/** The scenario figures are asked for, as far as it changes any. */
export interface AskedScenario
  extends Pick<Scenario, "name" | "referenceYear" | "parameterSetId" | "standards" | "changes"> {
  /** "bestand" for the present, "draft" for one never saved. */
  id: string;
}

export const thePresent: AskedScenario = {
  id: presentScenario.id,
  name: presentScenario.name.de,
  standards: [],
  changes: [],
};

/** What every scenario of a city is computed with. */
export interface PlanningGround {
  base: PlanningBase;
  grid: PopulationGrid;
  network: WalkingNetwork | null;
}

/** Fetches the releases once; they never change under their address. Rejects where one does not arrive. */
export async function loadGround(
  base: PlanningBase,
  { fetchBytes }: { fetchBytes: (address: string) => Promise<Uint8Array> },
): Promise<PlanningGround> {
  if (!base.grid) throw new Error("no population grid");
  const [grid, network] = await Promise.all([
    fetchBytes(base.grid.address),
    base.network ? fetchBytes(base.network.address) : null,
  ]);
  return { base, grid: decodeGrid(grid), network: network && decodeNetwork(network) };
}

/** The parameters a scenario counts with: its own set or the one in force, with its own standards in place. */
export function parametersOf(
  base: PlanningBase,
  scenario: Pick<AskedScenario, "parameterSetId" | "standards">,
): PlanningBase["parameterSets"][number] | null {
  const wanted = scenario.parameterSetId ?? base.parameterSetId;
  const set = base.parameterSets.find(({ id }) => id === wanted);
  return set ? parameterSetOf(set, scenario) : null;
}

/** @throws where the city has no parameter set to count with */
export function planningData({ base, grid, network }: PlanningGround, scenario: AskedScenario): PlanningData {
  const parameterSet = parametersOf(base, scenario);
  if (!parameterSet || !base.grid) throw new Error("no parameter set");
  return {
    scenario: { id: scenario.id, name: scenario.name },
    grid,
    network,
    supply: applyScenario(base.supply, scenario, {
      areasAt: (position) => areasAtPlace(grid, position),
    }),
    parameterSet,
    ...(scenario.referenceYear === undefined ? {} : { referenceYear: scenario.referenceYear }),
    dates: {
      grid: { source: base.grid.source, referenceDate: base.grid.referenceDate },
      network: base.network && {
        source: base.network.source,
        referenceDate: base.network.referenceDate,
      },
    },
  };
}
