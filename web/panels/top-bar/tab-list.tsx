import type { Tab } from "#domain/view/view-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useTabs } from "../frame/use-tabs.ts";

/** As many tabs as the bar has room for beside search, scenario and person; the others are under "Mehr". */
const mostTabs = { roomy: 5, narrow: 3 } as const;

/** Tabs that name the work, beside the name of the page; none is the current one while a page of a person is shown. */
export function TabList() {
  const { text } = useLanguage();
  const store = usePageStore();
  const { tabs, tab } = useTabs();
  const desk = usePage((state) => state.desk);
  const isRoomy = useMedia("(min-width: 1600px)");
  const { shown, more } = arranged(tabs, tab, isRoomy ? mostTabs.roomy : mostTabs.narrow);
  const button = (one: Tab, className: string) => (
    <button
      key={one}
      type="button"
      className={className}
      aria-current={desk === null && one === tab ? "page" : undefined}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        store.getState().showTab(one);
      }}
    >
      {text.app.tabs[one]}
    </button>
  );
  return (
    <nav className="tabs" aria-label={text.app.tabs.label}>
      {shown.map((one) => button(one, "tab"))}
      {more.length > 0 && (
        <DropPanel label={text.app.tabs.more} title={text.app.tabs.more} className="more-tabs">
          {() => <div className="stack">{more.map((one) => button(one, "choice-row"))}</div>}
        </DropPanel>
      )}
    </nav>
  );
}

/** The first tabs, and the current one in the last place where it would not be among them. */
function arranged(tabs: readonly Tab[], current: Tab, most: number): { shown: Tab[]; more: Tab[] } {
  if (tabs.length <= most) return { shown: [...tabs], more: [] };
  const first = tabs.slice(0, most);
  const shown = first.includes(current) ? first : [...first.slice(0, -1), current];
  return { shown, more: tabs.filter((one) => !shown.includes(one)) };
}
