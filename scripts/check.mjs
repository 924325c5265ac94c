import { checkSources } from "./steps/check-sources.mjs";
import { installPackages } from "./steps/install.mjs";
import { checkNodeVersion, runMain } from "./steps/steps.mjs";

/** `npm run check`: types, lint and layout rules, the quick part of `npm test`. */
await runMain(async () => {
  checkNodeVersion();
  await installPackages();
  await checkSources();
});
