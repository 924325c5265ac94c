import type { Geometry } from "geojson";
import { extentOf } from "#domain/geometry/contains-point.ts";
import { InvalidCursorError } from "../store/store.ts";
import type { Collection, CollectionQuery, FeaturePage, FlatFeature } from "./collection.ts";

/**
 * Pages, boxes and filters over features that are in memory already, in the order of their ids. They are made when the
 * first of them is asked for: most documents only describe a collection.
 */
export function keptItems(make: () => readonly FlatFeature[]): Pick<Collection, "items" | "item"> {
  let made: FlatFeature[] | undefined;
  const ordered = () => {
    made ??= [...make()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return made;
  };
  return {
    items: async (query) => pageOf(ordered(), query),
    item: async (id) => ordered().find((feature) => feature.id === id),
  };
}

/** These features carry no time of their own, so a wish for a time leaves none out (OGC 17-069r4, 7.15.4). */
function pageOf(
  ordered: readonly FlatFeature[],
  { limit, after, bbox, equals }: CollectionQuery,
): FeaturePage {
  const found = ordered.filter(
    ({ geometry, properties }) =>
      (!bbox || touches(geometry, bbox)) &&
      Object.entries(equals).every(([name, value]) => String(properties[name] ?? "") === value),
  );
  const last = after === undefined ? undefined : idOf(after);
  const rest = last === undefined ? found : found.filter(({ id }) => id > last);
  const page = rest.slice(0, limit);
  const end = page.at(-1);
  const next =
    end && rest.length > limit ? Buffer.from(JSON.stringify([end.id])).toString("base64url") : null;
  return { features: page, matched: found.length, next };
}

function touches(geometry: Geometry | null, [west, south, east, north]: readonly number[]): boolean {
  const extent = geometry && extentOf(geometry);
  if (!extent) return false;
  return extent[0] <= east! && extent[2] >= west! && extent[1] <= north! && extent[3] >= south!;
}

function idOf(cursor: string): string {
  try {
    const [id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof id === "string") return id;
  } catch (cause) {
    throw new InvalidCursorError("not a cursor", { cause });
  }
  throw new InvalidCursorError("not a cursor");
}
