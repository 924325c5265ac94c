import type { PageState } from "./page-state.ts";
import { selectedOf, selectionKey } from "./selection.ts";
import { showAddress } from "./show-view.ts";
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
    // A Vorführung has its own way back and forth; the history keeps what was before it.
    const isStep = nextStep !== step && state.presentation === null;
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
    // Going back is no new step.
    isReturning = true;
    showAddress(store, page.location.search);
    isReturning = false;
    written = page.location.search;
    step = stepOf(store.getState());
    // The address of an earlier step can name a higher Sicht than the one that stays: loaded again it would raise it.
    if (viewOf(written).sight !== store.getState().sight) write(store.getState());
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
  return `${state.tab}|${state.desk}|${state.isQuarterProfiled}|${state.importJob}|${state.level}|${state.indicator}|${selectionKey(selectedOf(state.look))}`;
}
