import { useLanguage } from "../../i18n/language.tsx";

/** A period as people say it: a day, a year or a school year. */
export function usePeriodLabel(): (period: string) => string {
  const { text, formats } = useLanguage();
  return (period) => (period.includes("/") ? text.period.schoolYear(period) : formats.period(period));
}
