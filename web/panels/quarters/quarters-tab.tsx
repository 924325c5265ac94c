import { useEffect } from "react";
import { isAtMost } from "#domain/access/visibility.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { useDistrictsOf } from "../../data/area-of.ts";
import { useDistrictProfile } from "../../data/districts.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import "../../styles/district.css";
import "../../styles/quarters.css";
import { areaKeyOf } from "../evidence/use-evidence.ts";
import { AreaDossier } from "./area-dossier.tsx";
import { EditionsSection } from "./editions-section.tsx";
import { FairShareSection } from "./fair-share-section.tsx";
import { useQuartersText } from "./use-quarters-text.ts";

const levels = ["subdistrict", "district"] as const;

/** The tab "Quartiere": one area at a time by the four factors of the Gebietsauswahl (METHODS §4.7). */
export default function QuartersTab() {
  const { text, say, language } = useLanguage();
  const words = useQuartersText();
  const store = usePageStore();
  const { city, me } = useOpened();
  const sight = usePage((state) => state.sight);
  // A spread over the city is for those who look after all of it, in a Sicht that may see what they may.
  const looksAfterAll = me.role !== "DISTRICT_HEAD" && (sight === null || isAtMost("INTERNAL", sight));
  const asked = usePage((state) => state.dossier);
  const lists = { subdistrict: useAreas("subdistrict").data, district: useAreas("district").data };
  const areas = levels.flatMap((level) => lists[level] ?? []);
  const area = areas.find((one) => areaKeyOf(one) === asked) ?? byName(areas)[0];
  const [district] = useDistrictsOf(area ?? { level: "district", number: "" });
  const profile = useDistrictProfile(district);
  const name = area ? (area.name ?? area.number) : null;
  useEffect(() => {
    document.title = text.app.pageTitle([...(name ? [name] : []), text.app.tabs.quarters]);
  }, [text, name]);

  return (
    <div className="data-view" id="map" tabIndex={-1}>
      <div className="district-page">
        <div className="district-choice">
          <label className="field-inline">
            <span>{words.choose}</span>
            <select
              value={area ? areaKeyOf(area) : ""}
              onChange={(event) => store.getState().showDossier(event.target.value)}
            >
              {levels.map((level) => {
                const naming = city.levels.find((one) => one.level === level);
                return (
                  <optgroup key={level} label={naming ? say(naming.plural) : level}>
                    {byName(lists[level] ?? []).map((one) => (
                      <option key={areaKeyOf(one)} value={areaKeyOf(one)}>
                        {one.name ?? one.number}
                      </option>
                    ))}
                  </optgroup>
                );
              })}
            </select>
          </label>
        </div>
        {profile.isError && !profile.data && (
          <Notice kind="problem">{problemText(profile.error, text, language)}</Notice>
        )}
        {profile.isPending && <Skeleton lines={12} label={text.app.working} />}
        {profile.data && area && (
          <AreaDossier key={areaKeyOf(area)} area={area} name={name ?? ""} profile={profile.data} />
        )}
        <EditionsSection />
        {looksAfterAll && <FairShareSection />}
      </div>
    </div>
  );
}

/** In the order of the alphabet: an order by a figure would be a ranking. */
const byName = (areas: readonly AreaAnswer[]) =>
  areas.toSorted((a, b) => (a.name ?? a.number).localeCompare(b.name ?? b.number, "de", { numeric: true }));
