import { useLanguage } from "../../i18n/language.tsx";

/** A period as people say it: a day, a year or a school year. */
export function usePeriodLabel(): (period: string) => string {
  const { text, formats } = useLanguage();
  return (period) => (period.includes("/") ? text.period.schoolYear(period) : formats.period(period));
}

/** The same for titles and table heads: a Stichtag is its year, which no other period of a series shares. */
export function shortPeriod(period: string): string {
  return period.includes("/") ? period : period.slice(0, 4);
}
