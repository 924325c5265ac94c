import { lazy, Suspense, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { Icon } from "../../ui/icon.tsx";

const SearchBox = lazy(() => import("./search-box.tsx"));

/** The search field. What answers in it is loaded when somebody goes there. */
export function SearchField() {
  const { text } = useLanguage();
  const [isWanted, setWanted] = useState(false);
  const waiting = (
    <div className="search-box">
      <Icon name="search" />
      <input
        id="search-field"
        type="search"
        placeholder={text.search.placeholder}
        aria-label={text.search.label}
        onFocus={() => setWanted(true)}
        readOnly={isWanted}
      />
    </div>
  );
  return (
    <search className="search" aria-label={text.search.label}>
      {isWanted ? (
        <Suspense fallback={waiting}>
          <SearchBox />
        </Suspense>
      ) : (
        waiting
      )}
    </search>
  );
}
