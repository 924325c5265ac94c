import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import { districtPrintAddress, useDistrictQuery } from "../../data/districts.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { DataNotice } from "../frame/data-notice.tsx";
import { AgeTable } from "./age-table.tsx";
import { DistrictVoices } from "./district-voices.tsx";
import { LeadFigures } from "./lead-figures.tsx";
import { MonitoringTable } from "./monitoring-table.tsx";
import { ProfileLists } from "./profile-lists.tsx";
import { SourceTips } from "./source-tip.tsx";
import { SupplyTable } from "./supply-table.tsx";
import { useDistrictText } from "./use-district-text.ts";
import { useShowDistrict } from "./use-show-district.ts";

/** A profile as a report to read, with its map, its print and its way onto the map. */
export function DistrictReport({ profile }: { profile: DistrictProfile }) {
  const { text, language, formats } = useLanguage();
  const words = useDistrictText();
  const query = useDistrictQuery();
  const showOnMap = useShowDistrict();
  const title = `${profile.level.singular[language]} ${profile.name}`;
  const { monitoring } = profile;
  const [lead] = monitoring.indicators;
  const areas = (monitoring.levelNames ?? profile.level).plural[language];
  return (
    <SourceTips sources={profile.sources}>
      <article className="district-report">
        <header className="district-head">
          <div>
            <h1>{title}</h1>
            <p className="small">{words.visibility(text.levels[profile.visibility])}</p>
            <DataNotice />
          </div>
          <p className="button-row">
            <a
              className="button button-main"
              href={districtPrintAddress(profile.number, "", query)}
              target="_blank"
              rel="noopener"
            >
              {words.print}
            </a>
            <a
              className="button"
              href={districtPrintAddress(profile.number, ".pdf", query)}
              target="_blank"
              rel="noopener"
            >
              {words.pdf}
            </a>
            <button type="button" className="button" onClick={() => showOnMap(profile)}>
              {words.showOnMap}
            </button>
          </p>
        </header>
        <LeadFigures profile={profile} />
        <div className="district-top">
          <figure className="district-map">
            <img
              src={districtPrintAddress(profile.number, ".svg", query)}
              width={452}
              height={480}
              alt={
                lead
                  ? words.mapAlt(`${lead.name[language]}, ${formats.period(lead.period)}`, areas)
                  : words.mapPlain(title)
              }
            />
          </figure>
          <AgeTable profile={profile} />
        </div>
        <MonitoringTable profile={profile} />
        <SupplyTable profile={profile} />
        <ProfileLists profile={profile} />
        <DistrictVoices profile={profile} />
        <section>
          <h2>{words.sources}</h2>
          <ul className="district-sources">
            {profile.sources.map(({ source, licence, referenceDate }) => (
              <li key={`${source}${licence}${referenceDate}`}>
                {words.source([source, licence].filter(Boolean).join(", "), formats.period(referenceDate))}
              </li>
            ))}
          </ul>
        </section>
      </article>
    </SourceTips>
  );
}
