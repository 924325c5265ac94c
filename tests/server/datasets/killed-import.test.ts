import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { recordTypes } from "#domain/record/record-types.ts";
import { runImport } from "../../../server/datasets/import-job.ts";
import { type ImportSpecInput, importSpecSchema } from "../../../server/datasets/import-spec.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { temporaryFolder } from "./files.ts";
import { at, origin } from "./import-harness.ts";

const folder = temporaryFolder();
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  folder.remove();
});

const rows = 50_000;
const lines = Array.from(
  { length: rows },
  (_, i) => `K${i};Haltestelle ${i};${9 + (i % 300) / 1000};${48 + (i % 700) / 1000}`,
);
const specification: ImportSpecInput = {
  as: "records",
  type: "facilities",
  file: folder.write(`id;name;lon;lat\n${lines.join("\n")}\n`),
  key: "id",
  map: { name: "name" },
  set: { type: "OEPNV_HALT" },
  ...origin,
};

/** Runs the import in a process of its own and kills it while it stages or publishes its rows. */
async function importAndKill(dataDirectory: string): Promise<void> {
  const script = folder.write(
    `
    import { recordTypes } from "#domain/record/record-types.ts";
    import { runImport } from "${new URL("../../../server/datasets/import-job.ts", import.meta.url)}";
    import { importSpecSchema } from "${new URL("../../../server/datasets/import-spec.ts", import.meta.url)}";
    import { openStore } from "${new URL("../../../server/store/open-store.ts", import.meta.url)}";
    const store = await openStore({ dataDirectory: ${JSON.stringify(dataDirectory)}, recordTypes });
    await runImport(store, importSpecSchema.parse(${JSON.stringify(specification)}), {
      actor: "import",
      at: ${JSON.stringify(at)},
      onProgress: ({ done }) => done >= 25000 && process.stdout.write("halfway"),
    });
    process.stdout.write("finished");
    `.replace(
      '"#domain/record/record-types.ts"',
      JSON.stringify(new URL("../../../server/domain/record/record-types.ts", import.meta.url)),
    ),
    "killed.mts",
  );
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const said = await new Promise<string>((resolve) => {
    child.stdout.once("data", (data) => resolve(String(data)));
    child.once("exit", () => resolve("exit"));
  });
  child.kill("SIGKILL");
  await new Promise((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve(0) : child.once("exit", resolve),
  );
  expect(said).toBe("halfway");
}

describe("an import that is killed", () => {
  it("D-06 leaves none of its 50 000 rows visible, is marked abgebrochen, and can be repeated with the same result", async () => {
    const dataDirectory = `${folder.path}/data`;
    await importAndKill(dataDirectory);

    const store = await openStore({ dataDirectory, recordTypes });
    const query = { type: "facilities", scope: "everything", limit: 1 } as const;
    expect((await store.records(query)).total).toBe(0);
    expect((await store.releases({ all: true })).map(({ state }) => state)).toEqual(["ABORTED"]);
    const discards = (await store.audit({ limit: 10 })).filter(({ action }) => action === "discard");
    expect(discards.map(({ reason }) => reason)).toEqual(["abgebrochen"]);

    const spec = importSpecSchema.parse(specification);
    const outcome = await runImport(store, spec, { actor: "import", at });
    expect(outcome).toMatchObject({ kind: "done", report: { rowsRead: rows, rowsAccepted: rows } });
    expect((await store.records(query)).total).toBe(rows);
    await store.close();
  });
});
