import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { IndicatorOptions } from "./indicator-options.tsx";

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
  const { text } = useLanguage();
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
        <option value="">{text.indicator.chooseOne}</option>
        <IndicatorOptions offered={offered.filter(({ code }) => !taken.includes(code))} />
      </select>
    </label>
  );
}
