import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Language } from "#domain/text/text.ts";

/** Numbers, dates and periods as people of this language write them. */
export interface Formats {
  number: (value: number, decimals?: number) => string;
  /** Signed, for changes: "+1,2", "±0,0", "−3". */
  change: (value: number, decimals: number) => string;
  /** A share from 0 to 1 as a percentage. */
  share: (value: number) => string;
  euros: (value: number) => string;
  /** Value with the decimals and unit of its indicator. */
  value: (value: number, indicator: UnitAndDecimals) => string;
  unit: (unit: string) => string;
  /** ISO dates as a day, other texts unchanged. */
  date: (text: string) => string;
  moment: (text: string) => string;
  period: (period: string) => string;
  list: (items: readonly string[]) => string;
}
type UnitAndDecimals = Pick<Indicator, "unit" | "decimals">;

const tags: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** Units as the indicators write them; what is not listed is the same in both languages. */
const englishUnits: Record<string, string> = {
  "je 1.000": "per 1,000",
  "je 1.000 Einwohner": "per 1,000 residents",
  "je 100": "per 100",
  "je 100 Kinder": "per 100 children",
  Jahre: "years",
  Einwohner: "residents",
  Personen: "persons",
  Plätze: "places",
  "m² je Einwohner": "m² per resident",
  "Einwohner je ha": "residents per ha",
  Minuten: "minutes",
  Punkte: "points",
  Wohnungen: "dwellings",
  Haushalte: "households",
  Kinder: "children",
};

export function formatsOf(language: Language): Formats {
  const tag = tags[language];
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0) => {
    let format = numbers.get(decimals);
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      numbers.set(decimals, format);
    }
    return format.format(value).replace("-", "−");
  };
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const money = new Intl.NumberFormat(tag, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const minute = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  const enumeration = new Intl.ListFormat(tag, { type: "conjunction" });
  const unit = (text: string) => (language === "en" ? (englishUnits[text] ?? text) : text);
  const date = (text: string) =>
    /^\d{4}-\d{2}-\d{2}/.test(text) ? day.format(new Date(text.slice(0, 10))) : text;

  return {
    number,
    change: (value, decimals) => {
      const rounded = Number(value.toFixed(decimals));
      const sign = rounded > 0 ? "+" : rounded === 0 ? "±" : "";
      return `${sign}${number(rounded === 0 ? 0 : rounded, decimals)}`;
    },
    share: (value) => percent.format(value),
    euros: (value) => money.format(value),
    value: (value, { unit: name, decimals }) => {
      const figure = number(value, decimals);
      return name === "" || name === "Index" ? figure : `${figure}\u00a0${unit(name)}`;
    },
    unit,
    date,
    moment: (text) => minute.format(new Date(text)),
    period: date,
    list: (items) => enumeration.format(items),
  };
}
