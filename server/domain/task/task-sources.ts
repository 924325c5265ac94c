import { may, ownScope, type ReadScope, readScope, sharedScope } from "../access/access.ts";
import type { Audience } from "../access/audience.ts";
import { usesPlanning } from "../access/planning-access.ts";
import type { Visibility } from "../access/visibility.ts";
import type { StoredRecord } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";
import type { TaskKind } from "./task.ts";

/** Among which records of a type a source looks: a narrowing of what the audience reads anyway. */
export interface TaskQuestion {
  scope: ReadScope;
  states?: readonly string[];
  visibility?: readonly Visibility[];
}

/**
 * One reason why something waits for somebody. Later subjects (meetings, checks) add a source of their own to
 * `taskSources`; nothing else has to know of it.
 */
export interface TaskSource {
  kind: TaskKind;
  /** null where this audience can have no such task among records of this type. */
  asks: (audience: Audience, type: RecordType) => TaskQuestion | null;
  /** Whether a record found that way is such a task. */
  holds: (audience: Audience, type: RecordType, record: StoredRecord) => boolean;
}

/** A sketch only its author knows: share it or drop it. */
const ownSketch: TaskSource = {
  kind: "own-sketch",
  asks: (audience, type) =>
    type.type === "candidate-sites" && usesPlanning(audience)
      ? { scope: ownScope(audience, type), states: ["SKIZZE"], visibility: ["RESTRICTED"] }
      : null,
  holds: (_audience, _type, record) => record.participants.length === 0,
};

/** A state that waits for this department, or for the Geschäftsstelle. */
const nextStep: TaskSource = {
  kind: "next-step",
  asks: (audience, type) => {
    const whose = waitsForRole(audience);
    const states = whose ? statesOf(type, ({ waitsFor }) => waitsFor === whose) : [];
    return states.length > 0 ? { scope: readScope(audience, type), states } : null;
  },
  holds: (audience, type, record) =>
    may(audience, "transition", type, record) &&
    (audience.role === "SECRETARIAT" || isOwnDepartment(audience, type, record)),
};

/** Decided records the public does not know of yet; protected ones can never be released. */
const toRelease: TaskSource = {
  kind: "to-release",
  asks: (audience, type) => {
    const states = audience.role === "SECRETARIAT" ? statesOf(type, ({ isDecided }) => isDecided) : [];
    return states.length > 0
      ? { scope: readScope(audience, type), states, visibility: ["DISTRICT", "INTERNAL", "RESTRICTED"] }
      : null;
  },
  holds: (audience, type, record) => may(audience, "release", type, record),
};

/** What somebody else keeps confidential and showed to this account or department. */
const sharedWithMe: TaskSource = {
  kind: "shared-with-me",
  asks: (audience, type) =>
    audience.account === null ? null : { scope: sharedScope(audience, type), visibility: ["RESTRICTED"] },
  holds: (audience, _type, record) => record.owner !== audience.account,
};

export const taskSources: readonly TaskSource[] = [ownSketch, nextStep, toRelease, sharedWithMe];

function waitsForRole({ role }: Audience): "department" | "secretariat" | null {
  return role === "SECRETARIAT" ? "secretariat" : role === "PLANNER" ? "department" : null;
}

function isOwnDepartment({ department }: Audience, type: RecordType, record: StoredRecord): boolean {
  if (department === null) return false;
  return record.department === department || type.rights.PLANNER?.onlyDepartment === department;
}

type State = RecordType["lifecycle"]["states"][string];

function statesOf({ lifecycle }: RecordType, wanted: (state: State) => boolean | undefined): string[] {
  return Object.entries(lifecycle.states).flatMap(([key, state]) => (wanted(state) ? [key] : []));
}
