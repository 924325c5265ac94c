import { canonicalJson } from "../dataset/canonical-json.ts";
import type { StoredRecord } from "../record/record.ts";
import type { FieldDeclaration, RecordType } from "../record/record-type.ts";
import type { Text } from "../text/text.ts";
import { type PlaceChange, placeChange } from "./place-change.ts";

/** One step on the way to a value inside a record: a field, or an entry of a list by its place from 1. */
export type PathStep = { name: Text } | { entry: number };

export type Difference =
  | { kind: "state" | "visibility" | "department"; before: string | null; after: string | null }
  | { kind: "participants"; added: string[]; removed: string[] }
  | { kind: "place"; change: PlaceChange }
  /** A value, or with one side undefined a value that came or went. `declaration` says how to show it. */
  | { kind: "value"; path: PathStep[]; declaration: FieldDeclaration; before: unknown; after: unknown }
  /** What a list gained and lost. */
  | { kind: "list"; path: PathStep[]; declaration: FieldDeclaration; added: unknown[]; removed: unknown[] };

type Version = Pick<
  StoredRecord,
  "state" | "visibility" | "department" | "participants" | "geometry" | "properties"
>;

/**
 * What differs between two versions of a record, field by field in the order of the declaration and in its
 * words. Fields left out of either version (because its reader may not see them) count as empty: callers
 * compare versions projected for the same audience.
 */
export function differences(type: RecordType, before: Version, after: Version): Difference[] {
  const found: Difference[] = [];
  for (const kind of ["state", "visibility", "department"] as const) {
    if (before[kind] !== after[kind]) found.push({ kind, before: before[kind], after: after[kind] });
  }
  const participants = listChange(before.participants, after.participants);
  if (participants) found.push({ kind: "participants", ...(participants as ListChange<string>) });
  const change = placeChange(before.geometry, after.geometry);
  if (change) found.push({ kind: "place", change });
  for (const [field, declaration] of Object.entries(type.fields)) {
    const path = [{ name: declaration.name }];
    found.push(...valueDifferences(path, declaration, before.properties[field], after.properties[field]));
  }
  return found;
}

function valueDifferences(
  path: PathStep[],
  declaration: FieldDeclaration,
  before: unknown,
  after: unknown,
): Difference[] {
  if (isSame(before, after)) return [];
  if (isList(before) || isList(after)) {
    return listDifferences(path, declaration, isList(before) ? before : [], isList(after) ? after : []);
  }
  if (declaration.parts && isObject(before) && isObject(after)) {
    return Object.entries(declaration.parts).flatMap(([part, inner]) =>
      valueDifferences([...path, { name: inner.name }], inner, before[part], after[part]),
    );
  }
  return [{ kind: "value", path, declaration, before, after }];
}

/** Entries found on both sides are the same ones; of the rest, the first here is the first there. */
function listDifferences(
  path: PathStep[],
  declaration: FieldDeclaration,
  before: readonly unknown[],
  after: readonly unknown[],
): Difference[] {
  const change = listChange(before, after);
  // The same entries in another order say the same.
  if (!change) return [];
  const { added, removed } = change;
  const pairs = declaration.parts ? Math.min(added.length, removed.length) : 0;
  const changed = added
    .slice(0, pairs)
    .flatMap((entry, index) =>
      valueDifferences([...path, { entry: after.indexOf(entry) + 1 }], declaration, removed[index], entry),
    );
  const rest = { added: added.slice(pairs), removed: removed.slice(pairs) };
  const hasRest = rest.added.length + rest.removed.length > 0;
  return hasRest ? [...changed, { kind: "list", path, declaration, ...rest }] : changed;
}

interface ListChange<T> {
  added: T[];
  removed: T[];
}

function listChange(before: readonly unknown[], after: readonly unknown[]): ListChange<unknown> | null {
  const left = before.map((entry) => canonicalJson(entry));
  const added = after.filter((entry) => {
    const place = left.indexOf(canonicalJson(entry));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  const removed: unknown[] = [];
  for (const entry of before) {
    const place = left.indexOf(canonicalJson(entry));
    if (place < 0) continue;
    left.splice(place, 1);
    removed.push(entry);
  }
  return added.length + removed.length === 0 ? null : { added, removed };
}

/** A value that is missing and one that was emptied look the same to a reader. */
function isSame(before: unknown, after: unknown): boolean {
  const [a, b] = [before ?? null, after ?? null];
  return a === b || (isList(a) && a.length === 0 && b === null) || (isList(b) && b.length === 0 && a === null)
    ? true
    : a !== null && b !== null && canonicalJson(a) === canonicalJson(b);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
