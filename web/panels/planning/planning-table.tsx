import { useState } from "react";
import { addressOf } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { questionParameters } from "../../planning/question-address.ts";
import { type PlanningTerms, usePlanningTerms } from "../../planning/use-planning.ts";
import { usePage } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { TableView } from "../table/table-view.tsx";
import { usePlanningTable } from "./use-planning-table.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** The table of the tab: every area with its ways, its supply within reach and its gap. */
export default function PlanningTable() {
  const { say } = useLanguage();
  const words = usePlanningText();
  const { city } = useOpened();
  const level = usePage((state) => state.level);
  const terms = usePlanningTerms();
  const model = usePlanningTable(terms);
  const plural = city.levels.find((one) => one.level === level)?.plural;
  if (!model || !terms) return <Skeleton lines={6} label={words.computing} />;
  return (
    <TableView
      key={level}
      model={model}
      of="areas"
      name={plural ? say(plural) : level}
      exporter={<AnalysisExport terms={terms} />}
    />
  );
}

const files = ["gaps", "coverage", "supply", "duplicates"] as const;

/** The server's file of the same figures; it can only know a scenario as it was saved. */
function AnalysisExport({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  const sight = usePage((state) => state.sight);
  const isUnsaved = usePage(
    (state) => state.openScenario !== null && (state.openScenario.id === null || state.unsaved !== 0),
  );
  const [file, setFile] = useState<(typeof files)[number]>("gaps");
  if (isUnsaved) return <p className="small">{words.table.draftHint}</p>;
  const address = addressOf(`api/analysis/${file}.csv`, questionParameters(terms.question, sight));
  return (
    <div className="export">
      <label className="tool">
        <span className="for-ears">{words.table.which}</span>
        <select
          value={file}
          onChange={(event) => setFile(files.find((one) => one === event.target.value) ?? "gaps")}
        >
          {files.map((one) => (
            <option key={one} value={one}>
              {words.table.names[one]} (CSV)
            </option>
          ))}
        </select>
      </label>
      <a className="button" href={address} download>
        <Icon name="download" />
        {words.table.export}
      </a>
    </div>
  );
}
