import { useQuery } from "@tanstack/react-query";
import type { RoleMapping } from "#domain/access/role-mapping.ts";
import type { Account, PersonalToken } from "#domain/contract/account-contract.ts";
import type { AuditPage, AuditVerification } from "#domain/contract/audit-contract.ts";
import type { Task } from "#domain/task/task.ts";
import { usePage } from "../state/use-page.ts";
import { read } from "./api.ts";

const useSight = () => usePage((state) => state.sight);

function withSight(sight: string | null, given: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams(sight ? { ...given, ceiling: sight } : given);
}

/** What waits for this person, longest first. */
export function useTasks({ isWanted = true }: { isWanted?: boolean } = {}) {
  const sight = useSight();
  return useQuery({
    queryKey: ["tasks", sight],
    queryFn: async ({ signal }) =>
      (await read<{ items: Task[] }>("api/tasks", { signal, parameters: withSight(sight) })).items,
    enabled: isWanted,
  });
}

/** A page of the audit; `filter` holds what `GET /api/audit` takes. */
export function useAudit(filter: Readonly<Record<string, string>>) {
  const sight = useSight();
  return useQuery({
    queryKey: ["audit", sight, filter],
    queryFn: ({ signal }) => read<AuditPage>("api/audit", { signal, parameters: withSight(sight, filter) }),
    // The filter keeps its choices while a changed one is answered, but never across a change of Sicht.
    placeholderData: (previous, query) => (query?.queryKey[1] === sight ? previous : undefined),
  });
}

/** Whether the chain of the audit holds; asked when wanted, because the server reads every row for it. */
export function useAuditVerification({ isWanted }: { isWanted: boolean }) {
  const sight = useSight();
  return useQuery({
    queryKey: ["audit-verification", sight],
    queryFn: ({ signal }) =>
      read<AuditVerification>("api/audit/verification", { signal, parameters: withSight(sight) }),
    enabled: isWanted,
    gcTime: 0,
    staleTime: 0,
  });
}

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

/** Which role the city's single sign-on gives; kept as typed until it is saved, so nothing refreshes it meanwhile. */
export function useRoleMappings() {
  return useQuery({
    queryKey: ["role-mappings"],
    queryFn: async ({ signal }) => (await read<{ items: RoleMapping[] }>("api/oidc/roles", { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
