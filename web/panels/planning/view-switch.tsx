import { useId } from "react";
import { planningViews } from "#domain/view/view-words.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** One question at a time: gaps, double structures or suggestions. */
export function ViewSwitch() {
  const words = usePlanningText();
  const store = usePageStore();
  const view = usePage((state) => state.planningView);
  const name = useId();
  return (
    <div className="planning-views">
      <fieldset className="segments">
        <legend className="for-ears">{words.views.label}</legend>
        {planningViews.map((one) => (
          <label key={one} className="segment">
            <input
              type="radio"
              name={name}
              checked={view === one}
              onChange={() => store.getState().plan({ planningView: one })}
            />
            <span>{words.views[one]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
