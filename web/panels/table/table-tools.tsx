import { type ReactNode, useEffect } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { ScenarioEffect } from "../scenario/scenario-effect.tsx";
import { ScenarioTag } from "../scenario/scenario-tag.tsx";
import { ExportButton } from "./export-button.tsx";
import type { TableModel } from "./table-model.ts";

/** What the table lists, filter, columns, how many rows, export. */
export function TableTools({
  of,
  model,
  shownRows,
  search,
  hidden,
  onSearch,
  onToggleColumn,
  exporter,
}: {
  of: string;
  model: TableModel;
  shownRows: number;
  search: string;
  hidden: ReadonlySet<string>;
  onSearch: (text: string) => void;
  onToggleColumn: (column: string) => void;
  exporter?: ReactNode;
}) {
  const { text, say, formats } = useLanguage();
  const { city, layers } = useOpened();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const levelName = city.levels.find((one) => one.level === level);
  const filters = [...model.filteredBy, ...(search.trim() ? [text.table.filteredByText(search.trim())] : [])];
  const count =
    shownRows === model.total
      ? text.table.allRows(model.total)
      : text.table.rows(formats.number(shownRows), formats.number(model.total));

  useEffect(() => {
    const timer = setTimeout(() => store.getState().announce(count), 600);
    return () => clearTimeout(timer);
  }, [count, store]);

  return (
    <div className="table-tools">
      <label className="tool">
        <span className="for-ears">{text.table.of}</span>
        <select value={of} onChange={(event) => store.getState().openTable(event.target.value)}>
          <option value="areas">{levelName ? say(levelName.plural) : level}</option>
          {layers
            .filter((layer) => layer.kind === "records" && (layer.count > 0 || layer.layer === of))
            .map((layer) => (
              <option key={layer.layer} value={layer.layer}>
                {say(layer.name)}
              </option>
            ))}
        </select>
      </label>
      <label className="tool">
        <span className="for-ears">{text.table.filter}</span>
        <input
          type="search"
          value={search}
          placeholder={text.table.filter}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <DropPanel
        label={text.table.columns}
        icon="columns"
        title={text.table.columns}
        className="columns-menu"
      >
        {() => (
          <fieldset className="choice">
            <legend>{text.table.columns}</legend>
            {model.columns.map((column) => (
              <label key={column.id} className="check">
                <input
                  type="checkbox"
                  checked={!hidden.has(column.id)}
                  disabled={column.id === "name" || column.id === "title"}
                  onChange={() => onToggleColumn(column.id)}
                />
                {column.name}
              </label>
            ))}
          </fieldset>
        )}
      </DropPanel>
      <p className="table-count">
        {count}
        {filters.length > 0 && ` · ${text.table.filteredBy(formats.list(filters))}`}
      </p>
      <ScenarioTag />
      {of === "facilities" && <ScenarioEffect present={model.total} />}
      {exporter ?? <ExportButton of={of} />}
    </div>
  );
}
