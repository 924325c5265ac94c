import type { DistrictProfile, ProfileCell, ProfileIndicator } from "#domain/contract/district-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { FigureCell } from "./figure-cell.tsx";
import { FigureTable } from "./figure-table.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/**
 * The monitoring: a row for each smaller area below city and Stadtbezirk, or, where there are none to tell, a row for
 * each indicator and the reason.
 */
export function MonitoringTable({ profile }: { profile: DistrictProfile }) {
  const { say, language } = useLanguage();
  const words = useDistrictText();
  const { monitoring } = profile;
  const name = `${say(profile.level.singular)} ${profile.name}`;
  if (monitoring.indicators.length === 0) {
    return (
      <section>
        <h2>{words.monitoringOfDistrict}</h2>
        <p>{words.noIndicators}</p>
      </section>
    );
  }
  const names = monitoring.levelNames ?? null;
  const cells = [
    ...monitoring.indicators.map(({ district }) => district),
    ...monitoring.areas.flatMap((area) => area.cells),
  ];
  const notes = (["SUPPRESSED", "TOO_FEW_RESIDENTS"] as const)
    .filter((state) => cells.some((cell) => cell.state === state))
    .map((state) => words.stateNotes[state]);
  return (
    <section>
      <h2 id="district-monitoring">
        {names ? words.monitoring(say(names.plural)) : words.monitoringOfDistrict}
      </h2>
      {monitoring.missing && <p>{words.missing[monitoring.missing](name)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
      <section className="district-scroll" tabIndex={0} aria-labelledby="district-monitoring">
        {names ? (
          <ByArea profile={profile} />
        ) : (
          <FigureTable
            labelledBy="district-monitoring"
            here={words.here}
            statements={profile.statements}
            rows={monitoring.indicators.map((indicator) => ({
              ...{ indicator, cell: indicator.district, scale: indicator.districtScale },
              most: Math.abs(indicator.district.difference ?? 0),
              area: { level: "district", number: profile.number },
              areaName: profile.name,
            }))}
          />
        )}
      </section>
      <p className="small">{words.howToRead((names ?? profile.level).plural[language])}</p>
      {notes.length > 0 && <p className="small">{notes.join("; ")}.</p>}
      {names && <OnlyDistricts profile={profile} />}
    </section>
  );
}

function ByArea({ profile }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const { monitoring } = profile;
  const shown = monitoring.indicators.flatMap((indicator, index) =>
    indicator.scale ? [{ indicator, index, scale: indicator.scale }] : [],
  );
  const level = monitoring.level ?? "subdistrict";
  return (
    <table aria-labelledby="district-monitoring">
      <thead>
        <tr>
          <th scope="col">{monitoring.levelNames && say(monitoring.levelNames.singular)}</th>
          {shown.map(({ indicator }) => (
            <th key={indicator.code} scope="col" className="number">
              <IndicatorHead indicator={indicator} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="whole">
          <th scope="row">{words.city}</th>
          {shown.map(({ indicator }) => (
            <td key={indicator.code} className="number">
              {indicator.city.value === null
                ? words.states[indicator.city.state]
                : formats.number(indicator.city.value, indicator.decimals)}
            </td>
          ))}
        </tr>
        <tr className="whole">
          <th scope="row">{profile.name}</th>
          {shown.map(({ indicator }) => (
            <FigureCell
              key={indicator.code}
              indicator={indicator}
              cell={{ ...indicator.district, class: null }}
              scale={null}
              most={mostOf(profile, indicator)}
              area={{ level: "district", number: profile.number }}
              areaName={profile.name}
              statements={profile.statements ?? []}
            />
          ))}
        </tr>
        {monitoring.areas.map(({ number, name, cells }) => (
          <tr key={number}>
            <th scope="row">{name ?? number}</th>
            {shown.map(({ indicator, index, scale }) => (
              <FigureCell
                key={indicator.code}
                indicator={indicator}
                cell={cells[index]!}
                scale={scale}
                most={mostOf(profile, indicator)}
                area={{ level, number }}
                areaName={name ?? number}
                statements={profile.statements ?? []}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function IndicatorHead({ indicator }: { indicator: ProfileIndicator }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const unit = formats.unit(indicator.unit);
  return (
    <>
      <Sourced source={indicator.source} name={say(indicator.name)}>
        {say(indicator.shortName ?? indicator.name)}
        {unit && ` (${unit})`}
      </Sourced>
      <small>{words.directions[indicator.direction]}</small>
    </>
  );
}

/** Indicators of Stadtbezirke that have no figures for smaller areas, in one line each. */
function OnlyDistricts({ profile }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const only = profile.monitoring.indicators.filter(({ scale }) => !scale);
  if (only.length === 0) return null;
  return (
    <p className="small">
      {words.onlyDistricts}:{" "}
      {only.map((indicator, index) => (
        <span key={indicator.code}>
          {index > 0 && "; "}
          <Sourced source={indicator.source} name={say(indicator.name)}>
            {say(indicator.shortName ?? indicator.name)}{" "}
            {indicator.district.value === null
              ? words.states[indicator.district.state]
              : formats.value(indicator.district.value, indicator)}
          </Sourced>
          {indicator.city.value !== null &&
            ` (${words.inCity(formats.value(indicator.city.value, indicator))})`}
        </span>
      ))}
    </p>
  );
}

/** Largest difference from the city in a column, which fills a bar. */
export function mostOf({ monitoring }: DistrictProfile, indicator: ProfileIndicator): number {
  const at = monitoring.indicators.indexOf(indicator);
  const differences = monitoring.areas.map(({ cells }) => cells[at] as ProfileCell | undefined);
  return [indicator.district, ...differences].reduce(
    (most, cell) => Math.max(most, Math.abs(cell?.difference ?? 0)),
    0,
  );
}
