import { ApiError } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import type { Opening } from "../../data/use-opening.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Skeleton } from "../../ui/progress.tsx";

/** Before there is a map: loading, an empty database, or a server that does not answer. */
export function OpeningScreen({ opening }: { opening: Opening }) {
  const { text, language } = useLanguage();
  if (opening.kind !== "failed") {
    return (
      <div className="opening">
        <header className="top-bar">
          <p className="brand">{text.app.name}</p>
        </header>
        <main className="opening-body" aria-busy="true">
          <h1 className="for-ears">{text.app.name}</h1>
          <Skeleton lines={6} label={text.app.loading} />
        </main>
      </div>
    );
  }
  const isEmpty = opening.error instanceof ApiError && opening.error.status === 503;
  return (
    <div className="opening">
      <header className="top-bar">
        <p className="brand">{text.app.name}</p>
      </header>
      <main className="opening-body">
        {isEmpty ? (
          <>
            <h1>{text.problems.emptyTitle}</h1>
            <p>{text.problems.empty}</p>
            <dl className="commands">
              <dt>
                <code>npm run city -- demo</code>
              </dt>
              <dd>{text.problems.emptyDemo}</dd>
              <dt>
                <code>npm run city -- load DIR</code>
              </dt>
              <dd>{text.problems.emptyOwn}</dd>
            </dl>
            <p>{text.problems.emptyThen}</p>
          </>
        ) : (
          <>
            <h1>{text.problems.loadTitle}</h1>
            <p role="alert">{problemText(opening.error, text, language)}</p>
          </>
        )}
        <button type="button" className="button button-main" onClick={opening.retry}>
          {text.app.retry}
        </button>
      </main>
    </div>
  );
}
