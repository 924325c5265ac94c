import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { SavedViewStep } from "#domain/contract/saved-view-contract.ts";
import type { SavedView, WrittenView } from "#domain/view/saved-view.ts";
import { usePage } from "../state/use-page.ts";
import { read, readTagged, remove, write } from "./api.ts";

export type SavedViewAnswer = Omit<RecordAnswer, "properties"> & { properties: SavedView };

const addressOfView = (id: string) => `api/views/${encodeURIComponent(id)}`;

/** The views this person reads in this Sicht, list by list in their order. */
export function useSavedViews({ isWanted }: { isWanted: boolean }) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["saved-views", sight],
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams(sight ? { ceiling: sight } : {});
      return (await read<{ items: SavedViewAnswer[] }>("api/views", { signal, parameters })).items;
    },
    enabled: isWanted,
  });
}

/** Keeps a view, or changes the one with this id as it is now. Rejects with ApiError. */
export async function keepView(
  client: QueryClient,
  id: string | null,
  body: { properties: WrittenView; isShared: boolean },
): Promise<void> {
  if (id === null) await write("api/views", body);
  else await write(addressOfView(id), body, { ifMatch: await markOf(id) });
  await forget(client);
}

/** Moves a view by one place within its list. Rejects with ApiError. */
export async function moveView(client: QueryClient, id: string, to: SavedViewStep): Promise<void> {
  await write(`${addressOfView(id)}/move`, { to }, { ifMatch: await markOf(id), method: "POST" });
  await forget(client);
}

export async function removeView(client: QueryClient, id: string): Promise<void> {
  await remove(addressOfView(id), { ifMatch: await markOf(id) });
  await forget(client);
}

/** Only its owner writes a view, so what another window of the same person did is no surprise. */
async function markOf(id: string): Promise<string> {
  return (await readTagged<SavedViewAnswer>(addressOfView(id))).etag;
}

async function forget(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ["saved-views"] });
}
