import { lazy } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { SearchField } from "../search/search-field.tsx";
import { SightSelect } from "./sight-select.tsx";
import { ViewAs } from "./view-as.tsx";

const SettingsForm = lazy(() => import("./settings-form.tsx"));

/** Name, tabs, search, and what changes the whole page. */
export function TopBar() {
  const { text } = useLanguage();
  const { me } = useOpened();
  return (
    <header className="top-bar">
      <p className="brand">{text.app.name}</p>
      <nav className="tabs" aria-label={text.app.tabs.label}>
        <a className="tab" href="#map" aria-current="page">
          {text.app.tabs.map}
        </a>
      </nav>
      <SearchField />
      {me.ceilings.length > 1 && <SightSelect levels={me.ceilings} />}
      {me.demoRoles.length > 0 && <ViewAs />}
      <DropPanel label={text.settings.menu} icon="gear" title={text.settings.menu} className="settings">
        {() => <SettingsForm />}
      </DropPanel>
    </header>
  );
}
