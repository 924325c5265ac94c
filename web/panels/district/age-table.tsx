import type { DistrictProfile, ProfileIndicator } from "#domain/contract/district-contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** Shares of the age groups beside those of the city. */
export function AgeTable({ profile: { ages } }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const told = ({ value, state }: ProfileIndicator["city"], indicator: ProfileIndicator) =>
    value === null ? words.states[state] : formats.value(value, indicator);
  return (
    <section className="district-ages">
      <h2 id="district-ages">{words.ages}</h2>
      {ages.length === 0 ? (
        <p>{words.noAges}</p>
      ) : (
        <table aria-labelledby="district-ages">
          <thead>
            <tr>
              <th scope="col">{words.share}</th>
              <th scope="col" className="number">
                {words.here}
              </th>
              <th scope="col" className="number">
                {words.city}
              </th>
            </tr>
          </thead>
          <tbody>
            {ages.map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">{say(indicator.shortName ?? indicator.name)}</th>
                <td className="number">
                  <Sourced source={indicator.source} name={say(indicator.name)}>
                    {told(indicator.district, indicator)}
                  </Sourced>
                </td>
                <td className="number">{told(indicator.city, indicator)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
