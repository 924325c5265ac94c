import type { Standard } from "#domain/parameter-set/standard.ts";
import type { ScenarioChange, SketchedSite } from "#domain/scenario/scenario.ts";
import type { ScenarioEdit } from "#domain/scenario/scenario-edit.ts";
import type { PageState } from "../state/page-state.ts";
import { emptyScenario } from "../state/scenario-slice.ts";
import type { PageStore } from "../state/store.ts";

/** Whether steps of work may be made: in the present they open a draft, in another's scenario they may not. */
export function maySketch({ openScenario }: Pick<PageState, "openScenario">): boolean {
  return openScenario?.mayEdit ?? true;
}

/** Opens a draft where the page shows the present, so that a first step has somewhere to go. */
function withScenario(store: PageStore, draftName: string): PageState {
  const state = store.getState();
  if (state.openScenario) return state;
  state.showScenario({
    id: null,
    etag: "",
    scenario: emptyScenario(draftName),
    participants: [],
    missing: 0,
    mayEdit: true,
  });
  return store.getState();
}

export function sitesOf(changes: readonly ScenarioChange[]): SketchedSite[] {
  return changes.flatMap((change) => (change.change === "add-site" ? [change.site] : []));
}

export function addSite(store: PageStore, site: SketchedSite, draftName: string): void {
  const state = withScenario(store, draftName);
  const index = state.openScenario?.scenario.changes.length ?? 0;
  state.editScenario({ part: "change", index, before: null, after: { change: "add-site", site } });
}

/** Replaces or, with null, removes a site of the open scenario; nothing happens for one it does not have. */
export function changeSite(
  store: PageStore,
  id: string,
  change: (site: SketchedSite) => SketchedSite | null,
): void {
  const state = store.getState();
  const changes = state.openScenario?.scenario.changes ?? [];
  const index = changes.findIndex((one) => one.change === "add-site" && one.site.id === id);
  const before = changes[index];
  if (before?.change !== "add-site") return;
  const site = change(before.site);
  if (site === before.site) return;
  const after = site && ({ change: "add-site", site } as const);
  state.editScenario({ part: "change", index, before, after });
}

export function changeStandard(
  store: PageStore,
  { before, after }: { before: Standard | null; after: Standard | null },
  draftName: string,
): void {
  const edit: ScenarioEdit = { part: "standard", before, after };
  withScenario(store, draftName).editScenario(edit);
}

/** A record a change is about. */
export interface ChangedRecord {
  type: string;
  id: string;
}
type RecordChange = Extract<ScenarioChange, { recordId: string }>;

/** What the scenario does to a record; undefined where it leaves it as it is. */
export function changeOf(
  changes: readonly ScenarioChange[],
  record: ChangedRecord,
): RecordChange | undefined {
  return changes.find(
    (change): change is RecordChange =>
      change.change !== "add-site" && change.recordType === record.type && change.recordId === record.id,
  );
}

/** Closes or resizes a record in the scenario, or with null leaves it as it is; one change per record. */
export function changeRecord(
  store: PageStore,
  record: ChangedRecord,
  after: RecordChange | null,
  draftName: string,
): void {
  const state = withScenario(store, draftName);
  const changes = state.openScenario?.scenario.changes ?? [];
  const before = changeOf(changes, record) ?? null;
  if (before === null && after === null) return;
  const index = before ? changes.indexOf(before) : changes.length;
  state.editScenario({ part: "change", index, before, after });
}
