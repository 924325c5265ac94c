import { describe } from "vitest";
import { openStore } from "../../../server/store/open-store.ts";
import { inDatabase, isPostgresSkipped, usePostgresDatabase } from "../../lib/postgres.ts";
import { siteType } from "./builders.ts";
import { conformance } from "./conformance.ts";

describe.skipIf(isPostgresSkipped())("PostgreSQL", () => {
  const databaseUrl = usePostgresDatabase();
  conformance({
    open: () => openStore({ databaseUrl: databaseUrl(), dataDirectory: "unused", recordTypes: [siteType] }),
    async execute(statement) {
      await inDatabase(databaseUrl(), statement);
    },
  });
});
