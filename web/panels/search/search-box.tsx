import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Suggestion, useSuggestions } from "./use-suggestions.ts";

/** Wait before the number of results is said: while somebody types it would only interrupt. */
const calmMs = 500;

/**
 * Areas, records and coordinates, answered while one types: a combo box with a list, as WAI-ARIA describes
 * it. The list is written by hand because the library's hides the rest of the page from readers while it
 * is open, with what can be focused in it.
 */
export default function SearchBox() {
  const { text } = useLanguage();
  const store = usePageStore();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const wanted = useDeferredValue(typed.trim());
  const { suggestions, isAnswered } = useSuggestions(wanted);
  const isShown = isOpen && wanted !== "";
  const current = suggestions[active];

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!isShown || !isAnswered) return;
    const timer = setTimeout(
      () => store.getState().announce(text.search.results(suggestions.length)),
      calmMs,
    );
    return () => clearTimeout(timer);
  }, [isShown, isAnswered, suggestions.length, store, text]);

  const choose = (suggestion: Suggestion) => {
    setTyped("");
    setOpen(false);
    suggestion.choose();
  };
  const step = (by: number) => {
    setOpen(true);
    setActive((active + by + suggestions.length) % Math.max(1, suggestions.length));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const actions: Record<string, () => void> = {
      ArrowDown: () => step(isShown ? 1 : 0),
      ArrowUp: () => step(-1),
      Enter: () => isShown && current && choose(current),
      Escape: () => {
        if (isShown) setOpen(false);
        else setTyped("");
      },
    };
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="search-box">
      <Icon name="search" />
      <input
        ref={input}
        id="search-field"
        type="search"
        role="combobox"
        autoComplete="off"
        value={typed}
        placeholder={text.search.placeholder}
        aria-label={text.search.label}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && current ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {/* Present even when empty: the field names it as what it controls. */}
      <div
        id={listId}
        role="listbox"
        aria-label={text.search.label}
        className="suggestions"
        hidden={!isShown || suggestions.length === 0}
      >
        {suggestions.map((suggestion, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of its list
          <div
            key={suggestion.id}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            className="suggestion"
            // Choosing must come before the field loses focus and closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
            onPointerMove={() => setActive(place)}
          >
            <span>{suggestion.title}</span>
            <small>{suggestion.subtitle}</small>
          </div>
        ))}
      </div>
      {isShown && isAnswered && suggestions.length === 0 && (
        <p className="suggestions suggestion-none">
          {wanted.length < 2 ? text.search.short : text.search.none}
        </p>
      )}
    </div>
  );
}
