import { classMethods, maxClasses, minClasses } from "#domain/classification/class-method.ts";
import { type SequentialRamp, sequentialRamps } from "#domain/classification/palette.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { classMethodOf, hasContentBreaks, hasFreeClasses } from "../../state/selectors/class-method.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { OpacitySlider } from "../../ui/opacity-slider.tsx";

/** Under the legend, in small type: how classes are made, and what else changes the drawing. */
export function ClassSettings({ figures: { indicator, scale } }: { figures: Figures }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const chosen = usePage((state) => state.classMethod);
  const classes = usePage((state) => state.classes);
  const ramp = usePage((state) => state.ramp);
  const showsValues = usePage((state) => state.showsValues);
  const opacity = usePage((state) => state.indicatorOpacity);
  const method = classMethodOf(indicator, chosen);
  const isCount = indicator.kind === "count";
  const recommended = classMethodOf(indicator, null);

  return (
    <div className="class-settings">
      {!isCount && (
        <p className="small">
          {text.classes.fixed}, {text.classes.methods[method]}
        </p>
      )}
      <details>
        <summary>{text.classes.settings}</summary>
        <div className="stack">
          {!isCount && (
            <>
              <label className="field">
                <span>{text.classes.method}</span>
                <select
                  value={chosen ?? ""}
                  onChange={(event) =>
                    store
                      .getState()
                      .chooseClassMethod(classMethods.find((one) => one === event.target.value) ?? null)
                  }
                >
                  <option value="">{text.classes.recommended(text.classes.methods[recommended])}</option>
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
                  value={hasFreeClasses(method) ? classes : scale.colours.length}
                  disabled={!hasFreeClasses(method)}
                  onChange={(event) => store.getState().chooseClasses(Number(event.target.value))}
                >
                  {countsFor(hasFreeClasses(method) ? null : scale.colours.length).map((count) => (
                    <option key={count} value={count}>
                      {count}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
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
      </details>
    </div>
  );
}

function countsFor(only: number | null): number[] {
  if (only !== null) return [only];
  return Array.from({ length: maxClasses - minClasses + 1 }, (_, index) => minClasses + index);
}
