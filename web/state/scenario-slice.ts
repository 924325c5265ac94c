import type { StateCreator } from "zustand/vanilla";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { Scenario } from "#domain/scenario/scenario.ts";
import { edited, inverse, type ScenarioEdit } from "#domain/scenario/scenario-edit.ts";
import type { ComparisonMode } from "#domain/view/view-words.ts";
import type { PageState } from "./page-state.ts";

/** A scenario somebody works in. Without an id it was never saved and lives in this page alone. */
export interface OpenScenario {
  id: string | null;
  /** Mark of the state on the server it started from; empty for one never saved. */
  etag: string;
  scenario: Scenario;
  /** Accounts and departments ("department:51") it is shared with. */
  participants: readonly string[];
  /** Changes without effect, because what they name was deleted. */
  missing: number;
  /** False where this person may look but not save. */
  mayEdit: boolean;
  /** Why the last save was refused, in a sentence; the work itself is still here. */
  trouble?: string;
}

/** Two scenarios looked at together, by id; "bestand" is the present. */
export interface Comparison {
  first: string;
  second: string;
  mode: ComparisonMode;
}

/** A scenario nobody has worked on yet. */
export function emptyScenario(name: string): Scenario {
  return { name, standards: [], changes: [] };
}

/** A scenario in hand with the steps of work on it. */
export type OpenWork = Pick<
  ScenarioSlice,
  "scenarioId" | "openScenario" | "done" | "undone" | "unsaved" | "comparison"
>;

/** The scenario every number on the page belongs to, and the steps of work on it. */
export interface ScenarioSlice {
  /** Asked for by the address; the page loads it. "bestand" is the present. */
  scenarioId: string;
  /** null is the present, or a scenario that is still on its way. */
  openScenario: OpenScenario | null;
  /** Steps that can be taken back, oldest first. */
  done: readonly ScenarioEdit[];
  /** Steps taken back, the next to redo last. */
  undone: readonly ScenarioEdit[];
  /** Steps since the last save; 0 means saved. Negative after undoing past a save. */
  unsaved: number;

  comparison: Comparison | null;
  /** What was open when the Sicht was lowered; it comes back when the Sicht is raised again. */
  setAside: OpenWork | null;

  askForScenario: (id: string) => void;
  showScenario: (open: OpenScenario) => void;
  /** Back to the present; unsaved steps are gone, so callers ask first. */
  leaveScenario: () => void;
  editScenario: (edit: ScenarioEdit) => void;
  undo: () => void;
  redo: () => void;
  /** What the server answered to a save. */
  scenarioSaved: (saved: { id: string; etag: string }) => void;
  /** What the server said when it did not save. */
  scenarioRefused: (trouble: string) => void;
  compare: (comparison: Comparison | null) => void;
}

const untouched = { done: [], undone: [], unsaved: 0 } as const;

export const createScenarioSlice: StateCreator<PageState, [], [], ScenarioSlice> = (set) => ({
  scenarioId: "bestand",
  openScenario: null,
  comparison: null,
  setAside: null,
  ...untouched,

  askForScenario: (scenarioId) =>
    set((state) => (state.scenarioId === scenarioId ? {} : { scenarioId, openScenario: null, ...untouched })),
  showScenario: (openScenario) =>
    set({ openScenario, scenarioId: openScenario.id ?? "bestand", ...untouched }),
  leaveScenario: () => set({ scenarioId: "bestand", openScenario: null, setAside: null, ...untouched }),
  editScenario: (edit) =>
    set((state) => ({
      ...applied(state.openScenario, edit),
      done: [...state.done, edit],
      undone: [],
      unsaved: state.unsaved + 1,
    })),
  undo: () =>
    set((state) => {
      const edit = state.done.at(-1);
      if (!edit) return {};
      return {
        ...applied(state.openScenario, inverse(edit)),
        done: state.done.slice(0, -1),
        undone: [...state.undone, edit],
        unsaved: state.unsaved - 1,
      };
    }),
  redo: () =>
    set((state) => {
      const edit = state.undone.at(-1);
      if (!edit) return {};
      return {
        ...applied(state.openScenario, edit),
        done: [...state.done, edit],
        undone: state.undone.slice(0, -1),
        unsaved: state.unsaved + 1,
      };
    }),
  scenarioSaved: ({ id, etag }) =>
    set((state) =>
      state.openScenario
        ? { openScenario: { ...state.openScenario, id, etag }, scenarioId: id, unsaved: 0 }
        : {},
    ),
  scenarioRefused: (trouble) =>
    set((state) => (state.openScenario ? { openScenario: { ...state.openScenario, trouble } } : {})),
  compare: (comparison) => set({ comparison }),
});

function applied(open: OpenScenario | null, edit: ScenarioEdit): Pick<ScenarioSlice, "openScenario"> {
  return { openScenario: open && { ...open, scenario: edited(open.scenario, edit) } };
}

/**
 * Scenarios are confidential: under a lowered Sicht the page shows the present, sketches never saved included.
 * Nothing is lost, it only lies aside until the Sicht is raised.
 */
export function underSight(state: PageState, isLowered: boolean): Partial<PageState> {
  if (!isLowered) return state.setAside && !state.openScenario ? { ...state.setAside, setAside: null } : {};
  const { scenarioId, openScenario, done, undone, unsaved, comparison } = state;
  if (!openScenario && !comparison) return {};
  return {
    setAside: { scenarioId, openScenario, done, undone, unsaved, comparison },
    scenarioId: presentScenario.id,
    openScenario: null,
    comparison: null,
    siteInHand: null,
    ...untouched,
  };
}
