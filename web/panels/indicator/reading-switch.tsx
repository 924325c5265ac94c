import { lazy, useId } from "react";
import { canPair } from "#domain/reading/pair-reading.ts";
import { readings } from "#domain/view/view-words.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Part } from "../../ui/part.tsx";

const ChangeForm = lazy(() => import("../reading/change-form.tsx"));
const PairForm = lazy(() => import("../reading/pair-form.tsx"));

/** The figure itself, how it changed, or how it goes together with another one. */
export function ReadingSwitch({ figures }: { figures: Figures }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const reading = usePage((state) => state.reading);
  const name = useId();
  const { indicator } = figures.series;
  const isOffered = {
    value: true,
    change: indicator.periods.length > 1,
    pair: canPair(indicator),
  };
  const offered = readings.filter((one) => isOffered[one]);
  if (offered.length < 2) return null;
  const shown = isOffered[reading] ? reading : "value";
  return (
    <div className="reading">
      <fieldset className="segments">
        <legend className="for-ears">{text.reading.label}</legend>
        {offered.map((one) => (
          <label key={one} className="segment">
            <input
              type="radio"
              name={name}
              checked={shown === one}
              onChange={() => store.getState().read({ reading: one })}
            />
            <span>{text.reading.readings[one]}</span>
          </label>
        ))}
      </fieldset>
      {shown !== "value" && (
        <Part lines={2}>
          {shown === "change" ? <ChangeForm figures={figures} /> : <PairForm figures={figures} />}
        </Part>
      )}
    </div>
  );
}
