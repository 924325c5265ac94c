import type { Standard } from "../parameter-set/standard.ts";
import type { Scenario, ScenarioChange } from "./scenario.ts";

/**
 * One step of work on a scenario. It knows what stood there before and what stands there after, so turning the
 * two round takes it back: undo and redo need no copies of the whole.
 */
export type ScenarioEdit =
  /** Inserts where `before` is null, removes where `after` is null, replaces otherwise. */
  | { part: "change"; index: number; before: ScenarioChange | null; after: ScenarioChange | null }
  | { part: "standard"; before: Standard | null; after: Standard | null }
  | { part: "facts"; before: ScenarioFacts; after: ScenarioFacts };
export type ScenarioFacts = Partial<
  Pick<Scenario, "name" | "description" | "referenceYear" | "parameterSetId">
>;

export function inverse(edit: ScenarioEdit): ScenarioEdit {
  return { ...edit, before: edit.after, after: edit.before } as ScenarioEdit;
}

/** The scenario after the edit; the given one stays as it was. */
export function edited(scenario: Scenario, edit: ScenarioEdit): Scenario {
  switch (edit.part) {
    case "change": {
      const inserted = edit.after === null ? [] : [edit.after];
      const removed = edit.before === null ? 0 : 1;
      return { ...scenario, changes: scenario.changes.toSpliced(edit.index, removed, ...inserted) };
    }
    case "standard": {
      const kind = (edit.after ?? edit.before)?.kind;
      const others = scenario.standards.filter((standard) => standard.kind !== kind);
      return { ...scenario, standards: edit.after ? [...others, edit.after] : others };
    }
    case "facts":
      return { ...scenario, ...edit.after };
  }
}
