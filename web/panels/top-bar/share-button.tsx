import { useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { addressOf } from "../../state/url.ts";
import { usePageStore } from "../../state/use-page.ts";

/** Copies the address of this very view. */
export function ShareButton() {
  const { text } = useLanguage();
  const store = usePageStore();
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = async () => {
    const address = new URL(addressOf(store.getState()), document.baseURI).href;
    try {
      await navigator.clipboard.writeText(address);
      setOutcome(text.settings.shared);
      store.getState().announce(text.settings.shared);
    } catch {
      setOutcome(text.settings.shareFailed);
      store.getState().sound(text.settings.shareFailed);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {text.settings.share}
      </button>
      {outcome && <p className="small">{outcome}</p>}
    </>
  );
}
