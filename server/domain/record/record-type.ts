import type { z } from "zod";
import type { Role } from "../access/audience.ts";
import type { Visibility } from "../access/visibility.ts";
import type { Area } from "../area/area.ts";
import type { Text } from "../text/text.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { OwnOffice } from "./own-office.ts";
import type { Properties, StoredRecord } from "./record.ts";
import type { Signature } from "./signature.ts";
import type { Unique } from "./unique.ts";

/** How a field of a record is called, who reads it, and whether lists can be filtered and sorted by it. */
export interface FieldDeclaration {
  name: Text;
  /** Lowest level that reads the field; the record's own visibility is asked first. Default PUBLIC. */
  visibility?: Visibility;
  /** Filterable fields become indexed columns of the database. */
  filter?: "text" | "number" | "list";
  /** Names of the values of an enumeration. */
  values?: Readonly<Record<string, Text>>;
  unit?: string;
  /** Names of what is inside a field that is an object or a list of objects. */
  parts?: Readonly<Record<string, FieldDeclaration>>;
}

/** "own" is the own department or the own record; "all" is everybody's. */
export type Reach = "none" | "own" | "all";

export interface RoleRights {
  create?: boolean;
  edit?: Reach;
  /** Only this department's people may write, as Stadterneuerung does for its areas. */
  onlyDepartment?: string;
  /** Only records that lie in the own Stadtbezirke and in no other, before and after the change. */
  withinDistricts?: boolean;
}

/** Whose people write a field: one department's, or those of every other. */
export type FieldWriters = { onlyDepartment: string } | { notDepartment: string };

/**
 * A kind of record, declared once: from it come routes, OpenAPI, export, table, map layer and the
 * permission matrix. The mechanism stops before the screen: sheets are composed by hand.
 */
export interface RecordType {
  /** Segment that names the type everywhere (record type, tile layer, export). */
  type: string;
  names: { singular: Text; plural: Text };
  schema: z.ZodObject;
  fields: Readonly<Record<string, FieldDeclaration>>;
  lifecycle: Lifecycle;
  defaultVisibility: Visibility;
  /** Who may write; releases are the Geschäftsstelle's alone (MODEL §0.2). */
  rights: Readonly<Partial<Record<Role, RoleRights>>>;
  /**
   * Fields that only some planners write, so that two sides say theirs separately; the Geschäftsstelle writes all. Who
   * may not write such a field deletes no record that has it. Such records are never imported.
   */
  fieldWriters?: Readonly<Record<string, FieldWriters>>;
  /** RESTRICTED records are also read by their own department (protected facilities, MODEL §1). */
  restrictedForOwnDepartment?: boolean;
  /**
   * A person's own records: their owner alone writes them and decides whether the administration reads them
   * (INTERNAL); nobody outside it ever does, and RESTRICTED ones are not even the Geschäftsstelle's to read.
   */
  isPersonal?: boolean;
  /** False for types without a place, which have no tiles, overlay and layer. Default true. */
  isMapped?: boolean;
  /** Geometry kinds a record of this type may have; `optional` ones may have none. */
  geometry: { kinds: readonly ("Point" | "LineString" | "Polygon" | "MultiPolygon")[]; optional?: boolean };
  /**
   * The areas a record is about, where they decide its Stadtbezirke instead of its geometry; `field` names them to
   * its reader.
   */
  areasOf?: {
    field: string;
    read: (properties: Properties) => Pick<Area, "level" | "number">[] | "city";
  };
  title: (properties: Properties) => string;
  /** The field the title is made from, which a public title replaces; left out where there can be none. */
  titleField?: string;
  /** Fields that tell where a record is, left out together with its exact place. None of them filters lists. */
  placeFields?: readonly string[];
  /** Fields that go into the vector tiles, all public ones; the title is always there. */
  mapFields: readonly string[];
  /** Points of this type cluster, and clusters count by this map field. */
  clusterBy?: string;
  /**
   * Why it is early to show a record to everyone before a state that decides (see `earlyReleaseOf`), as a sentence
   * for whoever has to confirm it; left out where no state is delicate.
   */
  earlyRelease?: Text;
  /** How an office signs such a record; left out where none does. Such records are never imported. */
  signature?: Signature;
  /** Where it says which office speaks, which no form decides; left out where it says none. */
  ownOffice?: OwnOffice;
  /** What no two records of the type share. */
  unique?: Unique;
  /** Fields that hold the id of another record, with the types it may be of. They filter lists. */
  references?: Readonly<Record<string, readonly string[]>>;
  /** True where a location may never leave the inner circle: such records cannot be released. */
  isProtected?: (properties: Properties) => boolean;
  /**
   * Where a record's location can be more delicate than the rest: unless `field` has one of the open values,
   * only `visibility` and above read the geometry, and nobody else finds the record by a box. The field is filterable.
   */
  delicateLocation?: { field: string; openValues: readonly string[]; visibility: Visibility };
  /** Field with the year or day by which what a record plans shall be there; shown with the tasks it makes. */
  dueField?: string;
  /** A second place of the record on the map, such as a coordination office: longitude, latitude. */
  anchor?: (properties: Properties) => readonly [number, number] | undefined;
  /** How derived fields are called and which of them filter lists. */
  derivedFields?: Readonly<Record<string, FieldDeclaration>>;
  /** Public fields computed from others, such as the family of a facility or the supply layer of a site. */
  derived?: (record: StoredRecord) => Readonly<Record<string, string | number | boolean>>;
}

export function defineRecordType(type: RecordType): RecordType {
  return type;
}
