import type { DisclosureReport } from "#domain/disclosure/disclosure-report.ts";
import { type Facts, type NoteCode, noteSentence, type RowProblem, rowSentence } from "./sentences.ts";
import type { Table } from "./table.ts";

/** A row that was not taken, and why. */
export interface SetAsideRow extends RowProblem {
  row: number;
  sentence: string;
}

export interface ImportNote {
  /** Rows it is about; empty for the file as a whole. */
  rows: number[];
  code: NoteCode;
  facts: Facts;
  sentence: string;
}

export interface DatasetOutcome {
  dataset: string;
  outcome: "published" | "unchanged" | "dry-run";
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  releaseId: string | null;
  /** What disclosure control did, where the data set has a rule. */
  disclosure?: DisclosureReport;
}

/** What an import did with every row of the file. `rowsRead = rowsAccepted + setAside.length`, always. */
export interface ImportReport {
  file: string;
  format: Table["format"];
  encoding: string | null;
  separator: string | null;
  crs: string | null;
  layer: string | null;
  columns: readonly string[];
  rowsRead: number;
  rowsAccepted: number;
  setAside: SetAsideRow[];
  notes: ImportNote[];
  datasets: DatasetOutcome[];
}

/** Collects what happens to rows while they are mapped. */
export class ReportBuilder {
  readonly setAside: SetAsideRow[] = [];
  readonly #notes = new Map<string, ImportNote>();

  problem(row: number, problem: RowProblem): void {
    this.setAside.push({ row, ...problem, sentence: rowSentence(problem) });
  }

  /** Equal notes of several rows become one note with all the rows. */
  note(code: NoteCode, facts: Facts = {}, row?: number): void {
    const key = JSON.stringify([code, facts]);
    const known = this.#notes.get(key);
    const note = known ?? { rows: [], code, facts, sentence: noteSentence(code, facts) };
    if (row !== undefined) note.rows.push(row);
    if (!known) this.#notes.set(key, note);
  }

  get notes(): ImportNote[] {
    return [...this.#notes.values()];
  }
}
