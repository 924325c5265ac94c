import type { DistrictProfile, ProfileLayer } from "#domain/contract/district-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** The three figures that matter: who lives here, the city's first indicator, what there is. */
export function LeadFigures({ profile: { residents, monitoring, supply } }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const [lead] = monitoring.indicators;
  const total = (layer: ProfileLayer) =>
    formats.number(supply.rows.reduce((sum, { layers }) => sum + layers[layer].count, 0));
  const figures = [
    {
      name: words.residents,
      value: residents.value === null ? words.states[residents.state] : formats.number(residents.value),
      note: residents.shareOfCity === null ? "" : words.shareOfCity(formats.share(residents.shareOfCity)),
      source: residents.source,
    },
    ...(lead
      ? [
          {
            name: say(lead.shortName ?? lead.name),
            value:
              lead.district.value === null
                ? words.states[lead.district.state]
                : formats.value(lead.district.value, lead),
            note: lead.city.value === null ? "" : words.inCity(formats.value(lead.city.value, lead)),
            source: lead.source,
          },
        ]
      : []),
    {
      name: words.facilities,
      value: total("BESTAND"),
      note: words.coming(total("BESCHLOSSEN"), total("GEPLANT")),
      source: supply.source,
    },
  ];
  return (
    <dl className="three-figures district-figures">
      {figures.map(({ name, value, note, source }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Sourced source={source} name={name}>
              <span className="figure">{value}</span>
            </Sourced>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
