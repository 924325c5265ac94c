import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Frames of UI.md: panels beside the map, a sheet over it, or one column. */
export type FrameKind = "panels" | "sheet" | "column";

export function useFrameKind(): FrameKind {
  const isWide = useMedia("(min-width: 1024px)");
  const isNarrow = useMedia("(max-width: 479.98px)");
  return isWide ? "panels" : isNarrow ? "column" : "sheet";
}
