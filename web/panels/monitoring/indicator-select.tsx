import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { indicatorThemes } from "#domain/indicator/indicator.ts";
import { useLanguage } from "../../i18n/language.tsx";
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
  const { text, say, language } = useLanguage();
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
        {indicatorThemes.map((theme) => {
          const members = offered
            .filter((one) => one.theme === theme && !taken.includes(one.code))
            .sort((a, b) => say(a.name).localeCompare(say(b.name), language));
          return members.length === 0 ? null : (
            <optgroup key={theme} label={text.indicator.themes[theme]}>
              {members.map((one) => (
                <option key={one.code} value={one.code}>
                  {say(one.name)}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}
