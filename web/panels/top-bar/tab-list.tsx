import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { useTabs } from "../frame/use-tabs.ts";

/** Tabs that name the work, beside the name of the page. */
export function TabList() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { tabs, tab } = useTabs();
  return (
    <nav className="tabs" aria-label={text.app.tabs.label}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          className="tab"
          aria-current={one === tab ? "page" : undefined}
          onClick={() => store.getState().showTab(one)}
        >
          {text.app.tabs[one]}
        </button>
      ))}
    </nav>
  );
}
