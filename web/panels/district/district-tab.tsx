import { useEffect } from "react";
import { useDistrictProfile } from "../../data/districts.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import "../../styles/district.css";
import { AllDistrictsButton } from "./all-districts-button.tsx";
import { DistrictReport } from "./district-report.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** The tab "Bezirk": a Stadtbezirk as a report, the own one first; the start page of its head. */
export default function DistrictTab() {
  const { text, language } = useLanguage();
  const words = useDistrictText();
  const store = usePageStore();
  const { me } = useOpened();
  const districts = useAreas("district").data ?? [];
  const asked = usePage((state) => state.district);
  const number =
    districts.find((one) => one.number === asked)?.number ?? me.districts[0] ?? districts[0]?.number;
  const profile = useDistrictProfile(number);
  const name = profile.data ? `${profile.data.level.singular[language]} ${profile.data.name}` : null;
  useEffect(() => {
    document.title = text.app.pageTitle([...(name ? [name] : []), text.app.tabs.district]);
  }, [text, name]);
  const isElsewhere = me.role === "DISTRICT_HEAD" && number !== undefined && !me.districts.includes(number);

  return (
    <div className="data-view" id="map" tabIndex={-1}>
      <div className="district-page">
        <div className="district-choice">
          <label className="field-inline">
            <span>{words.choose}</span>
            <select
              value={number ?? ""}
              onChange={(event) => store.getState().showDistrict(event.target.value)}
            >
              {districts.map((one) => (
                <option key={one.number} value={one.number}>
                  {me.districts.includes(one.number)
                    ? words.own(one.name ?? one.number)
                    : (one.name ?? one.number)}
                </option>
              ))}
            </select>
          </label>
          {me.role !== "DISTRICT_HEAD" && <AllDistrictsButton />}
        </div>
        {isElsewhere && <Notice>{words.publicOnly}</Notice>}
        {profile.isError && !profile.data && (
          <Notice kind="problem">{problemText(profile.error, text, language)}</Notice>
        )}
        {profile.isPending && number && <Skeleton lines={12} label={text.app.working} />}
        {profile.data && <DistrictReport key={profile.data.number} profile={profile.data} />}
      </div>
    </div>
  );
}
