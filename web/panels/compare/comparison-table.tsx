import { useState } from "react";
import type { Text } from "#domain/text/text.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import type { ComparedFigures } from "./use-comparison.ts";

/** The difference in figures: the whole city first, then area by area. */
export function ComparisonTable({ figures, group }: { figures: ComparedFigures; group: Text }) {
  const { text, say, formats } = useLanguage();
  const level = usePage((state) => state.level);
  const names = new Map((useAreas(level).data ?? []).map((area) => [area.number, area.name ?? area.number]));
  const [isOnlyChanged, setOnlyChanged] = useState(true);
  const words = text.scenario.comparison;
  const [first, second] = figures.sides;
  const rows = isOnlyChanged ? figures.areas.filter(({ difference }) => difference !== 0) : figures.areas;
  const way = (value: number | null | undefined) => {
    if (value === null || value === undefined) return text.record.unknown;
    return figures.measure === "metres"
      ? words.meters(formats.number(value))
      : words.minutes(formats.number(value, 1));
  };
  const people = (value: number | undefined) =>
    value === undefined ? text.record.unknown : formats.number(Math.round(value));
  const cityDifference =
    first.gaps && second.gaps
      ? Math.round(second.gaps.unserved) - Math.round(first.gaps.unserved)
      : undefined;

  return (
    <section className="comparison-table" id="table" tabIndex={-1} aria-label={words.table}>
      <label className="check">
        <input type="checkbox" checked={isOnlyChanged} onChange={() => setOnlyChanged(!isOnlyChanged)} />
        {words.onlyChanged}
      </label>
      <table>
        <caption>{words.unserved(say(group))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            {figures.sides.map((side, place) => (
              <th key={`${side.id}-${place === 0 ? "first" : "second"}`} scope="col" className="number">
                {text.scenario.named(side.name)}
              </th>
            ))}
            <th scope="col" className="number">
              {words.difference}
            </th>
            <th scope="col" className="number">
              {words.median}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="is-city">
            <th scope="row">{words.city}</th>
            <td className="number">{people(first.gaps?.unserved)}</td>
            <td className="number">{people(second.gaps?.unserved)}</td>
            <td className="number">
              {cityDifference === undefined ? text.record.unknown : formats.change(cityDifference, 0)}
            </td>
            <td className="number">
              {way(first.coverage?.city.medianWay)} → {way(second.coverage?.city.medianWay)}
            </td>
          </tr>
          {rows.map((row) => (
            <tr key={row.areaNumber}>
              <th scope="row">{names.get(row.areaNumber) ?? row.areaNumber}</th>
              <td className="number">{people(row.first)}</td>
              <td className="number">{people(row.second)}</td>
              <td className="number">{formats.change(Math.round(row.second) - Math.round(row.first), 0)}</td>
              <td className="number">
                {way(row.firstWays?.medianWay)} → {way(row.secondWays?.medianWay)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="small">{words.noDifference}</p>}
    </section>
  );
}
