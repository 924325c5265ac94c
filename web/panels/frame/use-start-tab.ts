import { useLayoutEffect } from "react";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useTabs } from "./use-tabs.ts";

/** Settles on the tab a visit begins with where the address named none, so that it stands in the address from then on. */
export function useStartTab(): void {
  const store = usePageStore();
  const isOpen = usePage((state) => state.tab === null);
  const { tab } = useTabs();
  useLayoutEffect(() => {
    if (isOpen) store.setState({ tab });
  }, [store, isOpen, tab]);
}
