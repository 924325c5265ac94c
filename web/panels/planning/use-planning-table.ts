import { useMemo } from "react";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type PlanningTerms, useAnswer } from "../../planning/use-planning.ts";
import { usePage } from "../../state/use-page.ts";
import type { TableCell, TableModel } from "../table/table-model.ts";
import { usePlanningText } from "./use-planning-text.ts";
import { useWayText } from "./use-way-text.ts";

/** Areas with what planning says of them: ways, supply within reach, gaps. Null until both answers are there. */
export function usePlanningTable(terms: PlanningTerms | null): TableModel | null {
  const { text, formats } = useLanguage();
  const words = usePlanningText();
  const level = usePage((state) => state.level);
  const areas = useAreas(level).data;
  const way = useWayText(terms);
  const canAsk = terms !== null && way.limit !== "";
  const coverage = useAnswer(terms, canAsk ? { name: "coverage", question: terms.question } : null).data;
  const gaps = useAnswer(terms, canAsk ? { name: "gaps", question: terms.question } : null).data;

  // biome-ignore lint/correctness/useExhaustiveDependencies: wording and ways change with language and terms
  return useMemo(() => {
    if (!areas || !coverage || !gaps) return null;
    const whole = (value: number): TableCell => ({ text: formats.number(Math.round(value)), sort: value });
    const figure = (value: number | null, show: (value: number) => string, none: string): TableCell =>
      value === null ? { text: none, sort: null } : { text: show(value), sort: value };
    const coverageOf = new Map(coverage.result.areas.map((area) => [area.areaNumber, area]));
    const gapOf = new Map(gaps.result.areas.map((area) => [area.areaNumber, area]));
    const number = (id: string, name: string, width = 130) => ({ id, name, isNumber: true, width });
    const rows = areas.flatMap((area) => {
      const ways = coverageOf.get(area.number);
      const gap = gapOf.get(area.number);
      if (!ways || !gap) return [];
      const name = area.name ?? area.number;
      const share = ways.people === 0 ? null : ways.covered / ways.people;
      const cells: Record<string, TableCell> = {
        number: { text: area.number, sort: area.number },
        name: { text: name, sort: name },
        people: whole(ways.people),
        covered: whole(ways.covered),
        unserved: whole(gap.unserved),
        share: figure(share, formats.share, text.record.notApplicable),
        median: figure(ways.medianWay, way.amount, words.table.none),
        accessibility: figure(
          gap.accessibility,
          (value) => formats.number(value, 2),
          text.record.notApplicable,
        ),
        deficit: figure(gap.deficit, (value) => formats.number(value), text.record.notApplicable),
        grade: {
          text: gap.grade === null ? words.table.noGrade : words.gaps.grade(gap.grade),
          sort: gap.grade ?? 0,
        },
      };
      return [{ selection: { kind: "area" as const, level: area.level, number: area.number }, cells }];
    });
    return {
      columns: [
        { id: "number", name: text.table.number, isNumber: false, width: 90 },
        { id: "name", name: text.table.name, isNumber: false, width: 200 },
        number("people", words.table.people),
        number("covered", words.table.covered),
        number("unserved", words.table.unserved),
        number("share", words.table.share),
        number("median", words.table.median),
        number("accessibility", words.table.accessibility, 170),
        number("deficit", words.table.deficit),
        { id: "grade", name: words.table.grade, isNumber: false, width: 150 },
      ],
      rows,
      total: rows.length,
      filteredBy: [],
      sortedBy: { column: "unserved", isDescending: true },
    };
  }, [areas, coverage, gaps, formats, text, terms]);
}
