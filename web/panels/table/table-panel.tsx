import { lazy } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { Part } from "../../ui/part.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useMapTitle } from "../map/use-map-title.ts";
import { ResizeHandle } from "./resize-handle.tsx";

const TableBody = lazy(() => import("./table-body.tsx"));

/** The table at the bottom: folded to one line until it is asked for. */
export function TablePanel({ frame }: { frame: "panels" | "sheet" | "column" }) {
  const { text, say, formats } = useLanguage();
  const { city } = useOpened();
  const store = usePageStore();
  const isOpen = usePage((state) => state.isTableOpen) || frame === "column";
  const height = usePage((state) => state.tableHeight);
  const level = usePage((state) => state.level);
  const isLow = useMedia("(max-height: 500px)");
  const { title } = useMapTitle();
  const names = city.levels.find((one) => one.level === level);

  return (
    <section
      className={`table-panel ${isOpen ? "is-open" : ""}`}
      id="table"
      tabIndex={-1}
      aria-label={text.panels.table}
      style={isOpen && frame !== "column" && !isLow ? { height: `${height}px` } : undefined}
    >
      {/* The map with its heading is hidden while the table has its turn. */}
      {frame === "column" && <h1 className="for-ears">{title}</h1>}
      {isOpen && frame !== "column" && <ResizeHandle />}
      {frame !== "column" && (
        <div className="table-bar">
          <button
            type="button"
            className="table-toggle"
            aria-expanded={isOpen}
            onClick={() => (isOpen ? store.getState().closeTable() : store.getState().openTable())}
          >
            <Icon name={isOpen ? "down" : "up"} />
            {text.panels.table}
          </button>
          {!isOpen && names && (
            <span className="table-summary">
              {formats.number(names.count)} {say(names.plural)}
            </span>
          )}
        </div>
      )}
      {isOpen && (
        <Part lines={6}>
          <TableBody />
        </Part>
      )}
    </section>
  );
}
