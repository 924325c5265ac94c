import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** What the data are: the demo's confession, or what the city has to say of its own; often nothing. */
export function DataNotice() {
  const { say } = useLanguage();
  const { city } = useOpened();
  return city.notice && <p className="data-notice">{say(city.notice)}</p>;
}
