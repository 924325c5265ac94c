import type { Capacity } from "#domain/facility/capacity.ts";
import { capacityUnits } from "#domain/facility/facility-types.ts";
import { useLanguage } from "../../../i18n/language.tsx";

/** Capacities with their three counts: genehmigt, angeboten, belegt, each with its Stichtag. */
export function CapacityTable({ capacities }: { capacities: readonly Capacity[] }) {
  const { text, say, formats } = useLanguage();
  if (capacities.length === 0) return null;
  const show = (value: number | null) => (value === null ? text.record.unknown : formats.number(value));
  return (
    <section>
      <h4>{text.record.capacity.heading}</h4>
      <div className="scroll-x">
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{text.record.capacity.category}</th>
              <th scope="col" className="number">
                {text.record.capacity.licensed}
              </th>
              <th scope="col" className="number">
                {text.record.capacity.offered}
              </th>
              <th scope="col" className="number">
                {text.record.capacity.occupied}
              </th>
              <th scope="col">{text.record.capacity.asOf}</th>
            </tr>
          </thead>
          <tbody>
            {capacities.map((one) => (
              <tr key={`${one.unit}${one.category}${one.referenceDate}`}>
                <th scope="row">{[one.category, say(capacityUnits[one.unit])].filter(Boolean).join(", ")}</th>
                <td className="number">{show(one.licensed)}</td>
                <td className="number">{show(one.offered)}</td>
                <td className="number">{show(one.occupied)}</td>
                <td>{formats.date(one.referenceDate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
