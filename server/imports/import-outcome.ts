import type { ImportJob, JobReport, JobStep } from "#domain/contract/import-contract.ts";
import { type DisclosureReport, hiddenCells } from "#domain/disclosure/disclosure-report.ts";
import type { ImportReport } from "../datasets/import-report.ts";
import type { Facts, RefusalCode } from "../datasets/sentences.ts";
import type { ImportResult } from "./import-thread.ts";
import { pageRefusal } from "./page-sentences.ts";

/** Rows and notes a job keeps one by one; the rest is counted. */
const shownRows = 500;
const shownNotes = 200;
const shownRowsOfNote = 20;

const reasons = {
  cancelled: "Der Import wurde abgebrochen. Es wurde nichts gespeichert.",
  stopped:
    "Der Server wurde beendet, der Import ist abgebrochen. Es wurde nichts gespeichert; Sie können ihn noch einmal starten.",
  failed:
    "Der Import ist an einer Störung gescheitert. Es wurde nichts gespeichert; Sie können ihn noch einmal starten.",
} as const;

/** The change of a job that was given up ("abgebrochen"). */
export function aborted(code: keyof typeof reasons): Pick<ImportJob, "state" | "problem"> {
  return { state: "ABORTED", problem: { code, facts: {}, sentence: reasons[code] } };
}

/** What the result of a step changes in its job. */
export function changeOf(
  step: JobStep,
  result: Exclude<ImportResult, { kind: "cancelled" }>,
): Partial<ImportJob> {
  if (result.kind === "preview") return { state: "PREVIEWED", preview: result.preview, problem: null };
  if (result.kind === "refused") return refusal(result);
  const { outcome } = result;
  if (outcome.kind === "refused") {
    // A refused publication keeps the report of the check: it may be tried again.
    const report = outcome.report && step === "check" ? { report: jobReport(outcome.report) } : {};
    return { ...refusal(outcome), ...report };
  }
  return {
    state: step === "check" ? "CHECKED" : "PUBLISHED",
    report: jobReport(outcome.report),
    problem: null,
  };
}

function refusal({ code, facts, sentence }: { code: RefusalCode; facts: Facts; sentence: string }) {
  return {
    state: "REFUSED",
    problem: { code, facts, sentence: pageRefusal(code, facts, sentence) },
  } as const;
}

function jobReport(report: ImportReport): JobReport {
  const { format, encoding, crs, rowsRead, rowsAccepted, setAside, notes, datasets } = report;
  return {
    format,
    encoding,
    crs,
    rowsRead,
    rowsAccepted,
    setAside: setAside.slice(0, shownRows),
    setAsideCount: setAside.length,
    notes: notes.slice(0, shownNotes).map(({ rows, ...note }) => ({
      ...note,
      rows: rows.slice(0, shownRowsOfNote),
      rowCount: rows.length,
    })),
    datasets: datasets.map(({ disclosure: _, ...outcome }) => outcome),
    disclosures: datasets.flatMap(({ disclosure }) => (disclosure ? [disclosureOf(disclosure)] : [])),
  };
}

/** Counts only: which cell holds what is nobody's business here. */
function disclosureOf(report: DisclosureReport): JobReport["disclosures"][number] {
  const { indicator, unprotected, onlyParts } = report;
  return { indicator, ...hiddenCells(report), unprotected, onlyParts };
}
