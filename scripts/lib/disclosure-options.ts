import {
  defaultSmallAreaThreshold,
  defaultSuppression,
  defaultThreshold,
  type Suppression,
} from "../../server/domain/disclosure/suppression.ts";
import { type CommandLine, UsageError } from "./command-line.ts";

export const disclosureOptions = ["threshold", "small-area-threshold", "rounding", "decided"];
export const disclosureSwitches = ["protected"];

/** The rule of disclosure control a command line states for its figures; undefined where it states none. */
export function disclosureRuleOf(line: CommandLine): Suppression | undefined {
  const isStated = disclosureOptions.some((option) => line.value(option) !== undefined);
  if (!isStated && !line.has("protected")) return undefined;
  const threshold = countOf(line, "threshold") ?? defaultThreshold;
  const smallAreaThreshold =
    countOf(line, "small-area-threshold") ?? Math.max(threshold, defaultSmallAreaThreshold);
  const rounding = countOf(line, "rounding") ?? 0;
  const decided = decisionOf(line.value("decided"));
  const isOwn =
    threshold !== defaultThreshold || smallAreaThreshold !== defaultSmallAreaThreshold || rounding !== 0;
  if (isOwn && !decided) {
    throw new UsageError(
      'Andere Schwellen als 5 und 10 beschließt jemand: --decided "Statistisches Amt, 2026-01-31".',
    );
  }
  return { ...defaultSuppression, threshold, smallAreaThreshold, rounding, ...(decided && { decided }) };
}

/** Throws UsageError where a rule is stated for something that is no table of figures of its own. */
export function refuseDisclosureRule(line: CommandLine, why: string): void {
  const option = disclosureOptions.find((one) => line.value(one) !== undefined);
  const name = option ?? (line.has("protected") ? "protected" : undefined);
  if (name) throw new UsageError(`--${name} geht hier nicht: ${why}`);
}

function countOf(line: CommandLine, option: string): number | undefined {
  const text = line.value(option);
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--${option} erwartet eine ganze Zahl, nicht „${text}“.`);
  return Number(text);
}

/** "office, date" or "office, date, resolution"; the office may have commas of its own. */
function decisionOf(text: string | undefined): Suppression["decided"] {
  if (text === undefined) return undefined;
  const match = /^(.+?),\s*(\d{4}-\d{2}-\d{2})(?:,\s*(.+))?$/.exec(text.trim());
  if (!match) throw new UsageError(`--decided erwartet "Amt, JJJJ-MM-TT", nicht „${text}“.`);
  const [, office = "", date = "", resolution] = match;
  return { office, date, ...(resolution !== undefined && { resolution }) };
}
