import type { Cell } from "./table.ts";

/**
 * A period as files write it, in the form the observation keeps: "31.12.2022" and dates of spreadsheets
 * become "2022-12-31", "2022" stays a year, "2024/25" a school year. Undefined when it is none of these.
 */
export function periodOf(cell: Cell): string | undefined {
  const text = String(cell ?? "").trim();
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (german) return dateOf(german[3]!, german[2]!, german[1]!);
  if (iso) return dateOf(iso[1]!, iso[2]!, iso[3]!);
  if (/^\d{4}$/.test(text)) return text;
  const school = /^(\d{4})\/(?:\d{2})?(\d{2})$/.exec(text);
  return school ? `${school[1]}/${school[2]}` : undefined;
}

function dateOf(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
