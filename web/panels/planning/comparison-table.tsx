import { useMemo } from "react";
import type { SiteCheck, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type PlanningTerms, useAnswers } from "../../planning/use-planning.ts";
import { useSites } from "../../planning/use-sketching.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { IngredientDetails } from "./ingredient-details.tsx";
import { SuitabilitySection } from "./suitability-section.tsx";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** Sketches beside each other and beside doing nothing, each against the scenario without any of them. */
export function ComparisonTable({ terms }: { terms: PlanningTerms }) {
  const words = usePlanningText();
  const store = usePageStore();
  const compared = usePage((state) => state.sitesCompared);
  const allSites = useSites();
  const sites = allSites.filter(({ id }) => compared.includes(id));
  const without = useWithoutCompared(terms, compared);
  const way = useWayText(terms);
  const canAsk = way.limit !== "";
  const questionOf = (site: SketchedSite) => ({ ...terms.question, kind: site.kind });
  const evaluations = useAnswers(
    without,
    canAsk ? sites.map((site) => ({ name: "site" as const, question: questionOf(site), site })) : [],
  );
  const checks = useAnswers(
    without,
    canAsk ? sites.map((site) => ({ name: "site-check" as const, question: questionOf(site), site })) : [],
  );
  const rows = useRows(terms);

  if (sites.length === 0) return <Notice>{words.comparison.tooFew}</Notice>;
  const columns = sites.flatMap((site, place) => {
    const evaluation = evaluations[place]?.result;
    return evaluation ? [{ site, evaluation, check: checks[place]?.result ?? null }] : [];
  });
  const [first] = columns;
  if (!first || columns.length < sites.length) return <Skeleton lines={10} label={words.computing} />;
  const [answer] = evaluations;
  // Without every check a site would look better or worse than it is for a moment.
  const examined = columns.flatMap(({ check, ...column }) => (check ? [{ ...column, check }] : []));
  return (
    <div className="sheet">
      <p className="badge">{words.proposal}</p>
      <p className="small">{way.method}</p>
      <div className="scroll-x">
        <table className="small-table site-comparison">
          <thead>
            <tr>
              <th scope="col">
                <span className="for-ears">{words.comparison.figure}</span>
              </th>
              {columns.map(({ site }) => (
                <th key={site.id} scope="col" className="number">
                  <button
                    type="button"
                    className="link-button quiet"
                    onClick={() =>
                      store
                        .getState()
                        .plan({ siteInHand: site.id, planningKind: site.kind, planningResult: "site" })
                    }
                  >
                    {site.name}
                  </button>
                </th>
              ))}
              <th scope="col" className="number">
                {words.comparison.doNothing}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, of, nothing, rank }) => {
              const best = rank ? Math.max(...columns.map(rank)) : null;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {columns.map((column) => (
                    <td key={column.site.id} className="number">
                      {best !== null && columns.length > 1 && rank?.(column) === best ? (
                        <strong title={words.comparison.best}>{of(column)}</strong>
                      ) : (
                        of(column)
                      )}
                    </td>
                  ))}
                  <td className="number">{nothing(first)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {examined.length === columns.length && <SuitabilitySection examined={examined} terms={terms} />}
      {answer && <IngredientDetails answer={answer} terms={terms} />}
    </div>
  );
}

/** Compared sites are alternatives: where their layers count, none of them may stand in the way of another. */
function useWithoutCompared(terms: PlanningTerms, compared: readonly string[]) {
  return useMemo(() => {
    const { scenario, question, base } = terms;
    const isAlternative = (site: SketchedSite) =>
      compared.includes(site.id) && question.layers.includes(site.layer);
    const changes = scenario.changes.filter(
      (change) => change.change !== "add-site" || !isAlternative(change.site),
    );
    return changes.length === scenario.changes.length
      ? { base, scenario }
      : { base, scenario: { ...scenario, changes } };
  }, [terms, compared]);
}

interface Column {
  site: SketchedSite;
  evaluation: SiteEvaluation;
  check: SiteCheck | null;
}

interface Row {
  name: string;
  of: (column: Column) => string;
  /** The same of doing nothing. */
  nothing: (column: Column) => string;
  /** Set where one of the sites is plainly ahead: the larger, the better. */
  rank?: (column: Column) => number;
}

function useRows(terms: PlanningTerms): Row[] {
  const { text, formats } = useLanguage();
  const words = usePlanningText();
  const way = useWayText(terms);
  const { rows } = words.comparison;
  const whole = (value: number) => formats.number(Math.round(value));
  const nothing = () => text.record.notApplicable;
  const unserved = ({ people, covered }: { people: number; covered: number }) => whole(people - covered);
  const rated = (kind: "OWNERSHIP" | "PLAN_LAW") => (column: Column) => {
    const land = terms.base.land.find(({ id }) => id === column.site.record?.id);
    if (kind === "OWNERSHIP" && land?.isCityOwned) return words.comparison.city;
    if (kind === "PLAN_LAW" && land?.isPublicNeeds) return words.comparison.publicNeeds;
    const known = [...column.site.constraints, ...(column.check?.constraints ?? [])].find(
      (one) => one.kind === kind,
    );
    const rating = (known?.rating ?? "NOT_CHECKED") as keyof typeof text.record.constraintRatings;
    return text.record.constraintRatings[rating];
  };
  return [
    {
      name: rows.newlyServed,
      of: ({ evaluation }) => whole(evaluation.newlyServed),
      nothing: () => "0",
      rank: ({ evaluation }) => evaluation.newlyServed,
    },
    {
      name: rows.unserved(way.limit),
      of: ({ evaluation }) => unserved(evaluation.after),
      nothing: ({ evaluation }) => unserved(evaluation.before),
    },
    {
      name: rows.relieved,
      of: ({ evaluation }) => whole(evaluation.relieved.length),
      nothing,
    },
    {
      name: rows.overlap,
      of: ({ evaluation: { overlap } }) =>
        overlap === null ? text.record.notApplicable : formats.share(overlap),
      nothing,
    },
    {
      name: rows.medianAround,
      of: ({ evaluation: { areas } }) => {
        const [most] = areas;
        return most
          ? words.site.change(way.way(most.before.medianWay), way.way(most.after.medianWay))
          : text.record.notApplicable;
      },
      nothing,
    },
    {
      name: rows.median,
      of: ({ evaluation }) => way.way(evaluation.after.medianWay),
      nothing: ({ evaluation }) => way.way(evaluation.before.medianWay),
    },
    {
      name: rows.ninetieth,
      of: ({ evaluation }) => way.way(evaluation.after.ninetiethWay),
      nothing: ({ evaluation }) => way.way(evaluation.before.ninetiethWay),
    },
    { name: rows.ownership, of: rated("OWNERSHIP"), nothing },
    { name: rows.planLaw, of: rated("PLAN_LAW"), nothing },
    {
      name: rows.outdoor,
      of: ({ check }) => {
        const outdoor = check?.outdoor;
        if (!outdoor || outdoor.availableM2 === null) return words.site.outdoorUnknown;
        return `${formats.number(outdoor.availableM2)} / ${formats.number(outdoor.neededM2)} m²`;
      },
      nothing,
    },
    {
      name: rows.openingYear,
      of: ({ site }) => (site.openingYear === null ? text.record.unknown : String(site.openingYear)),
      nothing,
    },
  ];
}
