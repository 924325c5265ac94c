import type { MouseEvent } from "react";
import { managesAccounts } from "#domain/access/account-access.ts";
import { readsAudit } from "#domain/access/audit-access.ts";
import { savedView } from "#domain/view/saved-view.ts";
import { send } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useTasks } from "../../data/people.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import type { Desk } from "../../state/frame-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useChangePerson } from "./use-change-person.ts";

/** The pages that are this person's own, and the way in or out. */
export default function PersonLinks() {
  const words = usePeopleText();
  const { me } = useOpened();
  const store = usePageStore();
  const changePerson = useChangePerson();
  const sight = usePage((state) => state.sight);
  const audience = { ...me, ceiling: sight ?? ("RESTRICTED" as const) };
  const { local, oidc, setup } = me.signIn;
  const { formats } = useLanguage();
  const tasks = useTasks({ isWanted: me.account !== null });
  const readsViews = me.account !== null && me.ceilings.includes("INTERNAL");
  const mayKeep = useMayWrite(savedView)("create");
  const desks: Desk[] = [
    ...(me.account ? (["tasks"] as const) : []),
    ...(readsViews ? (["views"] as const) : []),
    ...(me.account ? (["contacts", "account"] as const) : []),
    "glossary",
    ...(readsAudit(audience) ? (["audit"] as const) : []),
    ...(managesAccounts(audience) ? (["accounts"] as const) : []),
    ...(me.office === null && (local || oidc || setup) ? (["sign-in"] as const) : []),
  ];
  const open = (event: MouseEvent<HTMLButtonElement>, desk: Desk) => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    store.getState().showDesk(desk);
  };
  const keepView = (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    store.getState().open("keep-view");
  };
  const signOut = async (event: MouseEvent<HTMLButtonElement>) => {
    const menu = event.currentTarget.closest<HTMLElement>("[popover]");
    await send("api/logout", {});
    menu?.hidePopover();
    await changePerson(words.signedOut);
  };
  if (desks.length === 0) return null;
  return (
    <div className="stack">
      {mayKeep && (
        <button type="button" className="button" onClick={keepView}>
          {words.keepView}
        </button>
      )}
      {desks.map((desk) => (
        <button key={desk} type="button" className="button" onClick={(event) => open(event, desk)}>
          {desk === "tasks" && tasks.data
            ? words.tasks.entry(words.pages.tasks, formats.number(tasks.data.length))
            : words.pages[desk]}
        </button>
      ))}
      {me.office !== null && (
        <button type="button" className="button" onClick={(event) => void signOut(event)}>
          {words.signOut}
        </button>
      )}
    </div>
  );
}
