import type { QueryClient } from "@tanstack/react-query";
import { computedIndicators } from "#domain/indicator/computed-code.ts";
import { addressOf } from "./api.ts";
import { computedKeys } from "./records.ts";
import { isSessionOver } from "./session.ts";

/** Browsers reconnect by themselves after a lost line, but give up after an answer such as 502. */
const reconnectMs = 5000;

/**
 * Listens to the server and refreshes what changed. Nothing here touches the camera: new tiles and figures
 * appear where one is looking. Returns a function that stops listening.
 */
export function listenToServer(
  client: QueryClient,
  { onConnection }: { onConnection: (isConnected: boolean) => void },
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const renew = (...keys: string[]) => {
    for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
  };
  const connect = () => {
    source = new EventSource(addressOf("events"));
    source.addEventListener("open", () => {
      onConnection(true);
      // What happened meanwhile was told to nobody.
      if (wasLost && !isSessionOver()) void client.invalidateQueries();
      wasLost = false;
    });
    source.addEventListener("error", () => {
      wasLost = true;
      onConnection(false);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, reconnectMs);
    });
    source.addEventListener("layer", () => renew("layers", "overlay"));
    source.addEventListener("person", () => !isSessionOver() && renew("me"));
    source.addEventListener("job", () => renew("jobs", "job"));
    source.addEventListener("records", ({ data }) => {
      if (JSON.parse(data).type === computedIndicators) renew(...computedKeys);
      renew(
        "records",
        "record",
        "revisions",
        "tasks",
        "overlay",
        "layers",
        "planning-base",
        "scenarios",
        "scenario",
        "district",
        "saved-views",
      );
    });
    source.addEventListener("datasets", () =>
      renew(
        "city",
        "datasets",
        "layers",
        "indicators",
        "areas",
        "values",
        "overlay",
        "planning-base",
        "district",
      ),
    );
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
