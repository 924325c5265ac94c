import { useDeferredValue, useMemo } from "react";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useFilteredFacilities } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { filterParameters } from "../../state/facility-filter.ts";
import { facilitiesOfFamilies } from "../../state/selectors/filtered-facilities.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { ScenarioEffect } from "../scenario/scenario-effect.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { useExportAddress } from "../table/export-button.tsx";
import { FacilityFilterForm } from "./facility-filter-form.tsx";
import { FacilityList } from "./facility-list.tsx";

/** The filter of facilities and the list of what it finds, in the place of the layers. */
export default function FacilityPanel() {
  const { text, language, formats } = useLanguage();
  const { layers } = useOpened();
  const store = usePageStore();
  const filter = usePage((state) => state.facilityFilter);
  const families = usePage((state) => state.families);
  const asked = useDeferredValue(filter);
  const answer = useFilteredFacilities(filterParameters(asked));
  const found = useMemo(
    () => (answer.data ? facilitiesOfFamilies(answer.data, families).features : []),
    [answer.data, families],
  );
  const total = layers.find((layer) => layer.layer === "facilities")?.count ?? 0;
  const count = text.facilities.count(formats.number(found.length), formats.number(total));
  const csv = useExportAddress("facilities", "csv");
  const geojson = useExportAddress("facilities", "geojson");

  return (
    <div className="facility-panel">
      <header className="panel-head">
        <IconButton
          icon="back"
          label={text.panels.layers}
          onClick={() => store.getState().showLeft("layers")}
        />
        <h2>{text.facilities.dialogTitle}</h2>
      </header>
      <ScenarioTag />
      <FacilityFilterForm />
      <div className="facility-found">
        <ScenarioEffect present={total} />
        <p className="facility-count" role="status">
          {answer.isPending ? text.app.working : count}
        </p>
        {answer.isPending && <Skeleton lines={6} label={text.app.working} />}
        {answer.isError && <Notice kind="problem">{problemText(answer.error, text, language)}</Notice>}
        {answer.data && found.length === 0 && <Notice>{text.facilities.none}</Notice>}
        {found.length > 0 && (
          <>
            <p className="export-links">
              <a href={csv} download>
                {text.facilities.exportCsv}
              </a>
              <a href={geojson} download>
                {text.facilities.exportGeoJson}
              </a>
            </p>
            <FacilityList features={found} />
          </>
        )}
      </div>
    </div>
  );
}
