import { fileURLToPath } from "node:url";
import { licensedPackages } from "./lib/licence-list.ts";

/** `npm run licences`: every package with version and licence; exit code 1 when one is not in the allow-list. */
const packages = licensedPackages(fileURLToPath(new URL("../package-lock.json", import.meta.url)));
console.log("package | version | licence | part of");
for (const { name, version, licence, isDevelopment } of packages) {
  console.log(`${name} | ${version} | ${licence} | ${isDevelopment ? "build and tests" : "the program"}`);
}
const refused = packages.filter((one) => !one.isAllowed);
for (const { name, licence } of refused)
  console.error(`not allowed: ${name} (${licence || "no licence named"})`);
process.exitCode = refused.length > 0 ? 1 : 0;
