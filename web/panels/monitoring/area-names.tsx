import { useId } from "react";
import { useShown } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useJump } from "../map/map-handle.ts";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** Areas by name, never by how they stand; each goes to the map. */
export function AreaNames({
  heading,
  numbers,
  tell,
}: {
  heading: string;
  numbers: readonly string[];
  /** What is said of an area beside its name. */
  tell?: (areaNumber: string) => string;
}) {
  const { language, formats } = useLanguage();
  const { areaList: words } = useMonitoringText();
  const { areas } = useShown();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const jump = useJump();
  const id = useId();
  const wanted = new Set(numbers);
  const named = areas
    .filter(({ number }) => wanted.has(number))
    .map((area) => ({ area, name: area.name ?? area.number }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <section aria-labelledby={id} className="area-names">
      <h4 id={id}>{words.heading(heading, formats.number(named.length))}</h4>
      {named.length > 0 && (
        <ul className="plain-list">
          {named.map(({ area, name }) => (
            <li key={area.number}>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  store.getState().select({ kind: "area", level, number: area.number });
                  if (area.bounds) jump({ bounds: area.bounds });
                }}
              >
                {name}
              </button>
              {tell && <span className="small"> {tell(area.number)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
