import { lazy } from "react";
import { useOpened } from "../../data/opened.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { ScenarioMenu } from "../scenario/scenario-menu.tsx";
import { SearchField } from "../search/search-field.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SightSelect } from "./sight-select.tsx";
import { TabList } from "./tab-list.tsx";

const SettingsForm = lazy(() => import("./settings-form.tsx"));

/** Name, tabs, search, and what changes the whole page. */
export function TopBar() {
  const { text } = useLanguage();
  const { me } = useOpened();
  return (
    <header className="top-bar">
      <p className="brand">{text.app.name}</p>
      <TabList />
      <SearchField />
      {usesScenarios(me) && <ScenarioMenu />}
      {me.ceilings.length > 1 && <SightSelect levels={me.ceilings} />}
      <PersonMenu />
      <DropPanel label={text.settings.menu} icon="gear" title={text.settings.menu} className="settings">
        {() => <SettingsForm />}
      </DropPanel>
    </header>
  );
}
