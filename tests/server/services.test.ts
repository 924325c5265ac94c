import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { startServices } from "../../server/services.ts";
import { openStore } from "../../server/store/open-store.ts";
import { addObservations } from "../lib/small-city.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "services-"));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

it("a server that stops right after a release finishes reading it before the database goes", async () => {
  const problems: unknown[] = [];
  const store = await openStore({ dataDirectory, recordTypes: storedRecordTypes });
  const services = await startServices(store, (problem) => problems.push(problem));
  await addObservations(store, "PUBLIC");
  await services.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(problems).toEqual([]);
});
