import { useEffect, useRef } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import type { Desk } from "../../state/frame-slice.ts";
import { usePageStore } from "../../state/use-page.ts";
import "../../styles/people.css";
import { ContactsView } from "../contacts/contacts-view.tsx";
import { DataNotice } from "../frame/data-notice.tsx";
import { GlossaryView } from "../glossary/glossary-view.tsx";
import { ViewsView } from "../views/views-view.tsx";
import { AccountView } from "./account-view.tsx";
import { AccountsView } from "./accounts-view.tsx";
import { AuditView } from "./audit-view.tsx";
import { SignInView } from "./sign-in-view.tsx";
import { TaskList } from "./task-list.tsx";

const views = {
  tasks: TaskList,
  views: ViewsView,
  contacts: ContactsView,
  glossary: GlossaryView,
  audit: AuditView,
  account: AccountView,
  accounts: AccountsView,
  "sign-in": SignInView,
} as const satisfies Record<Desk, unknown>;

/** A page in the place of the map, with a way back to it. */
export default function DeskPage({ desk }: { desk: Desk }) {
  const words = usePeopleText();
  const { text } = useLanguage();
  const store = usePageStore();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who comes from a menu goes on reading at the top of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another top
  useEffect(() => heading.current?.focus(), [desk]);
  const name = words.pages[desk];
  useEffect(() => {
    document.title = text.app.pageTitle([name]);
  }, [text, name]);
  const View = views[desk];
  return (
    <section className="desk" id="desk">
      <button type="button" className="link-button" onClick={() => store.getState().showDesk(null)}>
        {words.back}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      <DataNotice />
      <View />
    </section>
  );
}
