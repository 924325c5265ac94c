import type { Text } from "../text/text.ts";
import type { Properties } from "./record.ts";

/** A state of a lifecycle. `requires` names the fields that must be filled before the state may be reached. */
export interface LifecycleState {
  name: Text;
  next: readonly string[];
  requires?: readonly string[];
  /** Who has to take the next step: the record's own department or the Geschäftsstelle. */
  waitsFor?: "department" | "secretariat";
  /** Decided: nothing but the release stands between the record and the public. */
  isDecided?: boolean;
  /** Only the Geschäftsstelle moves a record here; left out, everybody who may write it. */
  bySecretariatOnly?: boolean;
  /** The content stands: nobody edits or deletes it in this state, the Geschäftsstelle included; a change is a new record. */
  isFixed?: boolean;
}

/** Lifecycle of a record type as a table: German state keys as MODEL writes them, the first one is the start. */
export interface Lifecycle {
  initial: string;
  states: Readonly<Record<string, LifecycleState>>;
}

export type TransitionCheck =
  | { kind: "allowed" }
  | { kind: "unknown-state"; to: string }
  | { kind: "not-next"; from: string; to: string; next: readonly string[] }
  | { kind: "missing-fields"; fields: readonly string[] };

/** Whether a record may go from one state to another, and if not, why. */
export function checkTransition(
  lifecycle: Lifecycle,
  { from, to, properties }: { from: string; to: string; properties: Properties },
): TransitionCheck {
  const target = lifecycle.states[to];
  if (!target) return { kind: "unknown-state", to };
  const next = lifecycle.states[from]?.next ?? [];
  if (!next.includes(to)) return { kind: "not-next", from, to, next };
  const fields = missingFields(target, properties);
  return fields.length > 0 ? { kind: "missing-fields", fields } : { kind: "allowed" };
}

/** Fields a state requires that are empty: a record in that state may not lose them by an edit either. */
export function missingFields(state: LifecycleState | undefined, properties: Properties): string[] {
  return (state?.requires ?? []).filter((field) => {
    const value = properties[field];
    return (
      value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
    );
  });
}
