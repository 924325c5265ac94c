import { lazy } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { DropPanel } from "../../ui/drop-panel.tsx";

const ViewAsForm = lazy(() => import("./view-as-form.tsx"));

/** "Ansicht als …": in a demo, the page as another role sees it. */
export function ViewAs() {
  const { text } = useLanguage();
  const { me } = useOpened();
  const department = me.department ? text.departments[me.department] : undefined;
  const label =
    me.role === "PUBLIC" ? text.person.viewAs : text.person.now(department ?? text.roles[me.role]);
  return (
    <DropPanel label={label} title={text.person.viewAs} className="view-as">
      {() => <ViewAsForm />}
    </DropPanel>
  );
}
