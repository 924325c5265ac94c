import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Skeleton } from "../../ui/progress.tsx";
import { useGlossary } from "./use-glossary.ts";
import { useGlossaryText } from "./use-glossary-text.ts";

/** What a term means, in the language of the page and for German readers in einfacher Sprache too. */
export default function TermText({ name }: { name: string }) {
  const { text, say, language } = useLanguage();
  const words = useGlossaryText();
  const store = usePageStore();
  const terms = useGlossary();
  if (!terms) return <Skeleton lines={2} label={text.app.working} />;
  const term = terms.find(({ key }) => key === name);
  return (
    <>
      <span role="status" className="term-text">
        {term ? (
          <>
            <strong>{say(term.name)}</strong>
            <span>{say(term.definition)}</span>
            {language === "de" && (
              <span className="small">
                {words.plain}: {term.plainLanguage}
              </span>
            )}
          </>
        ) : (
          words.unknown
        )}
      </span>
      <button
        type="button"
        className="link-button"
        onClick={(event) => {
          event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
          store.getState().showDesk("glossary");
        }}
      >
        {words.all}
      </button>
    </>
  );
}
