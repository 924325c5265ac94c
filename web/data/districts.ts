import { useQuery } from "@tanstack/react-query";
import type { BookProgress, DistrictProfile } from "#domain/contract/district-contract.ts";
import { usePage } from "../state/use-page.ts";
import { addressOf, read } from "./api.ts";

/** Query of everything about a Stadtbezirk: the Sicht, and for pages in words the language. */
export function useDistrictQuery(): URLSearchParams {
  const sight = usePage((state) => state.sight);
  const language = usePage((state) => state.language);
  return new URLSearchParams({ lang: language, ...(sight ? { ceiling: sight } : {}) });
}

/** The profile of a Stadtbezirk in the present Sicht. */
export function useDistrictProfile(number: string | undefined) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["district", number, sight],
    queryFn: ({ signal }) =>
      read<DistrictProfile>(`api/districts/${encodeURIComponent(number ?? "")}/profile`, {
        signal,
        parameters: new URLSearchParams(sight ? { ceiling: sight } : {}),
      }),
    enabled: number !== undefined,
    // The page stays while a statement of it is saved, but never across another Stadtbezirk or Sicht.
    placeholderData: (previous, query) =>
      query?.queryKey[1] === number && query?.queryKey[2] === sight ? previous : undefined,
  });
}

/** How far the PDF of all Stadtbezirke is that this person asked for; asked every second while it is made. */
export function useBookProgress(isMaking: boolean): BookProgress | null {
  const answer = useQuery({
    queryKey: ["district-book"],
    queryFn: ({ signal }) => read<{ running: BookProgress | null }>("api/districts/progress", { signal }),
    enabled: isMaking,
    refetchInterval: 1000,
    staleTime: 0,
    gcTime: 0,
  });
  return isMaking ? (answer.data?.running ?? null) : null;
}

/** Address of the printed pages of a Stadtbezirk, or of its map alone. */
export function districtPrintAddress(number: string, format: "" | ".pdf" | ".svg", query: URLSearchParams) {
  return addressOf(`print/district/${encodeURIComponent(number)}${format}`, query);
}
