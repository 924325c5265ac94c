import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { SourceTips } from "../district/source-tip.tsx";
import { useDistrictText } from "../district/use-district-text.ts";
import { DataNotice } from "../frame/data-notice.tsx";
import { AgreedSection } from "./agreed-section.tsx";
import { FigureFactor } from "./figure-factor.tsx";
import { LocalFactor } from "./local-factor.tsx";
import { MirrorSection } from "./mirror-section.tsx";
import { RenewalFactor } from "./renewal-factor.tsx";
import { useOverlaps } from "./use-overlaps.ts";
import { useQuartersText } from "./use-quarters-text.ts";

/**
 * The four factors of an area side by side, never summed, then where data and local view differ, then what offices
 * concluded. Everything is what this person reads elsewhere too: the profile of the Stadtbezirk, records, outlines.
 */
export function AreaDossier({
  area,
  name,
  profile,
}: {
  area: AreaRef;
  name: string;
  profile: DistrictProfile;
}) {
  const { text, formats } = useLanguage();
  const words = useQuartersText();
  const district = useDistrictText();
  const store = usePageStore();
  const overlaps = useOverlaps(area, profile.number);
  const showDistrict = () => {
    store.getState().showDistrict(profile.number);
    store.getState().showTab("district");
  };
  return (
    <SourceTips sources={profile.sources}>
      <article className="district-report">
        <header className="district-head">
          <div>
            <h1>{words.title(name)}</h1>
            <p className="small">{district.visibility(text.levels[profile.visibility])}</p>
            <p className="small">{words.neverSummed}</p>
            <DataNotice />
          </div>
          <p className="button-row">
            <button type="button" className="button" onClick={showDistrict}>
              {words.showDistrict}
            </button>
          </p>
        </header>
        <div className="four-factors">
          <FigureFactor factor="cohesion" {...{ area, name, profile }} />
          <FigureFactor factor="monitoring" {...{ area, name, profile }} />
          <RenewalFactor name={name} overlaps={overlaps} />
          <LocalFactor area={area} />
        </div>
        <MirrorSection area={area} name={name} profile={profile} />
        <AgreedSection area={area} overlaps={overlaps} />
        <section>
          <h2>{district.sources}</h2>
          <ul className="district-sources">
            {profile.sources.map(({ source, licence, referenceDate }) => (
              <li key={`${source}${licence}${referenceDate}`}>
                {district.source([source, licence].filter(Boolean).join(", "), formats.period(referenceDate))}
              </li>
            ))}
          </ul>
        </section>
      </article>
    </SourceTips>
  );
}
