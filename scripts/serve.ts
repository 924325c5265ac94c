import { storedRecordTypes } from "#domain/record/record-types.ts";
import { type Config, ConfigError, readConfig } from "../server/config.ts";
import { serve } from "../server/serve.ts";
import { openStore } from "../server/store/open-store.ts";
import { StoreTooNewError, StoreUnavailableError } from "../server/store/store.ts";
import { keepDemoCurrent } from "./lib/load-demo.ts";

/** The last step of `npm start`: opens the database, keeps its demo city current, serves. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const store = await openStore({ ...config, recordTypes: storedRecordTypes });
  await keepDemoCurrent(store, { onProgress: (sentence) => console.log(`  ${sentence}`) });
  const address = await serve({ store, config });
  console.log(`\nSozialraumkarte läuft: ${address}\nBeenden mit Strg+C.`);
}

/** What a planner's computer may lack, in one sentence; undefined for a fault of the program itself. */
function sentenceFor(error: unknown, port: Config["port"] | undefined): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StoreTooNewError) {
    return `Die Datenbank hat Stand ${error.found}, dieses Programm kennt nur Stand ${error.known}: bitte eine neuere Version starten.`;
  }
  if (error instanceof StoreUnavailableError) return "Die Datenbank aus DATABASE_URL antwortet nicht.";
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `Port ${port ?? ""} ist belegt: mit PORT=8090 npm start einen anderen nehmen.`;
  }
  return undefined;
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error, Number(process.env.PORT || 8080)) ?? error);
  process.exit(1);
});
