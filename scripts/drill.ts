import { parseArgs } from "node:util";
import type { DrillSetting } from "./drill/drill.ts";
import { drills, runDrill } from "./drill/drills.ts";

/**
 * `npm run drill [-- NAME …] [--on sqlite|postgres] [--kills 100] [--minutes 10] [--rate 100]`: cases of the
 * reliability catalogue that take minutes, each on both databases. Without a name all of them. Prints one line of
 * figures per drill and database, and what did not hold; exit code 1 when something did not.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    on: { type: "string" },
    kills: { type: "string", default: "100" },
    minutes: { type: "string", default: "10" },
    rate: { type: "string", default: "100" },
  },
});
const options = {
  kills: Number(values.kills),
  minutes: Number(values.minutes),
  rate: Number(values.rate),
};
const names = drills.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0 || (values.on && !["sqlite", "postgres"].includes(values.on))) {
  console.error(`Aufruf: npm run drill -- [${names.join("|")}] [--on sqlite|postgres]`);
  process.exit(2);
}

let held = true;
for (const drill of drills) {
  if (positionals.length > 0 && !positionals.includes(drill.name)) continue;
  console.log(drill.title);
  for (const engine of ["sqlite", "postgres"] as const) {
    if ((values.on && values.on !== engine) || (drill.onPostgresOnly && engine === "sqlite")) continue;
    held = (await report(drill, engine)) && held;
  }
}
process.exitCode = held ? 0 : 1;

/** True when everything held; a drill that could not be run did not. */
async function report(drill: (typeof drills)[number], engine: DrillSetting["engine"]): Promise<boolean> {
  const name = engine === "sqlite" ? "SQLite" : "PostgreSQL";
  try {
    const { figures, broken } = await runDrill(drill, {
      engine,
      options,
      say: (line) => console.log(`    ${line}`),
    });
    console.log(`  ${name}: ${figures}`);
    for (const sentence of broken) console.log(`    DOES NOT HOLD: ${sentence}`);
    return broken.length === 0;
  } catch (error) {
    console.log(`  ${name}: NOT FINISHED: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
