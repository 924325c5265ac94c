import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { ScenarioTag } from "./scenario-tag.tsx";

/** Beside indicators: which scenario is open, and that observed figures do not follow it. */
export function UnchangedFigures() {
  const { text } = useLanguage();
  const isOpen = usePage((state) => state.openScenario !== null);
  if (!isOpen) return null;
  return (
    <div className="scenario-note">
      <ScenarioTag />
      <p className="small">{text.scenario.unchangedFigures}</p>
    </div>
  );
}
