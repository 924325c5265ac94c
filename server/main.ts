import { storedRecordTypes } from "#domain/record/record-types.ts";
import { ConfigError, readConfig } from "./config.ts";
import { serve } from "./serve.ts";
import { openStore } from "./store/open-store.ts";
import { StoreTooNewError } from "./store/store.ts";

/** Start of the server alone, for installations that prepare their database themselves. */
try {
  const config = readConfig(process.env);
  const store = await openStore({ ...config, recordTypes: storedRecordTypes });
  await serve({ store, config });
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(error.message);
  } else if (error instanceof StoreTooNewError) {
    console.error(
      `Die Datenbank hat Stand ${error.found}, dieses Programm kennt Stand ${error.known}. Bitte eine neuere Version starten.`,
    );
  } else {
    console.error(error);
  }
  process.exit(1);
}
