import {
  type DistrictProfile,
  profileLayers,
  type SupplyAmount,
} from "#domain/contract/district-contract.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Sourced } from "./source-tip.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** What there is and what comes, by kind and supply layer. */
export function SupplyTable({ profile: { supply } }: { profile: DistrictProfile }) {
  const { say, formats } = useLanguage();
  const words = useDistrictText();
  const amount = ({ count, capacity, withoutCapacity }: SupplyAmount) => {
    if (count === 0) return "0";
    if (capacity === null) return `${formats.number(count)} (${words.noCapacity})`;
    const decimals = [0, 1].find((digits) => Number(capacity.toFixed(digits)) === capacity) ?? 2;
    const told = formats.number(capacity, decimals);
    return `${formats.number(count)} (${withoutCapacity > 0 ? words.atLeast(told) : told})`;
  };
  return (
    <section>
      <h2 id="district-supply">
        <Sourced source={supply.source} name={words.supply}>
          {words.supply}
        </Sourced>
      </h2>
      {supply.rows.length === 0 ? (
        <p>{words.noSupply}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
          <section className="district-scroll" tabIndex={0} aria-labelledby="district-supply">
            <table aria-labelledby="district-supply">
              <thead>
                <tr>
                  <th scope="col">{words.kind}</th>
                  <th scope="col">{words.capacityIn}</th>
                  {profileLayers.map((layer) => (
                    <th key={layer} scope="col" className="number">
                      {words.layers[layer]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {supply.rows.map(({ type, name, unit, layers }) => (
                  <tr key={type}>
                    <th scope="row">{say(name)}</th>
                    <td>{say(capacityUnits[unit])}</td>
                    {profileLayers.map((layer) => (
                      <td key={layer} className="number">
                        {amount(layers[layer])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="small">{words.supplyNote}</p>
        </>
      )}
    </section>
  );
}
