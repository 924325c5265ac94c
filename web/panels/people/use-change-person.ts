import { useQueryClient } from "@tanstack/react-query";
import { forgetAnswers } from "../../data/queries.ts";
import { usePageStore } from "../../state/use-page.ts";

/** Lets go of what the former person had open or was told; the answer about the person too, unless it is new. */
export function useForgetPerson(): (options?: { isMeKnown?: boolean }) => Promise<void> {
  const store = usePageStore();
  const client = useQueryClient();
  return async ({ isMeKnown = false } = {}) => {
    const state = store.getState();
    state.endPresentation();
    state.leaveScenario();
    state.compare(null);
    state.lookThrough(null);
    state.clearSelection();
    state.changeArea(null);
    state.showDesk(null);
    state.beginAnew();
    await forgetAnswers(client, { isMeKnown });
  };
}

/** After signing in or out here. */
export function useChangePerson(): (sentence: string) => Promise<void> {
  const store = usePageStore();
  const forget = useForgetPerson();
  return async (sentence) => {
    store.getState().tellOfPerson(null);
    await forget();
    store.getState().announce(sentence);
  };
}
