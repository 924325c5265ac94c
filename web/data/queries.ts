import { keepPreviousData, type QueryClient, useQueries, useQuery } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import type { Visibility } from "#domain/access/visibility.ts";
import type { AreaLevel } from "#domain/area/area.ts";
import type {
  AreaAnswer,
  City,
  IndicatorAnswer,
  Layer,
  Me,
  RecordAnswer,
  RevisionAnswer,
  SearchHit,
  Value,
} from "#domain/contract/contract.ts";
import { externalLayerId } from "#domain/external-layer/layer-name.ts";
import { usePage } from "../state/use-page.ts";
import { ApiError, read } from "./api.ts";

interface List<T> {
  items: T[];
  total: number;
  next: string | null;
}

/** Every answer but the person and the city depends on the Sicht; it is part of address and key. */
function withSight(sight: Visibility | null, given?: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(given);
  if (sight) parameters.set("ceiling", sight);
  return parameters;
}

const useSight = () => usePage((state) => state.sight);

export function useMe() {
  return useQuery({ queryKey: ["me"], queryFn: ({ signal }) => read<Me>("api/me", { signal }) });
}

export function useCity() {
  const sight = useSight();
  return useQuery({
    queryKey: ["city", sight],
    queryFn: ({ signal }) => read<City>("api/city", { signal, parameters: withSight(sight) }),
    placeholderData: keepPreviousData,
  });
}

export function useLayers() {
  const sight = useSight();
  return useQuery({
    queryKey: ["layers", sight],
    queryFn: async ({ signal }) =>
      (await read<{ items: Layer[] }>("api/layers", { signal, parameters: withSight(sight) })).items,
    // The old list stays until the new one is there, so that a change moves nothing on the map meanwhile.
    placeholderData: keepPreviousData,
  });
}

export function useIndicators() {
  const sight = useSight();
  return useQuery({
    queryKey: ["indicators", sight],
    queryFn: async ({ signal }) =>
      (await read<List<IndicatorAnswer>>("api/indicators", { signal, parameters: withSight(sight) })).items,
    placeholderData: keepPreviousData,
  });
}

export function useAreas(level: AreaLevel) {
  const sight = useSight();
  return useQuery({
    queryKey: ["areas", level, sight],
    queryFn: async ({ signal }) =>
      (
        await read<List<AreaAnswer>>("api/areas", {
          signal,
          parameters: withSight(sight, new URLSearchParams({ level })),
        })
      ).items,
    placeholderData: (previous, query) => (query?.queryKey[1] === level ? previous : undefined),
  });
}

/** Areas with their borders, for what lies where. */
export function useAreaShapes(level: AreaLevel, { isWanted }: { isWanted: boolean }) {
  const sight = useSight();
  return useQuery({
    queryKey: ["areas", level, sight, "geometry"],
    queryFn: async ({ signal }) =>
      (
        await read<List<AreaAnswer>>("api/areas", {
          signal,
          parameters: withSight(sight, new URLSearchParams({ level, geometry: "true" })),
        })
      ).items,
    enabled: isWanted,
  });
}

/** Values of all periods; the level "city" gives the city's own. */
export function useValues(code: string | null, level: AreaLevel) {
  const sight = useSight();
  return useQuery({ ...valuesQuery(code, level, sight), enabled: code !== null });
}

/** How values are asked for, alone or with those of other indicators. */
export function valuesQuery(code: string | null, level: AreaLevel, sight: Visibility | null) {
  return {
    queryKey: ["values", code, level, sight],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (
        await read<List<Value>>(`api/indicators/${code}/values`, {
          signal,
          parameters: withSight(sight, new URLSearchParams({ level })),
        })
      ).items,
  };
}

/** Where the things of a layer come from beside its tiles; those of another service come from there. */
function overlayPath(layer: string): string {
  const external = externalLayerId(layer);
  return external === undefined ? `api/overlay/${layer}` : `api/external-layers/${external}/features`;
}

/** What this audience sees beyond the public tiles, by layer. */
export function useOverlays(layers: readonly string[]): ReadonlyMap<string, FeatureCollection> {
  const sight = useSight();
  return useQueries({
    queries: layers.map((layer) => ({
      queryKey: ["overlay", layer, sight],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        read<FeatureCollection>(overlayPath(layer), { signal, parameters: withSight(sight) }),
    })),
    combine: (results) =>
      new Map(
        results.flatMap((result, index) => {
          const layer = layers[index];
          return layer && result.data ? [[layer, result.data] as const] : [];
        }),
      ),
  });
}

