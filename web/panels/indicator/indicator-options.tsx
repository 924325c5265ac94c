import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { indicatorThemes } from "#domain/indicator/indicator.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Indicators to choose from, grouped by theme and by name within it. */
export function IndicatorOptions({ offered }: { offered: readonly IndicatorAnswer[] }) {
  const { text, say, language } = useLanguage();
  return indicatorThemes.map((theme) => {
    const members = offered
      .filter((one) => one.theme === theme)
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
  });
}
