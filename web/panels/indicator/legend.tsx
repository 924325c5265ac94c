import { isShortUnit } from "#domain/classification/class-label.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { ClassSwatch, StateSwatch } from "../../symbols/state-pattern.tsx";
import { SymbolLegend } from "./symbol-legend.tsx";
import { useClassLabel } from "./use-class-label.ts";
import { useHiddenNote } from "./use-hidden-note.ts";

/** Classes with their areas and residents; choosing a row keeps those areas and fades the rest. */
export function Legend({ figures }: { figures: Figures }) {
  const { text, formats } = useLanguage();
  const store = usePageStore();
  const { indicator } = figures;
  const kept = usePage((state) => state.keptClass);
  const labelOf = useClassLabel()(figures);
  const notes = useHiddenNote()(figures);
  const unit = formats.unit(indicator.unit);
  const isCount = indicator.kind === "count";
  const rows = figures.rows.filter((row) => !isCount || typeof row.kept === "string");

  return (
    <div className="legend">
      {isCount && <SymbolLegend figures={figures} />}
      {rows.length > 0 && (
        <p className="legend-head" aria-hidden="true">
          {!isShortUnit(unit) && <span className="legend-unit">{unit}</span>}
          <span>{text.classes.areasHeading}</span>
          <span>{text.classes.residentsHeading}</span>
        </p>
      )}
      <ul className="legend-rows" aria-label={text.layers.legend}>
        {rows.map((row) => {
          const label = labelOf(row);
          const share = row.shareOfResidents === null ? null : formats.share(row.shareOfResidents);
          return (
            <li key={row.kept}>
              <button
                type="button"
                className="legend-row"
                aria-pressed={kept === row.kept}
                title={text.indicator.keep}
                onPointerEnter={() => store.getState().peekAtClass(row.kept)}
                onPointerLeave={() => store.getState().peekAtClass(null)}
                onFocus={() => store.getState().peekAtClass(row.kept)}
                onBlur={() => store.getState().peekAtClass(null)}
                onClick={() => {
                  const isKept = kept === row.kept;
                  store.getState().keepClass(isKept ? null : row.kept);
                  if (!isKept) store.getState().announce(text.classes.kept(label));
                }}
              >
                {row.colour && <ClassSwatch colour={row.colour} />}
                {typeof row.kept === "string" && row.kept !== "VALUE" && <StateSwatch state={row.kept} />}
                <span className="legend-label">{label}</span>
                <span className="legend-count">
                  {formats.number(row.areas)}
                  <span className="for-ears"> {text.classes.areasHeading}</span>
                </span>
                <span className="legend-share">
                  {share ?? ""}
                  {share && <span className="for-ears"> {text.classes.residentsHeading}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </div>
  );
}
