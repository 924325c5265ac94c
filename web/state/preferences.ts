import { z } from "zod";
import { exportFormats, leastTableHeight, themes } from "./frame-slice.ts";
import type { PageState } from "./page-state.ts";
import type { PageStore } from "./store.ts";

const key = "sozialraumkarte:preferences";

/** What a person keeps from visit to visit on this device; damaged parts are forgotten. */
const preferencesSchema = z.object({
  language: z.enum(["de", "en"]).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
  isMeeting: z.boolean().optional().catch(undefined),
  isLeftFolded: z.boolean().optional().catch(undefined),
  isRightFolded: z.boolean().optional().catch(undefined),
  exportFormat: z.enum(exportFormats).optional().catch(undefined),
  tableHeight: z.number().min(leastTableHeight).max(2000).optional().catch(undefined),
});

export function storedPreferences(storage: Storage): Partial<PageState> {
  try {
    const read = preferencesSchema.safeParse(JSON.parse(storage.getItem(key) ?? "{}"));
    if (!read.success) return {};
    return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
  } catch {
    // Storage may be switched off, or hold something else; both mean nothing is remembered.
    return {};
  }
}

export function rememberPreferences(store: PageStore, storage: Storage): () => void {
  return store.subscribe((state) => {
    const { language, theme, isLeftFolded, isRightFolded, tableHeight, exportFormat } = state;
    // A page closed in the middle of a Vorführung opens again as it was before.
    const isMeeting = state.presentation?.wasMeeting ?? state.isMeeting;
    try {
      const kept = { language, theme, isMeeting, isLeftFolded, isRightFolded, tableHeight, exportFormat };
      storage.setItem(key, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage costs the memory, not the page.
    }
  });
}
