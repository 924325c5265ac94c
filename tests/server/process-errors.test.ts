import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { root } from "../lib/running-server.ts";

/** Writes to a log nobody reads and ends with the number of errors it noticed, at most 100. */
const program = `
import { logStrayErrors } from "./server/process-errors.ts";
let errors = 0;
const log = {
  error: () => {
    if (++errors === 100) process.exit(100);
    process.stdout.write("error\\n");
  },
};
if (process.argv.includes("--watched")) logStrayErrors(log);
else process.stdout.on("error", log.error);
setInterval(() => process.stdout.write("line\\n"), 20);
setTimeout(() => process.exit(errors), 600);
`;

async function errorsOf(...options: string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", program, "--", ...options],
    { cwd: root, stdio: ["ignore", "pipe", "ignore"] },
  );
  child.stdout.destroy();
  const [code] = await once(child, "exit");
  return code;
}

it("O-04 a server whose log nobody reads any more goes on instead of logging that without an end", async () => {
  expect(await errorsOf(), "one failing line calls for the next").toBe(100);
  expect(await errorsOf("--watched")).toBe(0);
});
