import { runImport } from "../server/datasets/import-job.ts";
import { commandLine, UsageError } from "./lib/command-line.ts";
import { openCommandStore } from "./lib/command-store.ts";
import { importHelp } from "./lib/import-help.ts";
import { importOptions, specOf } from "./lib/import-options.ts";
import { printOutcome, progressPrinter } from "./lib/print-report.ts";

/** `npm run import -- …`; exit code 0 done, 1 refused, 2 called wrongly. */
async function main(argv: readonly string[]): Promise<number> {
  const line = commandLine(argv, importOptions);
  if (line.has("help") || argv.length === 0) {
    console.log(importHelp);
    return 0;
  }
  const spec = specOf(line);
  const store = await openCommandStore(process.env);
  try {
    const outcome = await runImport(store, spec, {
      actor: "import",
      at: new Date().toISOString(),
      dryRun: line.has("dry-run"),
      onProgress: progressPrinter(),
    });
    return printOutcome(outcome);
  } finally {
    await store.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
