import { isAtMost, type Visibility } from "#domain/access/visibility.ts";
import type { PageState } from "./page-state.ts";
import type { PresentedView } from "./presentation-slice.ts";
import type { PageStore } from "./store.ts";
import { addressOf, viewOf } from "./url.ts";
import type { Facts } from "./view-slice.ts";

/** What a view can be made of here: what this person is shown in this Sicht. */
export type Offered = Pick<Facts, "layers" | "indicators">;

/**
 * Puts the page into the view of an address one went back to. It ends a Vorführung, and never raises the Sicht: who
 * lowered it for a room may have left the projector on.
 */
export function showAddress(store: PageStore, query: string): void {
  const { sight, endPresentation, lookThrough } = store.getState();
  const view = viewOf(query);
  const lower = lowest(sight, view.sight ?? null);
  endPresentation();
  if (lower !== sight) lookThrough(lower);
  putView(store, atMost(lower, view));
}

/**
 * Opens a view somebody kept: what the map shows, never how the person looks. Language and Sicht stay, whatever the
 * address says; what is not offered here is left out, and behind a lowered Sicht no scenario opens.
 */
export function showSavedView(store: PageStore, address: string, offered: Offered): void {
  const { sight: _sight, language: _language, signInRefusal: _refusal, ...view } = viewOf(address);
  const { sight } = store.getState();
  const isThere = (code: string | null | undefined) =>
    offered.indicators.some((indicator) => indicator.code === code);
  const known = new Set(offered.layers.map(({ layer }) => layer));
  const shown: Partial<PageState> = {
    ...view,
    desk: null,
    importJob: null,
    // Nothing rather than the city's usual indicator, which nobody chose for this meeting.
    indicator: isThere(view.indicator) ? view.indicator : null,
    layers: view.layers?.filter(({ layer }) => known.has(layer)) ?? [],
    ...(view.reading === "pair" && !isThere(view.pairedWith) ? { reading: "value", pairedWith: null } : {}),
  };
  putView(store, sight === null ? shown : withoutScenario(shown));
}

/**
 * Begins a Vorführung in a Sicht, which can be lower than the present one but never higher. False where steps of a
 * scenario would be lost, and nothing begins.
 */
export function beginPresentation(
  store: PageStore,
  { views, at = 0, sight }: { views: readonly PresentedView[]; at?: number; sight: Visibility | null },
): boolean {
  const state = store.getState();
  const lower = lowest(state.sight, sight);
  if (lower === null && hasUnsavedSteps(state)) return false;
  const before = addressOf(state);
  if (lower !== state.sight) state.lookThrough(lower);
  state.present({ views, at, before });
  return true;
}

/** Ends a Vorführung and brings back what was there before, except a higher Sicht: the projector may still be on. */
export function leavePresentation(store: PageStore): void {
  const { presentation, sight } = store.getState();
  if (!presentation) return;
  store.getState().endPresentation();
  putView(store, atMost(sight, viewOf(presentation.before)));
}

/** Whether going to another scenario would lose something, so that a view cannot open before it is saved. */
export function hasUnsavedSteps({ openScenario, unsaved }: PageState): boolean {
  return unsaved !== 0 || (openScenario !== null && openScenario.id === null);
}

function lowest(one: Visibility | null, other: Visibility | null): Visibility | null {
  if (one === null || other === null) return one ?? other;
  return isAtMost(one, other) ? one : other;
}

/** A view in a Sicht that is not above the present one. */
function atMost(sight: Visibility | null, view: Partial<PageState>): Partial<PageState> {
  const lower = lowest(sight, view.sight ?? null);
  const shown = { ...view, sight: lower };
  return lower === null ? shown : withoutScenario(shown);
}

function withoutScenario({ scenarioId: _scenario, ...view }: Partial<PageState>): Partial<PageState> {
  return { ...view, comparison: null, siteInHand: null, planningResult: "none" };
}

function putView(store: PageStore, view: Partial<PageState>): void {
  const state = store.getState();
  // Hidden layers are not in the address: those known stay known, and stay hidden.
  const shown = view.layers ?? [];
  const isShown = new Set(shown.map((setting) => setting.layer));
  const hidden = state.layers
    .filter((setting) => !isShown.has(setting.layer))
    .map((setting) => ({ ...setting, isVisible: setting.layer === "base" }));
  const { scenarioId, ...rest } = view;
  store.setState({ ...rest, layers: [...hidden, ...shown] });
  // Steps nobody saved are not lost by going somewhere else.
  if (scenarioId !== undefined && state.unsaved === 0) store.getState().askForScenario(scenarioId);
}
