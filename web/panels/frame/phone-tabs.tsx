import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";

/** On one column, map and table take turns. */
export function PhoneTabs() {
  const { text } = useLanguage();
  const store = usePageStore();
  const shown = usePage((state) => state.phoneTab);
  return (
    <nav className="phone-tabs" aria-label={text.app.tabs.label}>
      {(["map", "table"] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          className="phone-tab"
          aria-current={shown === tab ? "page" : undefined}
          onClick={() => store.getState().showPhoneTab(tab)}
        >
          <Icon name={tab === "map" ? "pin" : "table"} />
          {text.panels[tab]}
        </button>
      ))}
    </nav>
  );
}
