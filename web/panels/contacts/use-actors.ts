import type { Actor } from "#domain/actor/actor.ts";
import type { AreaAnswer, RecordAnswer } from "#domain/contract/contract.ts";
import { useAreas, useRecords } from "../../data/queries.ts";

/** More than any city lists; the page says how many there are. */
const mostActors = 1000;

/** An actor as its reader sees it: without contacts for most. */
export type ShownActor = Omit<Actor, "contacts"> & Partial<Pick<Actor, "contacts">>;

export const partsOf = (record: RecordAnswer): ShownActor => record.properties as unknown as ShownActor;

/** Active actors of any of these areas, or of all; a key is "city" or level and number. */
export function useActors(areaKeys: readonly string[] | null) {
  return useRecords(
    "actors",
    { state: "AKTIV", ...(areaKeys ? { areas: areaKeys.join(",") } : {}) },
    mostActors,
  );
}

/** Keys of an area and of those it lies in, the smallest first. */
export function useAreaKeys({ level, number, parentNumber }: AreaAnswer): string[] {
  const districts = useAreas("district").data ?? [];
  const subdistricts = useAreas("subdistrict").data ?? [];
  const keys: string[] = level === "city" ? [] : [`${level}:${number}`];
  let above = parentNumber;
  // Twice at most: a Stadtviertel lies in a Stadtteil, that in a Stadtbezirk.
  for (const larger of [subdistricts, districts]) {
    const parent = larger.find((one) => one.number === above);
    if (!parent) continue;
    keys.push(`${parent.level}:${parent.number}`);
    above = parent.parentNumber;
  }
  return [...keys, "city"];
}
