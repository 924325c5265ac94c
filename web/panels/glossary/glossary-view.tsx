import { lazy, useState } from "react";
import { type ExplainedTerm, foundTerms } from "#domain/glossary/glossary.ts";
import { glossaryTerm } from "#domain/glossary/glossary-term.ts";
import { useMayWrite } from "../../data/write-rights.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useGlossary } from "./use-glossary.ts";
import { useGlossaryText } from "./use-glossary-text.ts";

const TermDialog = lazy(() => import("./term-dialog.tsx"));

/** "Begriffe": every word the screens use, explained in German, einfacher Sprache and English. */
export function GlossaryView() {
  const { text, formats } = useLanguage();
  const words = useGlossaryText();
  const terms = useGlossary();
  const mayWrite = useMayWrite(glossaryTerm)("create");
  const [search, setSearch] = useState("");
  const [written, setWritten] = useState<ExplainedTerm | "new" | null>(null);
  if (!terms) return <Skeleton lines={8} label={text.app.working} />;
  const found = foundTerms(terms, search);
  return (
    <>
      <p>{words.explanation}</p>
      <div className="desk-filter">
        <label className="field">
          <span>{words.search}</span>
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      </div>
      <p className="small" role="status">
        {words.found(found.length, formats.number(found.length))}
      </p>
      {mayWrite && (
        <p>
          <button type="button" className="button" onClick={() => setWritten("new")}>
            {words.add}
          </button>
        </p>
      )}
      <dl className="glossary">
        {found.map((term) => (
          <TermEntry key={term.key} term={term} onEdit={mayWrite ? setWritten : null} />
        ))}
      </dl>
      {written !== null && (
        <Part lines={0}>
          <TermDialog
            term={written === "new" ? null : written}
            taken={terms.map(({ key }) => key)}
            onClose={() => setWritten(null)}
          />
        </Part>
      )}
    </>
  );
}

function TermEntry({
  term,
  onEdit,
}: {
  term: ExplainedTerm;
  onEdit: ((term: ExplainedTerm) => void) | null;
}) {
  const { say, language } = useLanguage();
  const words = useGlossaryText();
  const other = language === "de" ? "en" : "de";
  return (
    <div>
      <dt>{say(term.name)}</dt>
      <dd>{say(term.definition)}</dd>
      <dd lang="de">
        <small>{words.plain}</small> {term.plainLanguage}
      </dd>
      <dd>
        <small>{words.inOther}</small>{" "}
        <span lang={other}>
          {term.name[other]}: {term.definition[other]}
        </span>
      </dd>
      {onEdit && (
        <dd>
          <button
            type="button"
            className="button small-button"
            aria-label={words.editOf(say(term.name))}
            onClick={() => onEdit(term)}
          >
            {words.edit}
          </button>
        </dd>
      )}
    </div>
  );
}
