import type { MapHit, SceneSelection } from "../map/map-scene.ts";

/** What is looked at: nothing, one thing, or a choice between things that lie on top of each other. */
export type Look =
  | { kind: "nothing" }
  | { kind: "one"; selection: SceneSelection; alsoHere: readonly MapHit[] }
  | { kind: "several"; hits: readonly MapHit[] };

export const nothing: Look = { kind: "nothing" };

/**
 * What a click on the map means. Areas lie under everything, so one thing on an area is that thing; only
 * several things beside the area make a list.
 */
export function lookAt(hits: readonly MapHit[]): Look {
  const distinct = hits.filter(
    (hit, index) => hits.findIndex((other) => isSame(other.selection, hit.selection)) === index,
  );
  const [first] = distinct;
  if (!first) return nothing;
  const things = distinct.filter((hit) => hit.selection.kind !== "area");
  if (things.length > 1) return { kind: "several", hits: distinct };
  const chosen = things[0] ?? first;
  return {
    kind: "one",
    selection: chosen.selection,
    alsoHere: distinct.filter((hit) => hit !== chosen),
  };
}

export function isSame(a: SceneSelection | null, b: SceneSelection | null): boolean {
  return selectionKey(a) === selectionKey(b);
}

/** One word for a selection, for addresses and comparison: `area:district:06`, `record:facilities:k3…`. */
export function selectionKey(selection: SceneSelection | null): string {
  if (!selection) return "";
  switch (selection.kind) {
    case "area":
      return `area:${selection.level}:${selection.number}`;
    case "record":
      return `record:${selection.type}:${selection.id}`;
    case "sketch":
      return `sketch:${selection.id}`;
  }
}

export function selectedOf(look: Look): SceneSelection | null {
  return look.kind === "one" ? look.selection : null;
}
