import type { Role } from "#domain/access/audience.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { SmallCity } from "../../lib/small-city.ts";

/** Somebody the matrix asks as: a role of MODEL §1, planners once more from a department that is not in charge. */
export interface Person {
  /** Column of the matrix. */
  name: string;
  role: Role;
  headers: Record<string, string>;
}

/** How one operation is asked; whatever is left out is not sent. */
export interface Asked {
  /** Values of the `:parameters` in the path. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  payload?: object;
}

/**
 * One row of the table: what the server can be asked, under the name the matrix uses. An operation may have several
 * rows where the answer depends on what is asked for, as "read candidate-sites (released)".
 */
export interface Operation {
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As the route is registered. */
  path: string;
  /** Asked anew for each person, so that one's deletion is not another's 404. */
  ask?: (city: MatrixCity, person: Person) => Promise<Asked> | Asked;
  /** True for an answer that never ends. */
  isEndless?: boolean;
}

/** The city the matrix is asked in: district 01, department 51 in charge of everything in it. */
export interface MatrixCity extends SmallCity {
  /** What creates or replaces a record of this type, with the records it names. */
  body: (type: string) => Promise<{ geometry: unknown; properties: Record<string, unknown> }>;
  /** A new record of department 51 in district 01, owned by nobody who asks. */
  record: (type: string, more?: Partial<StoredRecord>) => Promise<StoredRecord>;
  /** One such record for everybody, for operations that only look. */
  standing: (type: string, visibility: Visibility) => Promise<StoredRecord>;
  /** `if-match` for what this person reads at an address; nothing where they read nothing. */
  ifMatch: (address: string, person: Person) => Promise<Record<string, string>>;
  /** "GET /api/me" for every route registered when everything that can be set is set. */
  routes: readonly string[];
  /** Where the file of the population grid lies. */
  gridFile: { dataset: string; release: string };
}
