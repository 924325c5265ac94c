import { useQuery } from "@tanstack/react-query";
import type { PersonalToken } from "#domain/contract/account-contract.ts";
import { read } from "./api.ts";

export function useTokens({ isWanted }: { isWanted: boolean }) {
  return useQuery({
    queryKey: ["tokens"],
    queryFn: async ({ signal }) => (await read<{ items: PersonalToken[] }>("api/tokens", { signal })).items,
    enabled: isWanted,
  });
}
