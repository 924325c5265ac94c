import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Indicators by their short names; one this person does not see by its code. */
export function useIndicatorNames(): (codes: readonly string[] | undefined) => string {
  const { say, formats } = useLanguage();
  const { indicators } = useOpened();
  return (codes = []) =>
    formats.list(
      codes.map((code) => {
        const indicator = indicators.find((one) => one.code === code);
        return indicator ? say(indicator.shortName ?? indicator.name) : code;
      }),
    );
}
