import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./steps/build-web.mjs";
import { checkSources } from "./steps/check-sources.mjs";
import { installDebianPackages } from "./steps/debian-packages.mjs";
import { buildDatabaseLibrary, fetchPackages } from "./steps/install.mjs";
import { atOnce, checkNodeVersion, root, runMain, StepError } from "./steps/steps.mjs";

/** `npm test`: installs what is missing, checks the sources, then runs every test on both databases and in Chromium. */
await runMain(async () => {
  checkNodeVersion();
  await fetchPackages();
  // Compiling the library takes one processor for more than a minute, and nothing needs it before the first test.
  await atOnce(buildDatabaseLibrary, async () => {
    await installDebianPackages();
    await checkSources();
    await buildWeb();
  });

  const report = join(root, "test-output/report.json");
  mkdirSync(join(root, "test-output"), { recursive: true });
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "tests/vitest.config.ts",
      "--project=!gallery",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: "inherit" },
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  // A suite that cannot even be read counts as failed, or the line would say less than the exit code.
  const failed = numFailedTests === 0 && run.status !== 0 ? Math.max(1, numFailedTestSuites) : numFailedTests;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  if (run.status !== 0) throw new StepError("Die Tests sind nicht alle grün.");
});
