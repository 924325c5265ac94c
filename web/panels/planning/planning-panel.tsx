import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePlanningBase, usePlanningTerms } from "../../planning/use-planning.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { DuplicateSection } from "./duplicate-section.tsx";
import { GapSection } from "./gap-section.tsx";
import { NeedForm } from "./need-form.tsx";
import { SketchSection } from "./sketch-section.tsx";
import { SuggestionForm } from "./suggestion-form.tsx";
import { SupplySection } from "./supply-section.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { ViewSwitch } from "./view-switch.tsx";

/** "Planen": what is needed, where it is missing, what counts, and what to do about it. */
export default function PlanningPanel() {
  const { text } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  return (
    <div className="layer-panel planning-panel">
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
      <div className="planning-scenario">
        <ScenarioTag />
      </div>
      <PlanningSections />
    </div>
  );
}

function PlanningSections() {
  const { text, language } = useLanguage();
  const words = usePlanningText();
  const view = usePage((state) => state.planningView);
  const { data: base, error } = usePlanningBase();
  const terms = usePlanningTerms();
  if (error) return <Empty>{problemText(error, text, language)}</Empty>;
  if (!base) return <Skeleton lines={12} label={words.loading} />;
  if (!base.grid) return <Empty command="npm run import -- gitter.csv --as grid">{words.noGrid}</Empty>;
  if (!terms) {
    return (
      <Empty command="npm run import -- kennwerte.geojson --as records:parameter-sets">
        {words.noParameters}
      </Empty>
    );
  }
  return (
    <>
      <NeedForm terms={terms} />
      <ViewSwitch />
      {view === "gaps" && <GapSection terms={terms} />}
      {view === "duplicates" && <DuplicateSection terms={terms} />}
      {view === "suggestions" && <SuggestionForm terms={terms} />}
      <SupplySection terms={terms} />
      <SketchSection terms={terms} />
    </>
  );
}

/** Why there is nothing, and the command that changes it. */
function Empty({ command, children }: { command?: string; children: string }) {
  return (
    <div className="panel-body">
      <Notice>
        <p>{children}</p>
        {command && (
          <p>
            <code>{command}</code>
          </p>
        )}
      </Notice>
    </div>
  );
}
