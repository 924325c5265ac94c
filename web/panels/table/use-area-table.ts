import { useMemo } from "react";
import { isAtMost } from "#domain/access/visibility.ts";
import { periodValues } from "#domain/indicator/period-values.ts";
import { ranksOf } from "#domain/reading/ranks.ts";
import { type Figures, useShown } from "../../data/figures.tsx";
import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { useClassLabel } from "../indicator/use-class-label.ts";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { useShownValue } from "../selection/shown-value.ts";
import type { TableCell, TableColumn, TableModel, TableRow } from "./table-model.ts";

/** A column of figures: its head, and its cell by area. */
interface FigureColumn extends TableColumn {
  cellOf: (areaNumber: string) => TableCell;
}

/** The areas of the level with what the map says about them. */
export function useAreaTable(): TableModel {
  const { text, formats } = useLanguage();
  const { figures, areas } = useShown();
  const level = usePage((state) => state.level);
  const keptClass = usePage((state) => state.keptClass);
  const keptAreas = usePage((state) => state.keptAreas);
  const districts = useAreas("district").data;
  const labeller = useClassLabel();
  const figureColumns = useFigureColumns();
  const ranks = useMayRank(figures.kind === "ready" ? figures : null);
  const ready = figures.kind === "ready" ? figures : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the helpers change with the language, which formats stands for
  return useMemo(() => {
    const hasParents = level !== "district";
    const nameOf = new Map((districts ?? []).map((area) => [area.number, area.name ?? area.number]));
    const labelOf = ready ? labeller(ready) : () => "";
    const labels = new Map(ready?.rows.map((row) => [row.kept, labelOf(row)]));
    const ofFigures = ready ? figureColumns(ready, labels) : [];
    const rankOf = ready && ranks && !ready.computed ? ranksOf(ready.values) : null;

    const columns: TableColumn[] = [
      { id: "number", name: text.table.number, isNumber: false, width: 90 },
      { id: "name", name: text.table.name, isNumber: false, width: 220 },
      ...(hasParents
        ? [{ id: "parent", name: text.table.parent, isNumber: false, width: 160, term: "stadtbezirk" }]
        : []),
      ...ofFigures.map(({ cellOf: _, ...column }) => column),
      ...(rankOf ? [{ id: "rank", name: text.reading.rank, isNumber: true, width: 90, isExtra: true }] : []),
      { id: "residents", name: text.table.residents, isNumber: true, width: 120, term: "einwohner" },
      { id: "areaHa", name: text.table.areaHa, isNumber: true, width: 110, isExtra: true },
    ];

    const rows = areas.map(
      (area): TableRow => ({
        selection: { kind: "area", level: area.level, number: area.number },
        cells: {
          number: { text: area.number, sort: area.number },
          name: { text: area.name ?? area.number, sort: area.name ?? area.number },
          parent: textCell(nameOf.get(area.parentNumber ?? "") ?? ""),
          residents: numberCell(area.residents, formats.number, text.record.unknown),
          areaHa: numberCell(area.areaHa, (figure) => formats.number(figure, 1), text.record.unknown),
          rank: numberCell(rankOf?.get(area.number) ?? null, formats.number, text.record.unknown),
          ...Object.fromEntries(ofFigures.map(({ id, cellOf }) => [id, cellOf(area.number)])),
        },
      }),
    );
    const isKept = ({ selection }: TableRow) =>
      selection.kind !== "area" ||
      ((keptClass === null || ready?.keptOf(selection.number) === keptClass) &&
        (keptAreas === null || keptAreas.has(selection.number)));
    return {
      columns,
      rows: rows.filter(isKept),
      total: rows.length,
      filteredBy: [
        ...(keptClass !== null && ready ? [labels.get(keptClass) ?? ""] : []),
        ...(keptAreas !== null && ready ? [text.reading.picked] : []),
      ],
      // An order by value is a ranking, which nobody outside the administration is shown unasked.
      sortedBy:
        ranks && !ready?.computed
          ? { column: "value", isDescending: true }
          : { column: "number", isDescending: false },
    };
  }, [areas, ready, ranks, level, keptClass, keptAreas, districts, formats, text]);
}

