import { useQuery } from "@tanstack/react-query";
import type { Account, PersonalToken } from "#domain/contract/account-contract.ts";
import { read } from "./api.ts";

export function useAccounts() {
  return useQuery({
    queryKey: ["accounts"],
    queryFn: async ({ signal }) => (await read<{ items: Account[] }>("api/users", { signal })).items,
  });
}

export function useTokens({ isWanted }: { isWanted: boolean }) {
  return useQuery({
    queryKey: ["tokens"],
    queryFn: async ({ signal }) => (await read<{ items: PersonalToken[] }>("api/tokens", { signal })).items,
    enabled: isWanted,
  });
}
