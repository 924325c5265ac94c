import { canonicalJson } from "../dataset/canonical-json.ts";
import { isBulk, type Release } from "../dataset/release.ts";
import type { Properties, RecordAction, StoredRecord } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";
import { type CoarsePlace, type PublicFace, publicFaceOf } from "../release/public-face.ts";
import { type ReleaseEntry, visibleSince } from "../release/release-log.ts";
import type { Audience } from "./audience.ts";
import { isAtMost, type Visibility, visibilitiesUpTo } from "./visibility.ts";

/**
 * Who sees what, and who may do what (DESIGN §3.2, MODEL §0–1). The only place that decides.
 *
 * Reading is described as clauses rather than as a predicate, so that the store can turn the very same
 * rule into its query and counts and pages stay right. A record is readable when any clause holds; a
 * clause holds when all its parts do. An empty list of clauses reads nothing.
 */
export interface ReadClause {
  visibility: readonly Visibility[];
  districts?: readonly string[];
  owner?: string;
  participants?: readonly string[];
  department?: string;
}
export type ReadScope = readonly ReadClause[];

/** Participant form of a department, beside plain accounts. */
export function departmentParticipant(department: string): string {
  return `department:${department}`;
}

const readsInternal = new Set(["PLANNER", "SECRETARIAT"]);

/** Clauses under which this audience reads records of this type. */
export function readScope(audience: Audience, type: RecordType): ReadScope {
  const open = visibilitiesUpTo(audience.ceiling);
  const within = (...levels: Visibility[]) => levels.filter((level) => open.includes(level));
  if (type.isPersonal) return personalScope(audience, open);
  const clauses: ReadClause[] = [{ visibility: within("PUBLIC") }];
  if (audience.role === "SECRETARIAT") clauses.push({ visibility: open });
  if (readsInternal.has(audience.role)) clauses.push({ visibility: within("DISTRICT", "INTERNAL") });
  if (audience.role === "DISTRICT_HEAD" && audience.districts.length > 0) {
    clauses.push({ visibility: within("DISTRICT"), districts: audience.districts });
  }
  if (audience.account) {
    const names = [audience.account];
    if (audience.department) names.push(departmentParticipant(audience.department));
    clauses.push({ visibility: open, owner: audience.account });
    clauses.push({ visibility: open, participants: names });
  }
  if (audience.role === "PLANNER" && audience.department && type.restrictedForOwnDepartment) {
    clauses.push({ visibility: within("RESTRICTED"), department: audience.department });
  }
  return clauses.filter((clause) => clause.visibility.length > 0);
}

/** A person's own records: theirs, and for the administration what they share with it. */
function personalScope({ role, account }: Audience, open: readonly Visibility[]): ReadScope {
  return [
    ...(account === null ? [] : [{ visibility: open, owner: account }]),
    ...(readsInternal.has(role) && open.includes("INTERNAL") ? [{ visibility: ["INTERNAL" as const] }] : []),
  ];
}

/** Of what this audience reads of a type: what it owns. */
export function ownScope(audience: Audience, type: RecordType): ReadScope {
  return readScope(audience, type).filter(({ owner }) => owner !== undefined);
}

/** Of what this audience reads of a type: what was shared with its account or department. */
export function sharedScope(audience: Audience, type: RecordType): ReadScope {
  return readScope(audience, type).filter(({ participants }) => participants !== undefined);
}

/** The clauses of `readScope` applied to one record. */
export function inScope(scope: ReadScope, record: StoredRecord): boolean {
  return scope.some(
    (clause) =>
      clause.visibility.includes(record.visibility) &&
      (!clause.districts || clause.districts.some((district) => record.districts.includes(district))) &&
      (clause.owner === undefined || clause.owner === record.owner) &&
      (!clause.participants || clause.participants.some((name) => record.participants.includes(name))) &&
      (clause.department === undefined || clause.department === record.department),
  );
}

/**
 * The highest level of field this audience reads on a record it may read at all: DISTRICT fields for the
 * own district's head, everything for the owner, a participant and the Geschäftsstelle.
 */
