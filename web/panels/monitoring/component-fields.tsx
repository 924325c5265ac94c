import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { componentOf, indexIndicators } from "../../monitoring/index-trial.ts";
import { type IndexTrial, indexWeights } from "../../state/monitoring-slice.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { IndicatorSelect } from "../indicator/indicator-select.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** The indicators an index is made of, each with its weight. */
export function ComponentFields({ trial }: { trial: IndexTrial }) {
  const { say, formats } = useLanguage();
  const words = useMonitoringText();
  const { indicators } = useOpened();
  const store = usePageStore();
  const level = usePage((state) => state.level);
  const offered = indexIndicators(indicators, level);
  const change = (components: IndexTrial["components"]) =>
    store.getState().monitor({ indexTrial: { ...trial, components } });

  return (
    <fieldset className="index-components">
      <legend>{words.index.components}</legend>
      {trial.components.map((component) => {
        const indicator = indicators.find(({ code }) => code === component.indicatorCode);
        const name = indicator ? say(indicator.shortName ?? indicator.name) : component.indicatorCode;
        return (
          <div key={component.indicatorCode} className="index-component">
            <span className="component-name">
              {name}
              <small>
                {component.direction === "HIGH_IS_RESOURCE" ? words.index.resource : words.index.burden}
              </small>
            </span>
            <input
              type="range"
              min={indexWeights.least}
              max={indexWeights.most}
              step={indexWeights.step}
              value={component.weight}
              aria-label={words.index.weightOf(name)}
              aria-valuetext={formats.number(component.weight, 1)}
              onChange={(event) =>
                change(
                  trial.components.map((one) =>
                    one === component ? { ...one, weight: Number(event.target.value) } : one,
                  ),
                )
              }
            />
            <output>{formats.number(component.weight, 1)}</output>
            <IconButton
              icon="close"
              className="small-button"
              label={words.index.remove(name)}
              onClick={() => change(trial.components.filter((one) => one !== component))}
            />
          </div>
        );
      })}
      <IndicatorSelect
        label={words.index.add}
        offered={offered}
        taken={trial.components.map(({ indicatorCode }) => indicatorCode)}
        onChoose={(indicator) => change([...trial.components, componentOf(indicator)])}
      />
      <p className="small">{words.index.fourToEight}</p>
    </fieldset>
  );
}