/**
 * Whether areas may be put in an order: inside the administration, in a Sicht that shows its own figures, and never
 * for the cohesion study, whose ranks did harm (MODEL §7).
 */
function useMayRank(figures: Figures | null): boolean {
  const { me } = useOpened();
  const sight = usePage((state) => state.sight);
  const isInside = me.ceilings.includes("INTERNAL") && (sight === null || isAtMost("INTERNAL", sight));
  return isInside && figures !== null && figures.indicator.theme !== "cohesion";
}

/** What the map says as columns: the figure with its change, the change with both its figures, or a pair. */
function useFigureColumns(): (figures: Figures, labels: ReadonlyMap<unknown, string>) => FigureColumn[] {
  const { text, say, formats } = useLanguage();
  const shownValue = useShownValue();
  return (figures, labels) => {
    const { indicator, period, values, series, change, pair, computed, keptOf, scale } = figures;
    const column = (
      id: string,
      name: string,
      shown: Figures["indicator"],
      of: Figures["values"],
    ): FigureColumn => ({
      ...{ id, name, isNumber: true, width: 190 },
      cellOf: (number) => ({
        text: shownValue(of.get(number), shown),
        sort: of.get(number)?.value ?? null,
      }),
    });
    const heading = (one: Figures["indicator"], at: string) =>
      `${say(one.shortName ?? one.name)} ${shortPeriod(at)}`;
    const inClasses: FigureColumn = {
      ...{ id: "class", name: text.table.class, isNumber: false, width: 190 },
      cellOf: (number) => {
        const kept = keptOf(number);
        const colour = typeof kept === "number" ? scale.colours[kept] : undefined;
        return {
          text: labels.get(kept) ?? "",
          sort: typeof kept === "number" ? kept : null,
          ...(colour ? { colour } : {}),
        };
      },
    };
    const classColumns = indicator.kind === "count" ? [] : [inClasses];
    if (computed) {
      return [
        inClasses,
        column("value", say(indicator.shortName ?? indicator.name), indicator, values),
        ...computed.columns.map(
          ({ cells, ...head }): FigureColumn => ({
            ...head,
            cellOf: (number) => cells.get(number) ?? { text: text.record.notApplicable, sort: null },
          }),
        ),
      ];
    }
    if (pair) {
      const { indicator: second } = pair;
      return [
        column("value", heading(indicator, period), indicator, values),
        column("second", heading(second, pair.period), second, pair.values),
        ...classColumns,
      ];
    }
    if (change) {
      const told = series.indicator;
      return [
        column("value", text.table.change(shortPeriod(change.since)), indicator, values),
        ...[change.since, period].map((at) =>
          column(at, heading(told, at), told, periodValues(series.allValues, at)),
        ),
        ...classColumns,
      ];
    }
    const first = indicator.periods[0];
    const since = first && first !== period ? changeColumn(figures, first) : [];
    return [column("value", heading(indicator, period), indicator, values), ...since, ...classColumns];
  };

  function changeColumn({ indicator, allValues, values }: Figures, first: string): FigureColumn[] {
    const before = periodValues(allValues, first);
    return [
      {
        ...{ id: "change", name: text.table.change(shortPeriod(first)), isNumber: true, width: 170 },
        cellOf: (number) => {
          const [now, then] = [values.get(number)?.value ?? null, before.get(number)?.value ?? null];
          if (now === null || then === null) return { text: text.record.unknown, sort: null };
          return { text: formats.change(now - then, indicator.decimals), sort: now - then };
        },
      },
    ];
  }
}

function textCell(text: string): TableCell {
  return { text, sort: text };
}

function numberCell(value: number | null, show: (value: number) => string, unknown: string): TableCell {
  return value === null ? { text: unknown, sort: null } : { text: show(value), sort: value };
}