export function fieldCeiling(audience: Audience, record: StoredRecord): Visibility {
  const names = [audience.account, audience.department && departmentParticipant(audience.department)];
  const isInside =
    audience.role === "SECRETARIAT" ||
    (audience.account !== null && record.owner === audience.account) ||
    record.participants.some((name) => names.includes(name));
  const ofRole: Visibility = isInside
    ? "RESTRICTED"
    : audience.role === "PLANNER"
      ? audience.department !== null && audience.department === record.department
        ? "RESTRICTED"
        : "INTERNAL"
      : audience.role === "DISTRICT_HEAD" && audience.districts.some((d) => record.districts.includes(d))
        ? "DISTRICT"
        : "PUBLIC";
  return isAtMost(ofRole, audience.ceiling) ? ofRole : audience.ceiling;
}

/** A record as somebody reads it. */
export interface ProjectedRecord extends StoredRecord {
  visibleSince: string | null;
  releaseLog: ReleaseEntry[];
  /** Null for people outside the administration: what they read is the public face. */
  publicFace: PublicFace | null;
  /** What stands for the exact place, where the reader is not told it. */
  coarsePlace: CoarsePlace | null;
}

/**
 * The record as this audience may read it: fields and geometry above its level are left out, and so is
 * everything that says who stands behind it (owner, participants, who released it and why) for people outside the
 * administration. They read its public face, whose title and place may differ from the record's own.
 */
export function projected(audience: Audience, type: RecordType, record: StoredRecord): ProjectedRecord {
  const ceiling = fieldCeiling(audience, record);
  const readsPeople = isAtMost("INTERNAL", ceiling);
  const { coarsePlace, ...face } = readsPeople
    ? { properties: record.properties, geometry: record.geometry, coarsePlace: null }
    : publicFaceOf(type, record);
  const properties = Object.fromEntries(
    Object.entries(face.properties).filter(([field]) => {
      // What no declaration knows of has no level, and is nobody's.
      const declared = Object.hasOwn(type.fields, field) ? type.fields[field] : undefined;
      return declared !== undefined && isAtMost(declared.visibility ?? "PUBLIC", ceiling);
    }),
  );
  return {
    ...record,
    owner: readsPeople ? record.owner : "",
    participants: readsPeople ? record.participants : [],
    visibleSince: visibleSince(record),
    releaseLog: readsPeople ? (record.releaseLog ?? []) : [],
    geometry: isAtMost(locationVisibility(type, record.properties), ceiling) ? face.geometry : null,
    publicFace: readsPeople ? (record.publicFace ?? null) : null,
    coarsePlace,
    properties,
  };
}

/**
 * Whether a record as projected for this audience says on the map what the public's tiles do not: all of it, its
 * place or its title.
 */
export function showsMoreThanPublic(audience: Audience, type: RecordType, record: ProjectedRecord): boolean {
  if (record.visibility !== "PUBLIC" || record.publicFace !== null) return true;
  // Who reads no delicate place is not told either which places are delicate.
  const readsPlaces = isAtMost(type.delicateLocation?.visibility ?? "PUBLIC", fieldCeiling(audience, record));
  return readsPlaces && locationVisibility(type, record.properties) !== "PUBLIC";
}

/** Lowest level that reads where this record is. */
export function locationVisibility(type: RecordType, properties: Properties): Visibility {
  const guard = type.delicateLocation;
  if (!guard) return "PUBLIC";
  return guard.openValues.includes(String(properties[guard.field])) ? "PUBLIC" : guard.visibility;
}

/**
 * The level of field this audience reads on every record in its scope, whatever the record: only such fields
 * may filter or sort a list, or the order would tell what the list hides.
 */
export function commonFieldCeiling(audience: Audience): Visibility {
  const ofRole: Visibility =
    audience.role === "SECRETARIAT" ? "RESTRICTED" : audience.role === "PLANNER" ? "INTERNAL" : "PUBLIC";
  return isAtMost(ofRole, audience.ceiling) ? ofRole : audience.ceiling;
}

/** A record as a list is sorted, searched and cut to a box: as it is, or as its public face shows it. */
export type Face = "internal" | "public";

/**
 * The face this audience's lists go by. Whoever reads internal fields of every record has the records themselves;
 * for all others the order and the box would tell what the face hides.
 */
export function listFace(audience: Audience): Face {
  return isAtMost("INTERNAL", commonFieldCeiling(audience)) ? "internal" : "public";
}

/**
 * The highest level of field this audience may read on any record at all: what a table for it has columns for.
 * Cells of a record it reads less of stay empty.
 */
