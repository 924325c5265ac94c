import type { ExternalLayer, ExternalService } from "#domain/external-layer/external-layer.ts";

/** One layer of a service, with everything that is needed to ask for it. */
export interface OfferedLayer
  extends Pick<ExternalLayer, "layer" | "version" | "format" | "crs" | "legend" | "bounds"> {
  title: string;
  attribution: string;
  /** Why it cannot be shown here, as a German sentence; null where it can. */
  problem: string | null;
}

/** What a service at an address offers. */
export interface ServiceOffer {
  service: ExternalService;
  address: string;
  title: string;
  layers: OfferedLayer[];
}

/** Parameters that belong to one question to a service; all others are part of its address. */
const ofOneQuestion = new Set(
  ["service", "request", "version", "acceptversions", "layers", "layer", "styles", "style"].concat(
    ["crs", "srs", "srsname", "bbox", "width", "height", "format", "outputformat", "transparent"],
    ["typename", "typenames", "count", "maxfeatures", "exceptions", "sld_version"],
  ),
);

/** The address of a service as it is kept: without parameters of one question and without a mark. */
export function serviceAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) {
    if (ofOneQuestion.has(name.toLowerCase())) url.searchParams.delete(name);
  }
  return url.href;
}

/** The address of a question to a service. */
export function question(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** West, south, east, north if four numbers are a box on earth; null otherwise. */
export function boxOf(numbers: readonly number[]): ExternalLayer["bounds"] {
  const [west, south, east, north] = numbers;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  const isBox =
    numbers.every(Number.isFinite) &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90 &&
    west < east &&
    south < north;
  return isBox ? [west, south, east, north] : null;
}
