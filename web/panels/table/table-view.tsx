import type { SortingState } from "@tanstack/react-table";
import { type ReactNode, useCallback, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { selectedOf } from "../../state/selection.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useMedia } from "../../ui/use-media.ts";
import { DataTable } from "./data-table.tsx";
import type { TableModel } from "./table-model.ts";
import { TableTools } from "./table-tools.tsx";

/** On a telephone, name and value come first; the rest can be chosen. */
const narrowExtras = ["number", "parent"];

/** Tools above, rows below. Sorting, filter and columns are this table's own and end with it. */
export function TableView({
  model,
  of,
  name,
  exporter,
}: {
  model: TableModel;
  of: string;
  name: string;
  /** In place of the export of the records or areas. */
  exporter?: ReactNode;
}) {
  const { text } = useLanguage();
  const store = usePageStore();
  const selected = usePage((state) => selectedOf(state.look));
  const isNarrow = useMedia("(max-width: 479.98px)");
  const [search, setSearch] = useState("");
  const [shownRows, setShownRows] = useState(model.rows.length);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        model.columns
          .filter(({ id, isExtra }) => isExtra || (isNarrow && narrowExtras.includes(id)))
          .map(({ id }) => id),
      ),
  );
  const [chosenSorting, setSorting] = useState<SortingState | null>(null);
  // A column that went away, such as the value of an indicator, cannot stay the one sorted by.
  const sorting = chosenSorting?.every(({ id }) => model.columns.some((column) => column.id === id))
    ? chosenSorting
    : [{ id: model.sortedBy.column, desc: model.sortedBy.isDescending }];

  const toggleColumn = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  const sort = (next: SortingState) => {
    setSorting(next);
    const [first] = next;
    const column = model.columns.find((one) => one.id === first?.id);
    if (!first || !column) return;
    const direction = first.desc ? text.table.sortDescending : text.table.sortAscending;
    store.getState().announce(`${column.name}, ${direction}.`);
  };
  const count = useCallback((rows: number) => setShownRows(rows), []);

  return (
    <div className="table-view">
      <TableTools
        of={of}
        model={model}
        shownRows={shownRows}
        search={search}
        hidden={hidden}
        onSearch={setSearch}
        onToggleColumn={toggleColumn}
        exporter={exporter}
      />
      <DataTable
        model={model}
        label={`${text.panels.table}: ${name}`}
        search={search}
        hidden={hidden}
        sorting={sorting}
        selected={selected}
        onSort={sort}
        onSelect={(row) => store.getState().select(row.selection)}
        onCount={count}
      />
      {shownRows === 0 && (
        <p className="table-empty">{model.total === 0 ? text.table.emptyType : text.table.empty}</p>
      )}
    </div>
  );
}
