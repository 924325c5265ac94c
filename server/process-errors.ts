import type { FastifyBaseLogger } from "fastify";

/**
 * An error nobody waited for (a timer, a listener) is logged and the process stays: what is stored is only ever
 * changed in whole transactions, so that going on serves everybody better than an exit (RELIABILITY O-04). The id
 * stands in for that of a request, to find the line by. Returns stop.
 *
 * When nobody reads the log any more (the program behind the pipe has ended), every line fails; saying so in the log
 * would fail again, without an end. The server goes on unheard.
 */
export function logStrayErrors(log: FastifyBaseLogger): () => void {
  const stray = (error: unknown) => {
    const err = error instanceof Error ? error : new Error(String(error));
    log.error({ err, reqId: `stray-${crypto.randomUUID()}` }, "error outside a request");
  };
  const outputs = [process.stdout, process.stderr];
  const unheard = () => {};
  for (const output of outputs) output.on("error", unheard);
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
  return () => {
    for (const output of outputs) output.off("error", unheard);
    process.off("unhandledRejection", stray);
    process.off("uncaughtException", stray);
  };
}
