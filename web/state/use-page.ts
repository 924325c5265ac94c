import { createContext, useContext } from "react";
import { useStore } from "zustand/react";
import type { PageState } from "./page-state.ts";
import type { PageStore } from "./store.ts";

export const PageStoreContext = createContext<PageStore | null>(null);

export function usePageStore(): PageStore {
  const store = useContext(PageStoreContext);
  if (!store) throw new Error("PageStoreContext is missing around this component");
  return store;
}

/** Subscribes to a part of the page's state. */
export function usePage<T>(selector: (state: PageState) => T): T {
  return useStore(usePageStore(), selector);
}
