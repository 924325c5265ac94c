import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import type { SceneSelection } from "../../map/map-scene.ts";
import { isSame, selectionKey } from "../../state/selection.ts";
import { ClassSwatch } from "../../symbols/state-pattern.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Term } from "../glossary/term.tsx";
import type { TableModel, TableRow } from "./table-model.ts";

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const rowHeight = 36;

/** Rows of the model, sorted and filtered, only those in view drawn; a row is the same selection as the map. */
export function DataTable({
  model,
  label,
  search,
  hidden,
  sorting,
  selected,
  onSort,
  onSelect,
  onCount,
}: {
  model: TableModel;
  label: string;
  search: string;
  /** Columns that are not shown. */
  hidden: ReadonlySet<string>;
  sorting: SortingState;
  selected: SceneSelection | null;
  onSort: (sorting: SortingState) => void;
  onSelect: (row: TableRow) => void;
  onCount: (rows: number) => void;
}) {
  const { text, language } = useLanguage();
  const scroller = useRef<HTMLElement>(null);
  const collator = useMemo(() => new Intl.Collator(language, { numeric: true }), [language]);

  const columns = useMemo(
    () =>
      model.columns.map(({ id }) => ({
        id,
        accessorFn: (row: TableRow) => row.cells[id]?.sort ?? undefined,
        sortUndefined: "last" as const,
        sortFn: (a: { original: TableRow }, b: { original: TableRow }) =>
          compared(a.original.cells[id]?.sort, b.original.cells[id]?.sort, collator),
      })),
    [model.columns, collator],
  );
  const table = useTable({
    features,
    columns,
    data: model.rows as TableRow[],
    getRowId: (row: TableRow) => selectionKey(row.selection),
    state: {
      sorting,
      globalFilter: search,
      columnVisibility: Object.fromEntries([...hidden].map((id) => [id, false])),
    },
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row: { original: TableRow }, _column: string, wanted: string) =>
      Object.values(row.original.cells).some((cell) =>
        cell.text.toLocaleLowerCase(language).includes(wanted.trim().toLocaleLowerCase(language)),
      ),
    onSortingChange: (change) => onSort(typeof change === "function" ? change(sorting) : change),
  });

  const rows = table.getRowModel().rows;
  const shownColumns = model.columns.filter(({ id }) => !hidden.has(id));
  useEffect(() => onCount(rows.length), [rows.length, onCount]);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  const place = selected ? rows.findIndex((row) => isSame(row.original.selection, selected)) : -1;
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place, { align: "auto" });
  }, [place, virtualizer]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" ref={scroller} tabIndex={0} aria-label={label}>
      <table className="data-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {shownColumns.map((column) => {
              const sorted = sorting.find((one) => one.id === column.id);
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.isNumber ? "number" : undefined}
                  style={{ minWidth: `min(${column.width / 16}rem, 40vw)` }}
                  aria-sort={sorted ? (sorted.desc ? "descending" : "ascending") : undefined}
                >
                  <button
                    type="button"
                    className="sort-button"
                    title={text.table.sortBy(column.name)}
                    onClick={() => onSort([{ id: column.id, desc: sorted ? !sorted.desc : column.isNumber }])}
                  >
                    {column.name}
                    {sorted && <Icon name={sorted.desc ? "down" : "up"} />}
                  </button>
                  {column.term && (
                    <Term name={column.term}>
                      <span aria-hidden="true">?</span>
                      <span className="for-ears">{text.table.explain(column.name)}</span>
                    </Term>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={shownColumns.length} />}
          {items.map((item) => {
            const row = rows[item.index]?.original;
            if (!row) return null;
            const isSelected = isSame(row.selection, selected);
            return (
              <tr
                key={item.key}
                aria-rowindex={item.index + 2}
                aria-current={isSelected ? "true" : undefined}
                onClick={() => onSelect(row)}
              >
                {shownColumns.map((column, index) => {
                  const cell = row.cells[column.id];
                  const isName = column.id === "name" || column.id === "title";
                  const Cell = isName ? "th" : "td";
                  return (
                    <Cell
                      key={column.id}
                      scope={isName ? "row" : undefined}
                      className={column.isNumber ? "number" : undefined}
                      data-column={index}
                    >
                      {cell?.colour && <ClassSwatch colour={cell.colour} />}
                      {isName ? (
                        <button type="button" className="link-button quiet" onClick={() => onSelect(row)}>
                          {cell?.text}
                        </button>
                      ) : (
                        cell?.text
                      )}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} columns={shownColumns.length} />}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows above or below that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className="gap">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function compared(
  a: string | number | null | undefined,
  b: string | number | null | undefined,
  collator: Intl.Collator,
): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a ?? ""), String(b ?? ""));
}
