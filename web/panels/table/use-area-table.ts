import { useMemo } from "react";
import { classOf } from "#domain/classification/class-method.ts";
import { classRows, keptClassOf } from "#domain/classification/class-rows.ts";
import { periodValues } from "#domain/indicator/period-values.ts";
import { useShown } from "../../data/figures.tsx";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { useClassLabel } from "../indicator/use-class-label.ts";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { useShownValue } from "../selection/shown-value.ts";
import type { TableCell, TableColumn, TableModel, TableRow } from "./table-model.ts";

/** The areas of the level with what the map says about them. */
export function useAreaTable(): TableModel {
  const { text, say, formats } = useLanguage();
  const { figures, areas } = useShown();
  const level = usePage((state) => state.level);
  const kept = usePage((state) => state.keptClass);
  const districts = useAreas("district").data;
  const shownValue = useShownValue();
  const ready = figures.kind === "ready" ? figures : null;
  const labelOf = useClassLabel(ready?.indicator ?? { unit: "" }, ready?.scale ?? { breaks: [] });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the helpers change with the language, which formats stands for
  return useMemo(() => {
    const hasParents = level !== "district";
    const nameOf = new Map((districts ?? []).map((area) => [area.number, area.name ?? area.number]));
    const isCount = ready?.indicator.kind === "count";
    const firstPeriod = ready?.indicator.periods[0];
    const before =
      ready && firstPeriod && firstPeriod !== ready.period
        ? periodValues(ready.allValues, firstPeriod)
        : null;
    const labels = new Map(
      ready ? classRows(ready.scale, areas, ready.values).map((row) => [row.kept, labelOf(row)]) : [],
    );

    const columns: TableColumn[] = [
      { id: "number", name: text.table.number, isNumber: false, width: 90 },
      { id: "name", name: text.table.name, isNumber: false, width: 220 },
      ...(hasParents ? [{ id: "parent", name: text.table.parent, isNumber: false, width: 160 }] : []),
      ...(ready
        ? [
            {
              id: "value",
              name: `${say(ready.indicator.shortName ?? ready.indicator.name)} ${shortPeriod(ready.period)}`,
              isNumber: true,
              width: 190,
            },
            ...(before && firstPeriod
              ? [
                  {
                    id: "change",
                    name: text.table.change(shortPeriod(firstPeriod)),
                    isNumber: true,
                    width: 170,
                  },
                ]
              : []),
            ...(isCount ? [] : [{ id: "class", name: text.table.class, isNumber: false, width: 190 }]),
          ]
        : []),
      { id: "residents", name: text.table.residents, isNumber: true, width: 120 },
      { id: "areaHa", name: text.table.areaHa, isNumber: true, width: 110, isExtra: true },
    ];

    const rows = areas.map((area): TableRow => {
      const value = ready?.values.get(area.number);
      const keptHere = ready ? keptClassOf(value, ready.scale.breaks) : null;
      const colour =
        ready && value?.value !== null && value !== undefined
          ? ready.scale.colours[classOf(value.value, ready.scale.breaks)]
          : undefined;
      const cells: Record<string, TableCell> = {
        number: { text: area.number, sort: area.number },
        name: { text: area.name ?? area.number, sort: area.name ?? area.number },
        parent: textCell(nameOf.get(area.parentNumber ?? "") ?? ""),
        residents: numberCell(area.residents, formats.number, text.record.unknown),
        areaHa: numberCell(area.areaHa, (figure) => formats.number(figure, 1), text.record.unknown),
      };
      if (ready) {
        cells.value = { text: shownValue(value, ready.indicator), sort: value?.value ?? null };
        cells.change = changeCell(
          value?.value ?? null,
          before?.get(area.number)?.value ?? null,
          ready.indicator.decimals,
        );
        cells.class = {
          text: keptHere === null ? "" : (labels.get(keptHere) ?? ""),
          sort: typeof keptHere === "number" ? keptHere : null,
          ...(colour ? { colour } : {}),
        };
      }
      return { selection: { kind: "area", level: area.level, number: area.number }, cells };
    });

    function changeCell(now: number | null, then: number | null, decimals: number): TableCell {
      if (now === null || then === null) return { text: text.record.unknown, sort: null };
      return { text: formats.change(now - then, decimals), sort: now - then };
    }

    const isKept = (row: TableRow) =>
      kept === null ||
      !ready ||
      row.selection.kind !== "area" ||
      keptClassOf(ready.values.get(row.selection.number), ready.scale.breaks) === kept;
    const shown = rows.filter(isKept);
    return {
      columns,
      rows: shown,
      total: rows.length,
      filteredBy: kept !== null && ready ? [labels.get(kept) ?? ""] : [],
      sortedBy: ready ? { column: "value", isDescending: true } : { column: "number", isDescending: false },
    };
  }, [areas, ready, level, kept, districts, formats, text]);
}

function textCell(text: string): TableCell {
  return { text, sort: text };
}

function numberCell(value: number | null, show: (value: number) => string, unknown: string): TableCell {
  return value === null ? { text: unknown, sort: null } : { text: show(value), sort: value };
}
