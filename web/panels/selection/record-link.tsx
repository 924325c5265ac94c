import type { ReactNode } from "react";
import { usePageStore } from "../../state/use-page.ts";

/** What a record is called, which leads from a page to the record on the map. */
export function RecordLink({ type, id, children }: { type: string; id: string; children: ReactNode }) {
  const store = usePageStore();
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        store.getState().select({ kind: "record", type, id });
        store.getState().showTab("map");
      }}
    >
      {children}
    </button>
  );
}
