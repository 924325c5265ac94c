import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { IndicatorOptions } from "../indicator/indicator-options.tsx";
import { useMonitoringText } from "./use-monitoring-text.ts";

/** One more indicator out of those offered, by theme; those taken are not offered again. */
export function IndicatorSelect({
  label,
  offered,
  taken,
  onChoose,
}: {
  label: string;
  offered: readonly IndicatorAnswer[];
  taken: readonly string[];
  onChoose: (indicator: IndicatorAnswer) => void;
}) {
  const words = useMonitoringText();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value=""
        onChange={(event) => {
          const indicator = offered.find(({ code }) => code === event.target.value);
          if (indicator) onChoose(indicator);
        }}
      >
        <option value="">{words.index.chooseOne}</option>
        <IndicatorOptions offered={offered.filter(({ code }) => !taken.includes(code))} />
      </select>
    </label>
  );
}
