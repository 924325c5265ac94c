import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { SearchField } from "../search/search-field.tsx";
import { SettingsMenu } from "./settings-menu.tsx";
import { SightSelect } from "./sight-select.tsx";
import { ViewAs } from "./view-as.tsx";

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
      <SettingsMenu />
    </header>
  );
}
