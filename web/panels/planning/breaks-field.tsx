import { useId, useState } from "react";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** Further outlines around the site in hand, in the measure of the longest way. */
export function BreaksField() {
  const words = usePlanningText();
  const store = usePageStore();
  const breaks = usePage((state) => state.wayBreaks);
  const [draft, setDraft] = useState(breaks.join(" "));
  const hint = useId();
  const take = () => {
    const amounts = draft
      .split(/[\s;]+/)
      .map((part) => Number(part.replace(",", ".")))
      .filter((amount) => amount >= 1 && amount <= 20_000);
    store.getState().plan({ wayBreaks: [...new Set(amounts)].sort((a, b) => a - b).slice(0, 4) });
  };
  return (
    <>
      <label className="field">
        <span>{words.way.breaks}</span>
        <input
          inputMode="decimal"
          value={draft}
          aria-describedby={hint}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => event.key === "Enter" && take()}
        />
      </label>
      <p id={hint} className="small">
        {words.way.breaksHint}
      </p>
    </>
  );
}
