import type { SiteEvaluation } from "#domain/analysis/answers.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type PlanningTerms, useAnswer } from "../../planning/use-planning.ts";
import { limitOfTerms } from "../../planning/way-limit.ts";
import { usePage } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** How many rows each list shows; the table below the map has all areas. */
const mostRows = 6;

/** What the site changes: for people of each age, for its neighbours, for the areas around. */
export function SiteEffects({
  terms,
  site,
  result,
}: {
  terms: PlanningTerms;
  site: SketchedSite;
  result: SiteEvaluation;
}) {
  return (
    <>
      <ByAge result={result} />
      <Breaks terms={terms} site={site} />
      <Neighbours result={result} />
      <Areas result={result} />
    </>
  );
}

function ByAge({ result }: { result: SiteEvaluation }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  return (
    <section>
      <h4>{words.site.byAge}</h4>
      <table className="small-table">
        <thead>
          <tr>
            <th scope="col">{words.site.age}</th>
            <th scope="col" className="number">
              {words.site.now}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.byAge.map(({ code, from, to, people }) => (
            <tr key={code}>
              <th scope="row">{words.site.ages(from, to)}</th>
              <td className="number">{formats.number(Math.round(people))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{words.site.laterYears}</p>
    </section>
  );
}

/** People within each limit of the catchment, when more than the standard's one was asked for. */
function Breaks({ terms, site }: { terms: PlanningTerms; site: SketchedSite }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const way = useWayText(terms);
  const limits = useCatchmentLimits(terms);
  const catchment = useAnswer(
    terms,
    limits.length > 1
      ? { name: "catchment", question: { ...terms.question, kind: site.kind }, place: site.position, limits }
      : null,
  ).data;
  if (!catchment || limits.length < 2) return null;
  return (
    <section>
      <h4>{words.site.catchment}</h4>
      <dl className="facts">
        {catchment.result.breaks.map(({ limit, people }) => (
          <div key={limit}>
            <dt>{words.site.within(way.amount(limit))}</dt>
            <dd>{formats.number(Math.round(people))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Limits of the outlines drawn around the site in hand, ascending. */
export function useCatchmentLimits(terms: PlanningTerms | null): readonly number[] {
  const breaks = usePage((state) => state.wayBreaks);
  const own = terms ? limitOfTerms(terms) : null;
  if (!own) return [];
  return [...new Set([...breaks, own.amount])].sort((a, b) => a - b);
}

function Neighbours({ result }: { result: SiteEvaluation }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  return (
    <section>
      <h4>{words.site.neighbours}</h4>
      {result.relieved.length === 0 && <p className="small">{words.site.noNeighbours}</p>}
      <ul className="plain-list">
        {result.relieved.slice(0, mostRows).map(({ id, name, people, overlap }) => (
          <li key={id}>
            {name}
            <small>{words.site.relieved(formats.number(Math.round(people)), formats.share(overlap))}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Areas({ result }: { result: SiteEvaluation }) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const level = usePage((state) => state.level);
  const areas = useAreas(level).data ?? [];
  if (result.areas.length === 0) return null;
  const nameOf = new Map(areas.map((area) => [area.number, area.name ?? area.number]));
  const share = ({ covered, people }: { covered: number; people: number }) =>
    formats.share(people === 0 ? 0 : covered / people);
  return (
    <section>
      <h4>{words.site.areas}</h4>
      <ul className="plain-list">
        {result.areas.slice(0, mostRows).map(({ areaNumber, newlyServed, before, after }) => (
          <li key={areaNumber}>
            {nameOf.get(areaNumber) ?? areaNumber}
            <small>
              {words.site.areaServed(formats.number(Math.round(newlyServed)))} ·{" "}
              {words.site.share(share(before), share(after))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
