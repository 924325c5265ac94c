import { type QueryClient, useQuery } from "@tanstack/react-query";
import { may } from "#domain/access/access.ts";
import type { Me } from "#domain/contract/contract.ts";
import type { ScenarioAnswer as Answer } from "#domain/contract/scenario-answer.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { type Scenario, scenario as scenarioType } from "#domain/scenario/scenario.ts";
import type { OpenScenario } from "../state/scenario-slice.ts";
import { usePage } from "../state/use-page.ts";
import { read, readTagged, remove, type Tagged, write } from "./api.ts";

/** A scenario as the server tells it: the envelope of a record with the scenario as its properties. */
export type ScenarioAnswer = Omit<Answer, "properties"> & { properties: Scenario };

function withSight(sight: string | null): URLSearchParams {
  return new URLSearchParams(sight ? { ceiling: sight } : {});
}

/** The scenarios this person reads, by name. */
export function useScenarios({ isWanted }: { isWanted: boolean }) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["scenarios", sight],
    queryFn: async ({ signal }) => {
      const { items } = await read<{ items: ScenarioAnswer[] }>("api/scenarios", {
        signal,
        parameters: withSight(sight),
      });
      return items.toSorted((a, b) => a.properties.name.localeCompare(b.properties.name, "de"));
    },
    enabled: isWanted,
  });
}

export function useScenario(id: string, { isWanted }: { isWanted: boolean }) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["scenario", id, sight],
    queryFn: ({ signal }) =>
      readTagged<ScenarioAnswer>(`api/scenarios/${encodeURIComponent(id)}`, {
        signal,
        parameters: withSight(sight),
      }),
    enabled: isWanted,
  });
}

/** What the page works with, from what the server told. */
export function opened({ value, etag }: Tagged<ScenarioAnswer>, me: Me): OpenScenario {
  const audience = {
    role: me.role,
    account: me.account,
    department: me.department,
    districts: me.districts,
    ceiling: me.ceilings.at(-1) ?? "PUBLIC",
  };
  return {
    id: value.id,
    etag,
    scenario: value.properties,
    participants: value.participants,
    missing: value.missing.length,
    mayEdit: may(audience, "edit", scenarioType, value as unknown as StoredRecord),
  };
}

export async function createScenario(
  client: QueryClient,
  scenario: Scenario,
  participants: readonly string[] = [],
): Promise<Tagged<ScenarioAnswer>> {
  const created = await write<ScenarioAnswer>("api/scenarios", {
    geometry: null,
    properties: scenario,
    participants,
  });
  await forgetScenarios(client);
  return created;
}

/** Replaces what was saved before, and who shares it. Rejects with status 412 when somebody else saved meanwhile. */
export async function saveScenario(
  client: QueryClient,
  { id, etag, scenario, participants }: SavedScenario,
): Promise<Tagged<ScenarioAnswer>> {
  const body = { geometry: null, properties: scenario, participants };
  const saved = await write<ScenarioAnswer>(`api/scenarios/${id}`, body, { ifMatch: etag });
  await forgetScenarios(client);
  return saved;
}
export interface SavedScenario {
  id: string;
  etag: string;
  scenario: Scenario;
  /** Accounts and departments ("department:51") that may read it. */
  participants: readonly string[];
}

export async function deleteScenario(client: QueryClient, id: string, etag: string): Promise<void> {
  await remove(`api/scenarios/${id}`, { ifMatch: etag });
  await forgetScenarios(client);
}

async function forgetScenarios(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["scenarios"] }),
    client.invalidateQueries({ queryKey: ["scenario"] }),
  ]);
}