export function highestFieldCeiling(audience: Audience): Visibility {
  return audience.account === null ? "PUBLIC" : audience.ceiling;
}

export type Act = Exclude<RecordAction, "import">;

/**
 * Whether this audience may do this to a record it can read. For `create` without a record the answer is whether
 * it may create any; with one, or with a record as it shall become, whether it may write exactly that.
 */
export function may(audience: Audience, act: Act, type: RecordType, record?: StoredRecord): boolean {
  if (act === "release" || act === "withdraw") {
    // Who sees a person's own record is that person's choice, made by editing it.
    if (type.isPersonal) return false;
    return (
      audience.role === "SECRETARIAT" && (act === "withdraw" || !type.isProtected?.(record?.properties ?? {}))
    );
  }
  const rights = type.rights[audience.role];
  if (!rights || !audience.account) return false;
  if (rights.onlyDepartment && rights.onlyDepartment !== audience.department) return false;
  if (rights.withinDistricts && record && !isWithinDistricts(record, audience.districts)) return false;
  if ((act === "edit" || act === "delete") && record && isFixed(type, record)) return false;
  if (act === "create") return rights.create === true;
  if (rights.edit === "all") return true;
  if (rights.edit !== "own" || !record) return false;
  if (type.isPersonal) return record.owner === audience.account;
  return (
    record.owner === audience.account ||
    (audience.department !== null && record.department === audience.department)
  );
}

/** Whether the content of a record stands, so that nobody edits or deletes it, whatever their rights. */
export function isFixed(type: RecordType, { state }: Pick<StoredRecord, "state">): boolean {
  return type.lifecycle.states[state]?.isFixed === true;
}

/** Whether this audience moves records of this type, among those it may write, into this state. */
export function movesTo({ role }: Pick<Audience, "role">, type: RecordType, state: string): boolean {
  return role === "SECRETARIAT" || type.lifecycle.states[state]?.bySecretariatOnly !== true;
}

/** Whether this audience writes this field of records it may write at all. */
export function writesField({ role, department }: Audience, type: RecordType, field: string): boolean {
  const writers = type.fieldWriters?.[field];
  if (!writers || role === "SECRETARIAT") return true;
  if (department === null) return false;
  return "onlyDepartment" in writers
    ? writers.onlyDepartment === department
    : writers.notDepartment !== department;
}

/** Fields a change touches that are others' to write. */
export function fieldsOfOthers(
  audience: Audience,
  type: RecordType,
  { before, after }: { before: Properties; after: Properties },
): string[] {
  return Object.keys(type.fieldWriters ?? {}).filter(
    (field) =>
      canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null) &&
      !writesField(audience, type, field),
  );
}

/** A record that lies nowhere is in nobody's district. */
function isWithinDistricts(record: StoredRecord, districts: readonly string[]): boolean {
  return record.districts.length > 0 && record.districts.every((number) => districts.includes(number));
}

/** Whether this audience reads figures of a dataset release with this visibility. */
export function readsDataset(audience: Audience, visibility: Visibility): boolean {
  const ofRole: Visibility =
    audience.role === "PLANNER" || audience.role === "SECRETARIAT" || audience.role === "STATISTICS"
      ? "INTERNAL"
      : audience.role === "DISTRICT_HEAD"
        ? "DISTRICT"
        : "PUBLIC";
  return isAtMost(visibility, isAtMost(ofRole, audience.ceiling) ? ofRole : audience.ceiling);
}

/**
 * Whether this audience reads figures disclosure control hides from others: the Statistikstelle and those who plan
 * with them, as long as their Sicht is not lowered. To them such figures are "vertraulich".
 */
export function readsFinerValues(audience: Audience): boolean {
  return readsDataset(audience, "INTERNAL");
}

/**
 * Whether this audience reads a release at all. Files of the population grid and the walking network are the
 * planners' working material (DESIGN §3.4): nobody else is told that they exist.
 */
export function readsRelease(
  audience: Audience,
  { kind, visibility }: Pick<Release, "kind" | "visibility">,
): boolean {
  if (!isBulk(kind)) return readsDataset(audience, visibility);
  const lowest = isAtMost(visibility, "INTERNAL") ? "INTERNAL" : visibility;
  return readsInternal.has(audience.role) && readsDataset(audience, lowest);
}
