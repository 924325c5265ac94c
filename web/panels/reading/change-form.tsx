import "../../styles/reading.css";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { shortPeriod } from "../indicator/use-period-label.ts";
import { useReadingText } from "./use-reading-text.ts";

/** What the change is counted from, whether the city's own is taken off, and what stands against comparing. */
export default function ChangeForm({ figures }: { figures: Figures }) {
  const { say, formats } = useLanguage();
  const words = useReadingText();
  const store = usePageStore();
  const { change, series } = figures;
  if (!change) return null;
  const hasCity = series.cityValues.length > 0;
  return (
    <div className="stack">
      <label className="field">
        <span>{words.since}</span>
        <select
          value={change.since}
          onChange={(event) => store.getState().read({ since: event.target.value })}
        >
          {series.indicator.periods.slice(0, -1).map((period) => (
            <option key={period} value={period}>
              {shortPeriod(period)}
            </option>
          ))}
        </select>
      </label>
      {hasCity && (
        <label className="check">
          <input
            type="checkbox"
            checked={change.isRelative}
            onChange={() => store.getState().read({ isRelative: !change.isRelative })}
          />
          <span>{words.relative}</span>
        </label>
      )}
      {series.indicator.kind === "count" && <p className="small">{words.inPercent}</p>}
      {change.breaks.map((one) => (
        <Notice key={one.date}>{words.methodBreak(formats.date(one.date), say(one.text))}</Notice>
      ))}
    </div>
  );
}
