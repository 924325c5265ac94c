import type { PageState } from "./page-state.ts";
import { selectedOf, selectionKey } from "./selection.ts";
import type { PageStore } from "./store.ts";
import { addressOf, viewOf } from "./url.ts";

/** Wait before the address follows: browsers refuse more than some hundred changes in half a minute. */
const calmMs = 250;

/**
 * Keeps address and store the same. A new tab, selection, indicator or level is a step one can go back from;
 * everything else changes the present step. `onReturn` is told when the back button changed the view, so
 * that the map can follow the camera. Returns a function that ends the connection.
 */
export function connectAddressBar(
  store: PageStore,
  { window: page, onReturn }: { window: Window; onReturn: (state: PageState) => void },
): () => void {
  let written = page.location.search;
  let step = stepOf(store.getState());
  let timer: number | undefined;

  const write = (state: PageState) => {
    const address = addressOf(state);
    const nextStep = stepOf(state);
    if (address === written) return;
    const isStep = nextStep !== step;
    written = address;
    step = nextStep;
    const target = `${page.location.pathname}${address}`;
    if (isStep) page.history.pushState(null, "", target);
    else page.history.replaceState(null, "", target);
  };

  let isReturning = false;
  const unsubscribe = store.subscribe((state) => {
    if (isReturning) return;
    page.clearTimeout(timer);
    if (stepOf(state) !== step && step !== unsettled) write(state);
    else timer = page.setTimeout(() => write(store.getState()), calmMs);
    if (step === unsettled) step = stepOf(state);
  });

  const goBack = () => {
    page.clearTimeout(timer);
    const state = store.getState();
    const view = viewOf(page.location.search);
    // Hidden layers are not in the address: those known stay known, and stay hidden.
    const shown = view.layers ?? [];
    const isShown = new Set(shown.map((setting) => setting.layer));
    const hidden = state.layers
      .filter((setting) => !isShown.has(setting.layer))
      .map((setting) => ({ ...setting, isVisible: setting.layer === "base" }));
    // Going back is no new step.
    isReturning = true;
    const { scenarioId, ...rest } = view;
    store.setState({ ...rest, layers: [...hidden, ...shown] });
    // Steps nobody saved are not lost by going back.
    if (scenarioId !== undefined && state.unsaved === 0) store.getState().askForScenario(scenarioId);
    isReturning = false;
    written = page.location.search;
    step = stepOf(store.getState());
    onReturn(store.getState());
  };
  page.addEventListener("popstate", goBack);

  return () => {
    page.clearTimeout(timer);
    page.removeEventListener("popstate", goBack);
    unsubscribe();
  };
}

const unsettled = "";

/** What makes a step of the history; nothing yet while no indicator has been settled. */
function stepOf(state: PageState): string {
  if (state.indicator === undefined) return unsettled;
  return `${state.tab}|${state.desk}|${state.importJob}|${state.level}|${state.indicator}|${selectionKey(selectedOf(state.look))}`;
}
