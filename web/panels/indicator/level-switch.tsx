import { useId } from "react";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";

/** Which areas are coloured and selected. */
export function LevelSwitch() {
  const { text, say } = useLanguage();
  const { city } = useOpened();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const name = useId();
  const levels = city.levels.filter((one) => one.level !== "city");
  if (levels.length < 2) return null;
  const shown = levels.find((one) => one.level === level);
  return (
    <>
      <fieldset className="segments">
        <legend className="for-ears">{text.indicator.level}</legend>
        {levels.map((one) => (
          <label key={one.level} className="segment">
            <input
              type="radio"
              name={name}
              checked={level === one.level}
              onChange={() => store.getState().switchLevel(one.level)}
            />
            <span>{say(one.plural)}</span>
          </label>
        ))}
      </fieldset>
      {shown && !shown.isDrawn && <p className="small">{text.indicator.notDrawn(say(shown.plural))}</p>}
    </>
  );
}
