import { classMethods, maxClasses, minClasses } from "#domain/classification/class-method.ts";
import { type SequentialRamp, sequentialRamps } from "#domain/classification/palette.ts";
import {
  classMethodOf,
  hasContentBreaks,
  hasFreeClasses,
} from "#domain/classification/recommended-method.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { OpacitySlider } from "../../ui/opacity-slider.tsx";

/** Class method, number of classes, colours, values on the map, opacity. */
export default function ClassForm({ figures: { indicator, scale } }: { figures: Figures }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const ramp = usePage((state) => state.ramp);
  const showsValues = usePage((state) => state.showsValues);
  const opacity = usePage((state) => state.indicatorOpacity);
  return (
    <div className="stack">
      {indicator.kind !== "count" && <Classes indicator={indicator} shown={scale.colours.length} />}
      <label className="field">
        <span>{text.indicator.ramp}</span>
        <select
          value={ramp}
          onChange={(event) => store.getState().chooseRamp(event.target.value as SequentialRamp)}
        >
          {(Object.keys(sequentialRamps) as SequentialRamp[]).map((one) => (
            <option key={one} value={one}>
              {text.indicator.ramps[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={showsValues} onChange={() => store.getState().toggleValues()} />
        <span>{text.indicator.showValues}</span>
      </label>
      <OpacitySlider
        label={text.indicator.opacity}
        value={opacity}
        onChange={(value) => store.getState().fadeIndicator(value)}
      />
    </div>
  );
}

function Classes({ indicator, shown }: { indicator: Figures["indicator"]; shown: number }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const chosen = usePage((state) => state.classMethod);
  const classes = usePage((state) => state.classes);
  const method = classMethodOf(indicator, chosen);
  const isFree = hasFreeClasses(method);
  const counts = Array.from({ length: maxClasses - minClasses + 1 }, (_, index) => minClasses + index);
  return (
    <>
      <label className="field">
        <span>{text.classes.method}</span>
        <select
          value={chosen ?? ""}
          onChange={(event) =>
            store.getState().chooseClassMethod(classMethods.find((one) => one === event.target.value) ?? null)
          }
        >
          <option value="">
            {text.classes.recommended(text.classes.methods[classMethodOf(indicator, null)])}
          </option>
          {classMethods
            .filter((one) => one !== "content" || hasContentBreaks(indicator))
            .map((one) => (
              <option key={one} value={one}>
                {text.classes.methods[one]}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span>{text.classes.count}</span>
        <select
          value={isFree ? classes : shown}
          disabled={!isFree}
          onChange={(event) => store.getState().chooseClasses(Number(event.target.value))}
        >
          {(isFree ? counts : [shown]).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
