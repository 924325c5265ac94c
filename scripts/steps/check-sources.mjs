import { step } from "./steps.mjs";

/** Formatting and lint, types of everything, types of the core without Node and browser, layout rules. */
export async function checkSources() {
  await step("Form und Regeln prüfen", "node", ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
  await step("Typen prüfen", "node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);
  await step("Typen des Kerns prüfen", "node", [
    "node_modules/typescript/bin/tsc",
    "-p",
    "server/domain/tsconfig.json",
  ]);
  await step("Aufbau prüfen", "node", [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--project",
    "layout",
  ]);
}
