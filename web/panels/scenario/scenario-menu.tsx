import { lazy } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { useScenarioName } from "./use-scenario-name.ts";

const ScenarioList = lazy(() => import("./scenario-list.tsx"));

/** "Szenario: Bestand" in the top bar: what the figures belong to, and the way to others. */
export function ScenarioMenu() {
  const { text } = useLanguage();
  const name = useScenarioName();
  return (
    <DropPanel label={text.scenario.named(name)} title={text.scenario.menuTitle} className="scenario-menu">
      {() => <ScenarioList />}
    </DropPanel>
  );
}
