import { usePeopleText } from "../../i18n/use-people-text.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";

/** Says what happened to the person while the page was open. It stays until it is put away. */
export default function PersonBanner() {
  const words = usePeopleText();
  const store = usePageStore();
  const news = usePage((state) => state.personNews);
  if (!news) return null;
  return (
    <div className="person-banner" role="alert">
      <p>{words.news[news]}</p>
      <button type="button" className="button" onClick={() => store.getState().tellOfPerson(null)}>
        {words.news.close}
      </button>
    </div>
  );
}
