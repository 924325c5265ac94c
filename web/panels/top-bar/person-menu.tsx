import { lazy } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { DropPanel } from "../../ui/drop-panel.tsx";

const PersonLinks = lazy(() => import("../people/person-links.tsx"));
const ViewAsForm = lazy(() => import("./view-as-form.tsx"));

/** Who is looking: sign-in, own pages, and in a demo the page as another role sees it. */
export function PersonMenu() {
  const { text } = useLanguage();
  const { me } = useOpened();
  const store = usePageStore();
  const isDemo = me.demoRoles.length > 0;
  const { local, oidc, setup } = me.signIn;
  if (!me.account && !isDemo) {
    if (!local && !oidc && !setup) return null;
    return (
      <button type="button" className="button" onClick={() => store.getState().showDesk("sign-in")}>
        {text.person.signIn}
      </button>
    );
  }
  const role = (me.department && text.departments[me.department]) ?? text.roles[me.role];
  const label = me.office ?? (me.role === "PUBLIC" ? text.person.viewAs : text.person.now(role));
  return (
    <DropPanel label={label} title={isDemo ? text.person.viewAs : text.person.menu} className="view-as">
      {() => (
        <div className="stack">
          <PersonLinks />
          {isDemo && me.office === null && <ViewAsForm />}
        </div>
      )}
    </DropPanel>
  );
}
