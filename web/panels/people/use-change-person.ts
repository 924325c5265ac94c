import { useQueryClient } from "@tanstack/react-query";
import { forgetAnswers } from "../../data/queries.ts";
import { usePageStore } from "../../state/use-page.ts";

/** After signing in or out: nothing of what the former person had open or was told stays. */
export function useChangePerson(): (sentence: string) => Promise<void> {
  const store = usePageStore();
  const client = useQueryClient();
  return async (sentence) => {
    const state = store.getState();
    state.leaveScenario();
    state.compare(null);
    state.lookThrough(null);
    state.clearSelection();
    state.showDesk(null);
    await forgetAnswers(client);
    store.getState().announce(sentence);
  };
}
