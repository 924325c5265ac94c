import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type ImportOptions, runImport } from "../../server/datasets/import-job.ts";
import { ImportRefusal } from "../../server/datasets/sentences.ts";
import { importSource, readSource } from "../../server/datasets/source-import.ts";
import type { Store } from "../../server/store/store.ts";
import { type CommandLine, commandLine } from "./command-line.ts";
import { type Environment, openCommandStore } from "./command-store.ts";
import { exitCodeOf } from "./exit-code.ts";
import { importHelp } from "./import-help.ts";
import { importOptions, specOf } from "./import-options.ts";
import { printOutcome, progressPrinter } from "./print-report.ts";

const sourceFolder = fileURLToPath(new URL("../../geodata/sources", import.meta.url));

/** `npm run import -- …`; exit code 0 done, 1 refused, 2 called wrongly. */
export function importCommand(argv: readonly string[], environment: Environment): Promise<number> {
  return exitCodeOf(
    () => run(argv, environment),
    (error) => error instanceof ImportRefusal,
  );
}

async function run(argv: readonly string[], environment: Environment): Promise<number> {
  const line = commandLine(argv, importOptions);
  if (line.has("help") || argv.length === 0) {
    console.log(importHelp);
    return 0;
  }
  const source = line.value("source");
  const spec = source === undefined ? specOf(line) : undefined;
  const store = await openCommandStore(environment);
  const options = {
    actor: "import",
    at: new Date().toISOString(),
    dryRun: line.has("dry-run"),
    onProgress: progressPrinter(),
  };
  try {
    if (spec) {
      const outcome = await runImport(store, spec, options);
      const reportFile = line.value("report");
      if (reportFile) await writeFile(reportFile, `${JSON.stringify(outcome, null, 2)}\n`);
      return printOutcome(outcome);
    }
    return await importDescribed(store, source!, line, options);
  } finally {
    await store.close();
  }
}

/** Fetches and imports a described source; the worst of its imports decides the exit code. */
async function importDescribed(
  store: Store,
  name: string,
  line: CommandLine,
  options: ImportOptions,
): Promise<number> {
  const address = line.value("address");
  const referenceDate = line.value("reference-date");
  let code = 0;
  const description = await readSource(sourceFolder, name);
  console.log(`${description.title} wird abgerufen …`);
  await importSource(store, description, {
    ...options,
    ...(address && { address }),
    ...(referenceDate && { referenceDate }),
    onImport: (outcome) => {
      code = Math.max(code, printOutcome(outcome));
    },
  });
  return code;
}
