import { setTimeout as pause } from "node:timers/promises";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import type { DrillDatabase } from "./database.ts";
import { type Drill, Findings } from "./drill.ts";
import { auditOf, newDatabase, sketchSite } from "./drill-city.ts";
import { fillAsOwnCity, type SignedIn } from "./own-city.ts";
import { type Answer, askPatiently, type DrillServer, startServer } from "./server-process.ts";

const rows = 50_000;
const requestsInFlight = 20;
const stopMilliseconds = 10_000;

/** A server together with the people who ask it. */
type DrillOffice = DrillServer & SignedIn;

const withPeople = (server: DrillServer, { secretariat, planner }: SignedIn): DrillOffice => ({
  ...server,
  secretariat,
  planner,
});

/** Rows of stops all over the city, always the same ones. */
const table = `id;name;lon;lat\n${Array.from(
  { length: rows },
  (_, number) =>
    `H${number};Haltestelle ${number};${9.05 + (number % 250) / 1000};${48.7 + number / 400_000}`,
).join("\n")}\n`;

const spec = {
  key: "id",
  map: { name: "name" },
  set: { type: "OEPNV_HALT" },
  sourceText: "Übung, Zahlen erfunden",
  licence: "frei",
  referenceDate: "2024-12-31",
};

/**
 * An import on its way through the pages of the server is cut off twice: by a kill, and by a polite request to stop
 * while others write. Nothing of it may be seen, and the same file must go in afterwards.
 */
export const importDrill: Drill = {
  name: "import",
  title:
    "D-05 D-06 a server killed or stopped amid an import of 50,000 rows leaves none of them, and the same file goes in later",
  async run(setting) {
    const found = new Findings();
    const database = await newDatabase(setting, { name: "import" });
    const people = await fillAsOwnCity(database);
    let server: DrillOffice = withPeople(await startServer(database), people);
    try {
      const before = await countFacilities(server);
      const id = await checkedUpload(server);

      await publishUntilWriting(server, id);
      await server.kill();
      server = withPeople(await startServer(database), people);
      await expectNothing(server, { id, before, found, what: "killed" });

      const { server: after, figures } = await stopAmidWrites(server, { id, database, found });
      server = after;
      await expectNothing(server, { id, before, found, what: "stopped" });

      const began = performance.now();
      await askJob(server, `${id}/publish`, { released: null });
      const job = await untilOver(server, id);
      const seconds = (performance.now() - began) / 1000;
      found.expectEqual(job.state, "PUBLISHED", "the same file once more");
      found.expectEqual((await countFacilities(server)) - before, rows, "rows visible after that");
      found.expectEqual(await server.stop(), 0, "exit code");
      const { entries, breaks } = await auditOf(database);
      found.expectEqual(breaks, [], "the audit");
      return {
        figures:
          `killed amid ${rows} rows: 0 visible, job ABORTED, ready ${Math.round(server.readyAfter)} ms after the start; ` +
          `${figures}; same file published in ${seconds.toFixed(1)} s; audit of ${entries} rows verifies`,
        broken: found.broken,
      };
    } finally {
      await server.kill();
    }
  },
};

