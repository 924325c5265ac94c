import pg from "pg";
import { connectionOptions } from "./connection-options.ts";

/** Channel of the pings; what changed is read from the audit. */
export const channel = "sozialraumkarte";

/** Milliseconds until a lost connection is tried again. */
const retryMilliseconds = 1000;

/**
 * Listens on a connection of its own and makes a new one when it breaks. Each new connection counts as a ping:
 * something may have been committed while nobody listened.
 */
export function listen(databaseUrl: string, pinged: () => void): () => void {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  const connect = async () => {
    const next = new pg.Client(connectionOptions(databaseUrl));
    client = next;
    let lost = false;
    const again = () => {
      if (lost || stopped) return;
      lost = true;
      next.end().catch(() => {});
      retry = setTimeout(connect, retryMilliseconds);
      retry.unref();
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", pinged);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (stopped) await next.end();
      else pinged();
    } catch {
      again();
    }
  };
  void connect();

  return () => {
    stopped = true;
    clearTimeout(retry);
    client?.end().catch(() => {});
  };
}
