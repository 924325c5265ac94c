import { useStore } from "zustand/react";
import { createStore } from "zustand/vanilla";
import type { SiteEvaluation } from "#domain/analysis/answers.ts";

/**
 * Figures of the site being dragged. Apart from the page's store, whose readers need not hear of every frame;
 * null while nothing moves.
 */
export const liveSite = createStore<{ live: SiteEvaluation | null }>(() => ({ live: null }));

export function showLive(live: SiteEvaluation | null): void {
  liveSite.setState({ live });
}

export function useLiveSite(id: string): SiteEvaluation | null {
  return useStore(liveSite, ({ live }) => (live?.siteId === id ? live : null));
}