/** Asks the server to stop while twenty people write and the import goes on; answers with the next server. */
async function stopAmidWrites(
  server: DrillOffice,
  { id, database, found }: { id: string; database: DrillDatabase; found: Findings },
): Promise<{ server: DrillOffice; figures: string }> {
  await publishUntilWriting(server, id);
  const writes = Array.from({ length: requestsInFlight }, (_, number) =>
    sketchSite(server, `Skizze ${number}`, "", server.planner),
  );
  await pause(5);
  const began = performance.now();
  const [code, ...answers] = await Promise.all([server.stop(), ...writes]);
  const seconds = (performance.now() - began) / 1000;
  found.expectEqual(code, 0, "exit code of the stopped server");
  found.expect(seconds * 1000 <= stopMilliseconds, `stopped only after ${seconds.toFixed(1)} s`);
  const odd = answers.map(({ status }) => status).filter((status) => ![201, 503, 0].includes(status));
  found.expectEqual(odd, [], "other answers while stopping");
  const acknowledged = answers.filter(({ status }) => status === 201);
  const next = withPeople(await startServer(database), server);
  const lost: string[] = [];
  for (const { body } of acknowledged) {
    const record = (JSON.parse(body.toString()) as { id: string }).id;
    const { status } = await askPatiently(next, `/api/records/candidate-sites/${record}`, {
      headers: next.planner,
    });
    if (status !== 200) lost.push(record);
  }
  found.expectEqual(lost, [], "acknowledged writes that are missing");
  return {
    server: next,
    figures:
      `stopped amid it and ${requestsInFlight} writes: exit code ${code} after ${seconds.toFixed(1)} s, ` +
      `${acknowledged.length} acknowledged and ${lost.length} of them lost`,
  };
}

async function expectNothing(
  server: DrillOffice,
  { id, before, found, what }: { id: string; before: number; found: Findings; what: string },
): Promise<void> {
  found.expectEqual((await countFacilities(server)) - before, 0, `rows visible of the ${what} import`);
  const job = parsed<JobAnswer>(
    await askPatiently(server, `/api/jobs/${id}`, { headers: server.secretariat }),
  );
  found.expectEqual(job.state, "ABORTED", `the job of the ${what} import`);
}

/** Uploads the table as records and has it checked. */
async function checkedUpload(server: DrillOffice): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([table]), "haltestellen.csv");
  const address = "/api/imports?kind=records&recordType=facilities";
  const { id } = parsed<JobAnswer>(
    await server.ask(address, { method: "POST", headers: server.secretariat, body: form }),
  );
  await untilOver(server, id);
  await askJob(server, `${id}/check`, { spec });
  const job = await untilOver(server, id);
  if (job.state !== "CHECKED") throw new Error(`the file was not accepted: ${JSON.stringify(job.problem)}`);
  return id;
}

/** Publishes and answers once rows are being written; the answer to the request itself may come later or never. */
async function publishUntilWriting(server: DrillOffice, id: string): Promise<void> {
  let hasAsked = false;
  const asked = askJob(server, `${id}/publish`, { released: null });
  void asked
    .catch(() => {})
    .then(() => {
      hasAsked = true;
    });
  for (;;) {
    const job = parsed<JobAnswer>(
      await askPatiently(server, `/api/jobs/${id}`, { headers: server.secretariat }),
    );
    if (job.progress?.phase === "writing") return;
    if (hasAsked && job.state !== "RUNNING" && job.state !== "WAITING") {
      await asked;
      throw new Error(`the import was over too soon: ${job.state} ${JSON.stringify(job.problem)}`);
    }
    await pause(10);
  }
}

async function untilOver(server: DrillOffice, id: string): Promise<JobAnswer> {
  for (const deadline = Date.now() + 300_000; ; ) {
    const job = parsed<JobAnswer>(
      await askPatiently(server, `/api/jobs/${id}`, { headers: server.secretariat }),
    );
    if (job.state !== "RUNNING" && job.state !== "WAITING") return job;
    if (Date.now() > deadline) throw new Error(`the job is still ${job.state}`);
    await pause(100);
  }
}

async function askJob(server: DrillOffice, path: string, body: object): Promise<void> {
  const answer = await server.ask(`/api/jobs/${path}`, {
    method: "POST",
    headers: { ...server.secretariat, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  parsed(answer);
}

async function countFacilities(server: DrillOffice): Promise<number> {
  return parsed<{ total: number }>(
    await askPatiently(server, "/api/records/facilities?limit=1", { headers: server.secretariat }),
  ).total;
}

/** @throws Error with the answer, unless it is a success */
function parsed<T>({ status, body }: Answer): T {
  if (status < 200 || status > 299) throw new Error(`status ${status}: ${body.toString().slice(0, 500)}`);
  return JSON.parse(body.toString()) as T;
}
