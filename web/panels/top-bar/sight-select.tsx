import type { Visibility } from "#domain/access/visibility.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";

/** "Sicht": lowering it hides the rest everywhere, for instance before a projector is switched on. */
export function SightSelect({ levels }: { levels: readonly Visibility[] }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const sight = usePage((state) => state.sight);
  const highest = levels.at(-1);
  const shown = sight && levels.includes(sight) ? sight : highest;
  return (
    <label className="bar-select">
      <span>{text.sight.label}</span>
      <select
        value={shown}
        onChange={(event) => {
          const chosen = levels.find((level) => level === event.target.value);
          if (!chosen) return;
          store.getState().lookThrough(chosen === highest ? null : chosen);
          store.getState().announce(text.sight.changed(text.levels[chosen]));
        }}
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {text.levels[level]}
          </option>
        ))}
      </select>
    </label>
  );
}
