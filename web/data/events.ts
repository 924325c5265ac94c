import type { QueryClient } from "@tanstack/react-query";
import { addressOf } from "./api.ts";

/**
 * Listens to the server and refreshes what changed. Nothing here touches the camera: new tiles and figures
 * appear where one is looking. Returns a function that stops listening.
 */
export function listenToServer(
  client: QueryClient,
  { onConnection }: { onConnection: (isConnected: boolean) => void },
): () => void {
  const source = new EventSource(addressOf("events"));
  const renew = (...keys: string[]) => {
    for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
  };
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
  source.addEventListener("layer", () => renew("layers", "overlay"));
  source.addEventListener("records", () => renew("records", "record", "revisions", "overlay", "layers"));
  source.addEventListener("datasets", () =>
    renew("city", "layers", "indicators", "areas", "values", "overlay"),
  );
  return () => source.close();
}
