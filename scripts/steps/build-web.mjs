import { contentHash, step, unlessCurrent } from "./steps.mjs";

/** Everything the built dashboard depends on. */
const sources = [
  "web",
  "server/domain",
  "package-lock.json",
  "tsconfig.json",
  "scripts/steps/compress-assets.mjs",
];

/** Builds the dashboard into dist/web and puts compressed copies beside its assets. */
export async function buildWeb() {
  await unlessCurrent("dist/.built", contentHash(sources), async () => {
    await step("Oberfläche bauen", "node", [
      "node_modules/vite/bin/vite.js",
      "build",
      "--config",
      "web/vite.config.ts",
    ]);
    await step("Einbettung bauen", "node", [
      "node_modules/vite/bin/vite.js",
      "build",
      "--config",
      "web/vite.config.ts",
      "--mode",
      "embed",
    ]);
    await step("Oberfläche komprimieren", "node", ["scripts/steps/compress-assets.mjs"]);
  });
}
