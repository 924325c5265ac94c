import { useMemo } from "react";
import { type FacilityTypeCode, facilityTypes } from "#domain/facility/facility-types.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { useAllRecords, useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { filterParameters, isFiltering } from "../../state/facility-filter.ts";
import { usePage } from "../../state/use-page.ts";
import { allFamilies } from "../../state/view-slice.ts";
import { useFieldValue } from "../selection/facts.tsx";
import type { TableCell, TableColumn, TableModel, TableRow } from "./table-model.ts";

/** Records of a type with the fields their declaration lets lists filter by. */
export function useRecordTable(type: RecordType): { model: TableModel; isPending: boolean; error: unknown } {
  const { text, say, formats } = useLanguage();
  const isFacilities = type.type === "facilities";
  const filter = usePage((state) => state.facilityFilter);
  const families = usePage((state) => state.families);
  const hasFilter = isFacilities && isFiltering(filter);
  const answer = useAllRecords(type.type, hasFilter ? filterParameters(filter) : null);
  const districts = useAreas("district").data;
  const show = useFieldValue();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the helpers change with the language, which formats stands for
  const model = useMemo<TableModel>(() => {
    const fields = Object.entries(type.fields).filter(([, field]) => field.filter);
    const nameOf = new Map((districts ?? []).map((area) => [area.number, area.name ?? area.number]));
    // The field that is the title is not repeated.
    const columns: TableColumn[] = [
      { id: "title", name: say(type.names.singular), isNumber: false, width: 260 },
      { id: "state", name: text.table.state, isNumber: false, width: 150 },
      ...fields
        .filter(([field]) => !["name", "title", "code"].includes(field))
        .map(([field, declaration], place) => ({
          id: field,
          name: say(declaration.name),
          isNumber: declaration.filter === "number",
          width: 160,
          isExtra: place > 3,
        })),
      ...(isFacilities
        ? [{ id: "capacity", name: text.record.capacity.heading, isNumber: true, width: 120 }]
        : []),
      { id: "districts", name: text.record.districts, isNumber: false, width: 180 },
      { id: "visibility", name: text.record.visibility, isNumber: false, width: 150, isExtra: true },
    ];

    const { records: all = [], total = 0 } = answer.data ?? {};
    const shown = isFacilities
      ? all.filter(({ properties }) =>
          families.some((family) => family === facilityTypes[properties.type as FacilityTypeCode]?.family),
        )
      : all;
    const rows = shown.map((record): TableRow => {
      const state = type.lifecycle.states[record.state];
      const derived = type.derived?.(record as never) ?? {};
      const cells: Record<string, TableCell> = {
        title: textCell(type.title(record.properties)),
        state: textCell(state ? say(state.name) : record.state),
        districts: textCell(formats.list(record.districts.map((number) => nameOf.get(number) ?? number))),
        visibility: textCell(text.levels[record.visibility]),
        capacity: numberCell(derived.capacity),
      };
      for (const [field, declaration] of fields) {
        const value = record.properties[field];
        cells[field] = {
          text: show(value, declaration),
          sort: typeof value === "number" ? value : value === undefined ? null : show(value, declaration),
        };
      }
      return { selection: { kind: "record", type: type.type, id: record.id }, cells };
    });

    function numberCell(value: unknown): TableCell {
      return typeof value === "number"
        ? { text: formats.number(value), sort: value }
        : { text: text.record.unknown, sort: null };
    }

    return {
      columns,
      rows,
      total,
      filteredBy: [
        ...(hasFilter ? [text.table.filteredByFacilities] : []),
        ...(isFacilities && families.length < allFamilies.length ? [text.table.filteredByFamilies] : []),
      ],
      sortedBy: { column: "title", isDescending: false },
    };
  }, [type, answer.data, families, districts, hasFilter, formats, text]);

  return { model, isPending: answer.isPending, error: answer.error };
}

function textCell(text: string): TableCell {
  return { text, sort: text };
}
