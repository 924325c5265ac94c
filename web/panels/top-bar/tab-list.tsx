import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useTabs } from "../frame/use-tabs.ts";

/** Tabs that name the work, beside the name of the page; none is the current one while a page of a person is shown. */
export function TabList() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { tabs, tab } = useTabs();
  const desk = usePage((state) => state.desk);
  return (
    <nav className="tabs" aria-label={text.app.tabs.label}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          className="tab"
          aria-current={desk === null && one === tab ? "page" : undefined}
          onClick={() => store.getState().showTab(one)}
        >
          {text.app.tabs[one]}
        </button>
      ))}
    </nav>
  );
}
