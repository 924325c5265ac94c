import { may } from "#domain/access/access.ts";
import { actor } from "#domain/actor/actor.ts";
import { useOpened } from "../../data/opened.ts";
import { usePage } from "../../state/use-page.ts";

/** Whether this person may write actors; not behind a lowered Sicht, where a form would hide what it changes. */
export function useMayWriteActors(): boolean {
  const { me } = useOpened();
  const sight = usePage((state) => state.sight);
  const isWhole = sight === null || sight === "RESTRICTED";
  return isWhole && may({ ...me, ceiling: "RESTRICTED" }, "create", actor);
}
