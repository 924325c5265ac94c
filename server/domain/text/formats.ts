import type { Indicator } from "../indicator/indicator.ts";
import type { Language } from "./text.ts";

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
  /** Hour and minute of a moment. */
  time: (text: string) => string;
  period: (period: string) => string;
  list: (items: readonly string[]) => string;
}
/** `isChange`: told with its sign, since it says by how much something moved. */
type UnitAndDecimals = Pick<Indicator, "unit" | "decimals"> & { isChange?: boolean };

const tags: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** Unit codes of indicators and fields in words; a unit that is not listed stands for itself. */
const units: Record<Language, Readonly<Record<string, string>>> = {
  de: {
    index: "",
    Index: "",
    "per-1000": "je 1.000",
    "per-100": "je 100",
    persons: "Personen",
    years: "Jahre",
    dwellings: "Wohnungen",
    households: "Haushalte",
    "percentage-points": "Prozentpunkte",
    "EUR/m2": "€/m²",
    EUR: "€",
    m2: "m²",
    degC: "°C",
  },
  en: {
    index: "",
    Index: "",
    "per-1000": "per 1,000",
    "per-100": "per 100",
    "je 1.000": "per 1,000",
    "je 100": "per 100",
    Jahre: "years",
    "percentage-points": "percentage points",
    "EUR/m2": "€/m²",
    EUR: "€",
    m2: "m²",
    degC: "°C",
  },
};

/** "For each" of a unit that things are counted in. */
const ones: Record<Language, Readonly<Record<string, string>>> = {
  de: { persons: "je Person", dwellings: "je Wohnung", households: "je Haushalt", m2: "je m²" },
  en: { persons: "per person", dwellings: "per dwelling", households: "per household", m2: "per m²" },
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
        signDisplay: "negative",
      });
      numbers.set(decimals, format);
    }
    return format.format(value).replace("-", "−");
  };
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const money = new Intl.NumberFormat(tag, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const minute = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  const hour = new Intl.DateTimeFormat(tag, { timeStyle: "short" });
  const enumeration = new Intl.ListFormat(tag, { type: "conjunction" });
  const unit = (text: string) => units[language][text] ?? quotient(text);
  /** "m2/persons" is so many of one for each of the other; a unit that is not listed stands for itself. */
  const quotient = (text: string) => {
    const [of = "", per = "", ...more] = text.split("/");
    const one = ones[language][per];
    return one === undefined || more.length > 0 ? text : `${units[language][of] ?? of} ${one}`;
  };
  const date = (text: string) =>
    /^\d{4}-\d{2}-\d{2}/.test(text) ? day.format(new Date(text.slice(0, 10))) : text;

  const change = (value: number, decimals: number) => {
    const rounded = Number(value.toFixed(decimals));
    const sign = rounded > 0 ? "+" : rounded === 0 ? "±" : "";
    return `${sign}${number(value, decimals)}`;
  };

  return {
    number,
    change,
    share: (value) => percent.format(value),
    euros: (value) => money.format(value),
    value: (value, { unit: name, decimals, isChange = false }) => {
      const word = unit(name);
      const figure = isChange ? change(value, decimals) : number(value, decimals);
      return word === "" ? figure : `${figure}\u00a0${word}`;
    },
    unit,
    date,
    time: (text) => hour.format(new Date(text)),
    moment: (text) => minute.format(new Date(text)),
    period: date,
    list: (items) => enumeration.format(items),
  };
}
