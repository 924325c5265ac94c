import { useState } from "react";
import { addressOf } from "../../data/api.ts";
import { useAudit } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { AuditFilterForm, type Filter, noFilter } from "./audit-filter-form.tsx";
import { AuditTable } from "./audit-table.tsx";
import { ChainState } from "./chain-state.tsx";

/** Who did what when and why, newest first, with filters, a file and the state of the chain. */
export function AuditView() {
  const { text, language, formats } = useLanguage();
  const words = usePeopleText();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [before, setBefore] = useState<string | null>(null);
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  const audit = useAudit(before === null ? given : { ...given, before });
  const older = audit.data?.next
    ? new URL(audit.data.next, document.baseURI).searchParams.get("before")
    : null;
  const change = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part });
    setBefore(null);
  };
  if (audit.isPending) return <Skeleton lines={8} label={text.app.working} />;
  // Who may not read the audit has nothing to filter; a filter the server refuses stays, and can be mended.
  if (audit.isError && Object.keys(given).length === 0)
    return <Notice kind="problem">{problemText(audit.error, text, language)}</Notice>;
  return (
    <>
      <p>{words.audit.explanation}</p>
      <ChainState />
      <AuditFilterForm filter={filter} onChange={change} page={audit.data} />
      {audit.isError && <Notice kind="problem">{problemText(audit.error, text, language)}</Notice>}
      {audit.data && !audit.isError && (
        <>
          <p className="button-row">
            <span className="small" role="status">
              {words.audit.found(audit.data.total, formats.number(audit.data.total))}
            </span>
            {audit.data.total > 0 && (
              <a
                className="button"
                href={addressOf("api/audit/export.csv", new URLSearchParams(given))}
                download="audit.csv"
              >
                {words.audit.export}
              </a>
            )}
          </p>
          {audit.data.items.length > 0 && <AuditTable rows={audit.data.items} />}
          <p className="button-row">
            {before !== null && (
              <button type="button" className="button" onClick={() => setBefore(null)}>
                {words.audit.newest}
              </button>
            )}
            {older !== null && (
              <button type="button" className="button" onClick={() => setBefore(older)}>
                {words.audit.older}
              </button>
            )}
          </p>
        </>
      )}
    </>
  );
}
