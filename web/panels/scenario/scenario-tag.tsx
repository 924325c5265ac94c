import { useOpened } from "../../data/opened.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useScenarioName } from "./use-scenario-name.ts";

/** "Szenario: Bestand": stands wherever figures stand (DESIGN §3.5); the public knows the present alone. */
export function ScenarioTag() {
  const { text } = useLanguage();
  const { me } = useOpened();
  const name = useScenarioName();
  if (!usesScenarios(me)) return null;
  return <p className="scenario-tag">{text.scenario.named(name)}</p>;
}
