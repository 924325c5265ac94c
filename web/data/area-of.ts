import type { AreaLevel } from "#domain/area/area.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { useAreas } from "./queries.ts";

/** An area as sheets, records and addresses name it. */
export interface AreaRef {
  level: AreaLevel;
  number: string;
}

/** Official numbers of the Stadtbezirke an area lies in; all of them for the city, none while that is not known. */
export function useDistrictsOf({ level, number }: AreaRef): string[] {
  const own = useAreas(level).data ?? [];
  const districts = useAreas("district").data ?? [];
  const subdistricts = useAreas("subdistrict").data ?? [];
  if (level === "city") return districts.map((one) => one.number);
  let area: AreaAnswer | undefined = own.find((one) => one.number === number);
  // A Stadtviertel lies in a Stadtteil, that in a Stadtbezirk.
  for (const larger of [subdistricts, districts]) {
    const { parentNumber = null } = area ?? {};
    area = larger.find((one) => one.number === parentNumber) ?? area;
  }
  return area?.level === "district" ? [area.number] : [];
}

/** What an area is called: its name, or its number where it has none. */
export function useAreaTitle({ level, number }: AreaRef): string {
  return useAreas(level).data?.find((one) => one.number === number)?.name ?? number;
}
