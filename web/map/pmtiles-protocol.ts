import { addProtocol } from "maplibre-gl";
import type { Protocol } from "pmtiles";

let protocol: Promise<Protocol> | null = null;

/** Teaches MapLibre to read a PMTiles file by ranges. Its reader is loaded only when such a map is shown. */
export function allowPmtiles(): void {
  if (protocol) return;
  protocol = import("pmtiles").then(({ Protocol }) => new Protocol());
  const ready = protocol;
  addProtocol("pmtiles", async (request, abort) => {
    // The file's address is relative to the page; tile requests add their coordinates behind it.
    const url = request.url.replace(
      /^pmtiles:\/\/(?!https?:)/,
      `pmtiles://${new URL(".", document.baseURI).href}`,
    );
    return (await ready).tile({ ...request, url }, abort);
  });
}
