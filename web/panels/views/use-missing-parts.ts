import { useEffect, useMemo } from "react";
import { ApiError } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { useAreas, useIndicators, useLayers, useRecordOrNothing } from "../../data/queries.ts";
import { useScenarios } from "../../data/scenarios.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { selectedOf, selectionKey } from "../../state/selection.ts";
import { type MissingPart, missingParts, scenariosOf } from "../../state/selectors/missing-parts.ts";
import { viewOf } from "../../state/url.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { untouchedView } from "../../state/view-slice.ts";
import { useTabs } from "../frame/use-tabs.ts";

const nobody: ReadonlySet<string> = new Set();

/** True once layers and indicators are those of the Sicht in force: right after lowering it the former still stand. */
export function useIsSightAnswered(): boolean {
  const layers = useLayers().isPlaceholderData;
  const indicators = useIndicators().isPlaceholderData;
  return !layers && !indicators;
}

/** What of a view does not show here. A selection that is not there is let go, so that no empty sheet stands beside. */
export function useMissingParts(address: string): readonly MissingPart[] {
  const { me, layers, indicators } = useOpened();
  const store = usePageStore();
  const { tabs } = useTabs();
  const sight = usePage((state) => state.sight);
  const isAnswered = useIsSightAnswered();
  const view = useMemo(() => viewOf(address), [address]);

  const selection = view.look ? selectedOf(view.look) : null;
  const record = useRecordOrNothing(
    selection?.kind === "record" ? { type: selection.type, id: selection.id } : null,
  );
  const level = selection?.kind === "area" ? selection.level : (view.level ?? untouchedView.level);
  const areas = useAreas(level);
  const isSelectionGone =
    selection?.kind === "area"
      ? areas.isSuccess &&
        !areas.isPlaceholderData &&
        !areas.data.some(({ number }) => number === selection.number)
      : record.error instanceof ApiError && record.error.status === 404;

  const mayLook = usesScenarios(me) && sight === null;
  const listed = useScenarios({ isWanted: mayLook && scenariosOf(view).length > 0 }).data;
  const scenarios = mayLook ? (listed ? new Set(listed.map(({ id }) => id)) : null) : nobody;

  const key = selectionKey(selection);
  useEffect(() => {
    const state = store.getState();
    if (isSelectionGone && selectionKey(selectedOf(state.look)) === key) state.clearSelection();
  }, [isSelectionGone, key, store]);

  if (!isAnswered) return [];
  return missingParts(view, { layers, indicators, tabs, sight, scenarios, isSelectionGone });
}
