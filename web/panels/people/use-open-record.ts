import { scenario } from "#domain/scenario/scenario.ts";
import { usePageStore } from "../../state/use-page.ts";

/** Leaves the page that stands in the place of the map and shows a record there, or the map in a scenario. */
export function useOpenRecord(): (type: string, id: string) => void {
  const store = usePageStore();
  return (type, id) => {
    const state = store.getState();
    state.showDesk(null);
    if (type === scenario.type) state.askForScenario(id);
    else state.select({ kind: "record", type, id });
  };
}