export function useFilteredFacilities(filter: URLSearchParams | null) {
  const sight = useSight();
  return useQuery({
    queryKey: ["overlay", "facilities", "filtered", filter?.toString() ?? "", sight],
    queryFn: ({ signal }) => {
      const parameters = withSight(sight, filter ?? undefined);
      parameters.set("scope", "all");
      return read<FeatureCollection>("api/overlay/facilities", { signal, parameters });
    },
    enabled: filter !== null,
    // Kept while a changed filter is answered, but never across a change of Sicht.
    placeholderData: (previous, query) => (filter && query?.queryKey[4] === sight ? previous : undefined),
  });
}

export function useRecordOrNothing(wanted: { type: string; id: string } | null) {
  const sight = useSight();
  return useQuery({
    queryKey: ["record", wanted?.type, wanted?.id, sight],
    queryFn: ({ signal }) =>
      read<RecordAnswer>(`api/records/${wanted?.type}/${encodeURIComponent(wanted?.id ?? "")}`, {
        signal,
        parameters: withSight(sight),
      }),
    enabled: wanted !== null,
  });
}

export function useRecord(type: string, id: string) {
  return useRecordOrNothing({ type, id });
}

export function useRevisions(type: string, id: string, { isWanted }: { isWanted: boolean }) {
  const sight = useSight();
  return useQuery({
    queryKey: ["revisions", type, id, sight],
    queryFn: async ({ signal }) =>
      (
        await read<List<RevisionAnswer>>(`api/records/${type}/${id}/revisions`, {
          signal,
          parameters: withSight(sight),
        })
      ).items,
    enabled: isWanted,
  });
}

/** Records of a type, at most `limit`, with the number there are. */
export function useRecords(type: string, filter: Readonly<Record<string, string>>, limit = 1000) {
  const sight = useSight();
  return useQuery({
    queryKey: ["records", type, filter, limit, sight],
    queryFn: ({ signal }) =>
      read<List<RecordAnswer>>(`api/records/${type}`, {
        signal,
        parameters: withSight(sight, new URLSearchParams({ ...filter, limit: String(limit) })),
      }),
  });
}

/** More would be no table any more; the total beside it says that there are more. */
const mostRecords = 5000;

/** Every record of a type, page after page. */
export function useAllRecords(type: string, filter: URLSearchParams | null) {
  const sight = useSight();
  return useQuery({
    queryKey: ["records", type, "all", filter?.toString() ?? "", sight],
    queryFn: async ({ signal }) => {
      const parameters = withSight(sight, filter ?? undefined);
      parameters.set("limit", "1000");
      let page = await read<List<RecordAnswer>>(`api/records/${type}`, { signal, parameters });
      const records = [...page.items];
      while (page.next && records.length < mostRecords) {
        // `next` may carry the public address of the server; only its question is needed.
        const next = new URL(page.next, document.baseURI).searchParams;
        page = await read<List<RecordAnswer>>(`api/records/${type}`, { signal, parameters: next });
        records.push(...page.items);
      }
      return { records, total: page.total };
    },
  });
}

export function useSearch(text: string) {
  const sight = useSight();
  return useQuery({
    queryKey: ["search", text, sight],
    queryFn: async ({ signal }) =>
      (
        await read<List<SearchHit>>("api/search", {
          signal,
          parameters: withSight(sight, new URLSearchParams({ q: text })),
        })
      ).items,
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });
}

/** Whether asking again may help: a refusal, a missing thing or a mistake of the server stays what it is. */
export function isWorthRepeating(failures: number, error: unknown): boolean {
  // A 503 that names no time is the answer of an empty database, which fills by a command, not by asking again.
  if (
    error instanceof ApiError &&
    !error.isPassing &&
    error.status >= 400 &&
    error.status <= 503 &&
    error.status !== 502
  )
    return false;
  return failures < 2;
}

/** Forgets what depends on who is looking, after the person changed; who that is may be known already. */
export function forgetAnswers(client: QueryClient, { isMeKnown = false } = {}): Promise<void> {
  return client.resetQueries({ predicate: ({ queryKey }) => !isMeKnown || queryKey[0] !== "me" });
}
