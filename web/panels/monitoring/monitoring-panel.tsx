import "../../styles/monitoring.css";
import { useId } from "react";
import { monitoringViews } from "#domain/view/view-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { LevelSwitch } from "../indicator/level-switch.tsx";
import { ChoiceSection } from "./choice-section.tsx";
import { IndexSection } from "./index-section.tsx";
import { MixSection } from "./mix-section.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";
import { WarningSection } from "./warning-section.tsx";

/** "Monitoring": what several figures together say of areas, one question at a time. */
export default function MonitoringPanel() {
  const { text } = useLanguage();
  const words = useMonitoringText();
  const store = usePageStore();
  const view = usePage((state) => state.monitoringView);
  const name = useId();
  return (
    <div className="layer-panel monitoring-panel">
      <header className="panel-head">
        <h2>{words.heading}</h2>
        <IconButton
          icon="left"
          className="fold"
          label={text.panels.fold(words.heading)}
          aria-expanded={true}
          onClick={() => store.getState().foldLeft(true)}
        />
      </header>
      <div className="panel-body stack">
        {monitoringViews.length > 1 && (
          <fieldset className="segments monitoring-views">
            <legend className="for-ears">{words.views.label}</legend>
            {monitoringViews.map((one) => (
              <label key={one} className="segment">
                <input
                  type="radio"
                  name={name}
                  checked={view === one}
                  onChange={() => {
                    store.getState().keepClass(null);
                    store.getState().monitor({ monitoringView: one });
                  }}
                />
                <span>{words.views[one]}</span>
              </label>
            ))}
          </fieldset>
        )}
        <LevelSwitch />
        {view === "index" && <IndexSection />}
        {view === "warnings" && <WarningSection />}
        {view === "mix" && <MixSection />}
        {view === "choice" && <ChoiceSection />}
      </div>
    </div>
  );
}
