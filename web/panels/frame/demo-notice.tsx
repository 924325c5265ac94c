import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** The demo's confession; nothing for a city with figures of its own. */
export function DemoNotice() {
  const { text } = useLanguage();
  const { city } = useOpened();
  return city.isDemo && <p className="demo-notice">{text.app.demoNotice}</p>;
}
