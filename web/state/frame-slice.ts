import type { StateCreator } from "zustand/vanilla";
import type { SignInRefusal } from "#domain/access/sign-in-refusal.ts";
import type { Visibility } from "#domain/access/visibility.ts";
import type { Language } from "#domain/text/text.ts";
import type { Tab } from "#domain/view/view-words.ts";
import type { PageState } from "./page-state.ts";
import { underSight } from "./scenario-slice.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const sheetHeights = ["low", "half", "full"] as const;
export type SheetHeight = (typeof sheetHeights)[number];

export type OpenDialog =
  | "indicator"
  | "shortcuts"
  | "embed"
  | "scenario"
  | "scenario-removal"
  | "keep-view"
  | null;

export const exportFormats = ["csv", "xlsx", "geojson", "gpkg", "png"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the left panel holds: the layers, or the filter of facilities with its list. */
export type LeftView = "layers" | "facilities";

/** Pages that stand in the place of the map: a person's own, and those of accountability. */
export const desks = [
  "tasks",
  "views",
  "contacts",
  "glossary",
  "audit",
  "account",
  "accounts",
  "sign-in",
] as const;
export type Desk = (typeof desks)[number];

/** "rights": the account may see other things now; "out": it is signed out; "other": another window signed in. */
export type PersonNews = "rights" | "out" | "other";

/** The frame around the map: language, look, panels, what is open. */
export interface FrameSlice {
  /** Null until the person is known whose first tab it shall be. */
  tab: Tab | null;
  /** Number of the Stadtbezirk shown in the tab of it; null is the person's own, or the first. */
  district: string | null;
  /** Level and number of the area whose dossier is shown ("subdistrict:0101"); null is the first. */
  dossier: string | null;
  /** The page shown in the place of the map; null is the map. */
  desk: Desk | null;
  /** Why the city's sign-on sent this person back to the page of sign-in. */
  signInRefusal: SignInRefusal | null;
  /** What happened to the person while the page was open; said until it is put away. */
  personNews: PersonNews | null;
  language: Language;
  theme: Theme;
  isMeeting: boolean;
  /** "Sicht": the highest level shown; null is everything this person may see. */
  sight: Visibility | null;
  isLeftFolded: boolean;
  isRightFolded: boolean;
  leftView: LeftView;
  /** The list of what lies in view, beside the map. */
  isInViewOpen: boolean;
  isTableOpen: boolean;
  /** Height of the open table in pixels. */
  tableHeight: number;
  /** What the table lists: "areas" of the level, or a record type. */
  tableOf: string;
  /** The format chosen last is offered next. */
  exportFormat: ExportFormat;
  sheetHeight: SheetHeight;
  /** On one column, map and table are two tabs. */
  phoneTab: "map" | "table";
  dialog: OpenDialog;
  /** Import job shown in the tab of data; "new" before there is one. */
  importJob: string | null;
  /** Whether the map can be asked for something. */
  isMapThere: boolean;
  /** Sentences for the live regions; the key makes the same sentence heard twice. */
  announcement: { text: string; key: number };
  alarm: { text: string; key: number };

  showTab: (tab: Tab) => void;
  showDistrict: (district: string) => void;
  showDossier: (dossier: string) => void;
  /** Another person begins where that person's work begins, unless the tab is one of work begun. */
  beginAnew: () => void;
  showDesk: (desk: Desk | null) => void;
  tellOfPerson: (news: PersonNews | null) => void;
  speak: (language: Language) => void;
  wear: (theme: Theme) => void;
  toggleMeeting: () => void;
  lookThrough: (sight: Visibility | null) => void;
  foldLeft: (isFolded: boolean) => void;
  foldRight: (isFolded: boolean) => void;
  showLeft: (view: LeftView) => void;
  listInView: (isOpen: boolean) => void;
  openTable: (of?: string) => void;
  closeTable: () => void;
  sizeTable: (height: number) => void;
  chooseExport: (format: ExportFormat) => void;
  raiseSheet: (height: SheetHeight) => void;
  showPhoneTab: (tab: "map" | "table") => void;
  open: (dialog: OpenDialog) => void;
  showImport: (importJob: string | null) => void;
  noteMap: (isThere: boolean) => void;
  announce: (text: string) => void;
  sound: (text: string) => void;
}

export const leastTableHeight = 160;

export const createFrameSlice: StateCreator<PageState, [], [], FrameSlice> = (set) => ({
  tab: "map",
  district: null,
  dossier: null,
  desk: null,
  signInRefusal: null,
  personNews: null,
  language: "de",
  theme: "system",
  isMeeting: false,
  sight: null,
  isLeftFolded: false,
  isRightFolded: false,
  leftView: "layers",
  isInViewOpen: false,
  isTableOpen: false,
  tableHeight: 320,
  tableOf: "areas",
  exportFormat: "csv",
  sheetHeight: "low",
  phoneTab: "map",
  dialog: null,
  importJob: null,
  isMapThere: false,
  announcement: { text: "", key: 0 },
  alarm: { text: "", key: 0 },

  showTab: (tab) => set({ tab, desk: null, comparison: null, isQuarterProfiled: false }),
  showDistrict: (district) => set({ district }),
  showDossier: (dossier) => set({ dossier }),
  beginAnew: () =>
    set(({ tab }) => ({ tab: tab === "map" || tab === "district" ? null : tab, district: null })),
  showDesk: (desk) => set({ desk, signInRefusal: null }),
  tellOfPerson: (personNews) => set({ personNews }),
  speak: (language) => set({ language }),
  wear: (theme) => set({ theme }),
  toggleMeeting: () => set((state) => ({ isMeeting: !state.isMeeting })),
  // What somebody wrote of the view they opened may be for their eyes alone.
  lookThrough: (sight) => set((state) => ({ sight, openedView: null, ...underSight(state, sight !== null) })),
  foldLeft: (isLeftFolded) => set({ isLeftFolded }),
  foldRight: (isRightFolded) => set({ isRightFolded }),
  showLeft: (leftView) => set({ leftView, isLeftFolded: false }),
  listInView: (isInViewOpen) => set({ isInViewOpen, isRightFolded: false }),
  openTable: (of) => set((state) => ({ isTableOpen: true, phoneTab: "table", tableOf: of ?? state.tableOf })),
  closeTable: () => set({ isTableOpen: false, phoneTab: "map" }),
  sizeTable: (height) => set({ tableHeight: Math.max(leastTableHeight, Math.round(height)) }),
  chooseExport: (exportFormat) => set({ exportFormat }),
  raiseSheet: (sheetHeight) => set({ sheetHeight }),
  showPhoneTab: (phoneTab) => set({ phoneTab, isTableOpen: phoneTab === "table" }),
  open: (dialog) => set({ dialog }),
  showImport: (importJob) => set({ importJob }),
  noteMap: (isMapThere) => set({ isMapThere }),
  announce: (text) => set((state) => ({ announcement: { text, key: state.announcement.key + 1 } })),
  sound: (text) => set((state) => ({ alarm: { text, key: state.alarm.key + 1 } })),
});
