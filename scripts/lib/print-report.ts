import type { ImportOutcome, ImportProgress } from "../../server/datasets/import-job.ts";
import type { ImportReport } from "../../server/datasets/import-report.ts";

const count = (value: number): string => value.toLocaleString("de-DE");

/** Rows and notes named one by one before the rest is counted; `--report FILE` has them all. */
const shown = 40;

/** Prints what an import did, in German; returns the exit code: 0 done, 1 refused. */
export function printOutcome(outcome: ImportOutcome): number {
  if (outcome.kind === "refused") {
    if (outcome.report) printSetAside(outcome.report);
    console.error(outcome.sentence);
    console.error("Es wurde nichts gespeichert.");
    return 1;
  }
  printReport(outcome.report);
  return 0;
}

function printReport(report: ImportReport): void {
  const found = [
    report.format,
    report.encoding,
    report.separator && `Trennzeichen ${JSON.stringify(report.separator)}`,
    report.layer && `Ebene ${report.layer}`,
    report.crs,
  ];
  console.log(`${report.file}: ${found.filter(Boolean).join(", ")}`);
  const { rowsRead, rowsAccepted, setAside } = report;
  console.log(
    `  ${count(rowsRead)} Zeilen gelesen, ${count(rowsAccepted)} übernommen, ${count(setAside.length)} beiseitegelegt`,
  );
  printSetAside(report);
  for (const { rows, sentence } of report.notes.slice(0, shown)) {
    console.log(`  Hinweis: ${sentence}${rowList(rows)}`);
  }
  if (report.notes.length > shown)
    console.log(`  … und ${count(report.notes.length - shown)} weitere Hinweise`);
  for (const { dataset, outcome, rows, created, changed, unchanged } of report.datasets) {
    if (outcome === "dry-run")
      console.log(`  ${dataset}: ${count(rows)} Zeilen – Probelauf, nichts gespeichert`);
    else if (outcome === "unchanged") console.log(`  ${dataset}: 0 neu, 0 geändert – schon auf diesem Stand`);
    else {
      const counts = `${count(created)} neu, ${count(changed)} geändert, ${count(unchanged)} unverändert`;
      console.log(`  ${dataset}: veröffentlicht – ${counts}`);
    }
  }
}

/** Rows outside the city are only counted, by a note of their own: there may be a whole country of them. */
function printSetAside({ setAside }: ImportReport): void {
  const named = setAside.filter(({ code }) => code !== "outside-city");
  for (const { row, sentence } of named.slice(0, shown)) console.log(`  Zeile ${row}: ${sentence}`);
  if (named.length > shown) console.log(`  … und ${count(named.length - shown)} weitere Zeilen`);
}

function rowList(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const named = rows.slice(0, 8).join(", ");
  return ` (Zeile ${named}${rows.length > 8 ? ` und ${count(rows.length - 8)} weitere` : ""})`;
}

/** Progress lines for people: one per phase, and every tenth of a long write. */
export function progressPrinter(): (progress: ImportProgress) => void {
  let tenth = -1;
  return ({ phase, dataset, done, total }) => {
    if (phase === "reading") console.log("Datei wird gelesen …");
    if (phase === "mapping") console.log(`${count(total ?? 0)} Zeilen werden geprüft …`);
    if (phase !== "writing" || !total || done === undefined) return;
    const now = Math.floor((done / total) * 10);
    if (now !== tenth && total > 5_000)
      console.log(`${dataset}: ${count(done)} von ${count(total)} geschrieben`);
    tenth = now;
  };
}
