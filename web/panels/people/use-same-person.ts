import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Me } from "#domain/contract/contract.ts";
import { onRefusal } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { isSessionOver } from "../../data/session.ts";
import type { PersonNews } from "../../state/frame-slice.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useForgetPerson } from "./use-change-person.ts";

/**
 * Notices that the person in front of this page became another one without doing anything here: demoted, locked, or
 * signed in or out in another window. Nothing of what was open before stays, and the page says so.
 */
export function useSamePerson(): void {
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();
  const forget = useForgetPerson();
  const known = useRef(me);

  // A refused request may be the first to hear of it.
  useEffect(
    () => onRefusal(() => !isSessionOver() && void client.invalidateQueries({ queryKey: ["me"] })),
    [client],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another person is news
  useEffect(() => {
    const before = known.current;
    known.current = me;
    if (isSameRights(before, me)) return;
    store.getState().tellOfPerson(newsOf(before, me));
    void forget({ isMeKnown: true });
  }, [me]);
}

/** Whether two answers are of one account that may see the same. */
export function isSameRights(one: Me, other: Me): boolean {
  return rightsOf(one) === rightsOf(other);
}

function rightsOf({ account, role, department, districts }: Me): string {
  return JSON.stringify([account, role, department, districts]);
}

function newsOf(before: Me, now: Me): PersonNews {
  if (now.account === before.account) return "rights";
  return now.account === null ? "out" : "other";
}
