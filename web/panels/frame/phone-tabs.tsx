import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { useProfiledQuarter } from "./use-drawn-area.ts";
import { isWholePage, useTabs } from "./use-tabs.ts";

const icons = {
  map: "pin",
  planning: "layers",
  monitoring: "table",
  district: "area",
  quarters: "area",
  data: "table",
  table: "table",
} as const;

/** On small screens the tabs stand at the bottom; on one column the table is one of them. */
export function PhoneTabs({ frame }: { frame: "sheet" | "column" }) {
  const { text } = useLanguage();
  const store = usePageStore();
  const { tabs, tab } = useTabs();
  const isTableAsked = usePage((state) => state.phoneTab === "table");
  const isProfile = useProfiledQuarter() !== null;
  // Only what is on the map has a table beside it.
  const hasTable = frame === "column" && !isWholePage(tab) && !isProfile;
  const entries = hasTable ? [...tabs, "table" as const] : tabs;
  if (entries.length < 2) return null;

  const shown = hasTable && isTableAsked ? "table" : tab;
  const show = (entry: (typeof entries)[number]) => {
    if (entry !== "table") store.getState().showTab(entry);
    if (frame === "column") store.getState().showPhoneTab(entry === "table" ? "table" : "map");
  };
  return (
    <nav className="phone-tabs" aria-label={text.app.tabs.label}>
      {entries.map((entry) => (
        <button
          key={entry}
          type="button"
          className="phone-tab"
          aria-current={shown === entry ? "page" : undefined}
          onClick={() => show(entry)}
        >
          <Icon name={icons[entry]} />
          {entry === "table" ? text.panels.table : text.app.tabs[entry]}
        </button>
      ))}
    </nav>
  );
}
