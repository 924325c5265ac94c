import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { databaseFileName } from "../../server/store/sqlite/sqlite-engine.ts";
import { onBothDatabases } from "../lib/databases.ts";
import { inDatabase } from "../lib/postgres.ts";
import { as, runningApp } from "../lib/running-app.ts";
import { addRecord, kita, sketch, smallCity } from "../lib/small-city.ts";
import { temporaryDirectory } from "./drill/databases.ts";
import { upload } from "./imports/upload.ts";

onBothDatabases((newDatabase) => {
  it("D-13 a server over a read-only database starts, answers what is read and refuses writes with the reason", async () => {
    const [databaseUrl, dataDirectory] = [await newDatabase(), temporaryDirectory()];
    const filled = await smallCity({ databaseUrl, dataDirectory });
    const { id } = await addRecord(filled.store, "facilities", { properties: kita("Kita West") });
    await filled.app.close();
    await filled.services.close();
    const file = join(dataDirectory, databaseFileName);
    if (databaseUrl) {
      const name = new URL(databaseUrl).pathname.slice(1);
      await inDatabase(databaseUrl, `alter database ${name} set default_transaction_read_only = on`);
    } else chmodSync(file, 0o444);
    const before = databaseUrl ? null : readFileSync(file);

    const { app, close } = await runningApp(async () => {}, databaseUrl, dataDirectory);
    try {
      const headers = as("SECRETARIAT");
      expect((await app.inject("/ready")).json().status).toBe("degraded: read-only");
      const [tile] = (await app.inject("/tiles/facilities.json")).json().tiles as [string];
      const reads = [
        "/api/areas?level=district",
        "/api/layers",
        "/api/records/facilities",
        `/api/records/facilities/${id}`,
        "/api/search?q=Kita",
        "/api/export/facilities.csv",
        "/ogc/collections/facilities/items?f=json",
        new URL(tile.replace("{z}", "10").replace("{x}", "537").replace("{y}", "352")).pathname,
      ];
      for (const url of reads) {
        expect([url, (await app.inject({ url, headers })).statusCode]).toEqual([url, 200]);
      }
      const site = { properties: sketch("Skizze"), geometry: { type: "Point", coordinates: [9.05, 48.75] } };
      const etag = String((await app.inject({ url: `/api/records/facilities/${id}`, headers })).headers.etag);
      const writes = [
        await app.inject({ method: "POST", url: "/api/records/candidate-sites", headers, payload: site }),
        await app.inject({
          method: "DELETE",
          url: `/api/records/facilities/${id}`,
          headers: { ...headers, "if-match": etag },
        }),
        await upload(app, as("STATISTICS"), { content: "Nr;Wert\n01;1\n" }),
      ];
      for (const answer of writes) {
        expect([answer.statusCode, answer.json().title, answer.headers["retry-after"]]).toEqual([
          503,
          "Die Datenbank ist schreibgeschützt. Lesen geht, Speichern nicht.",
          "60",
        ]);
      }
      expect((await app.inject("/api/records/facilities")).json().total).toBe(1);
      if (before) expect(readFileSync(file).equals(before)).toBe(true);
    } finally {
      await close();
    }
  });
});
