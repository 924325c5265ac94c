import { useState } from "react";
import type { AuditVerification } from "#domain/contract/audit-contract.ts";
import { useAuditVerification } from "../../data/people.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePeopleText } from "../../i18n/use-people-text.ts";
import { Notice } from "../../ui/notice.tsx";

/** Up to where the chain of the audit is intact, walked when somebody asks for it. */
export function ChainState() {
  const { text, language } = useLanguage();
  const words = usePeopleText();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useAuditVerification({ isWanted });
  const tell = useChainText();
  return (
    <div className="chain-state">
      <button
        type="button"
        className="button"
        disabled={isFetching}
        onClick={() => (isWanted ? void refetch() : setWanted(true))}
      >
        {words.audit.verify}
      </button>
      <div role="status">
        {isFetching && words.audit.verifying}
        {!isFetching && error && <Notice kind="problem">{problemText(error, text, language)}</Notice>}
        {!isFetching &&
          !error &&
          data &&
          (data.breaks.length === 0 ? tell(data) : <Notice kind="problem">{tell(data)}</Notice>)}
      </div>
    </div>
  );
}

function useChainText(): (verification: AuditVerification) => string {
  const { formats } = useLanguage();
  const { audit } = usePeopleText();
  return ({ intactUntil, checkedAt, breaks }) => {
    const last = formats.number(intactUntil);
    if (breaks.length === 0) return audit.whole(last, formats.moment(checkedAt));
    const missing = breaks.filter(({ sequence }) => sequence === null).length;
    const count = formats.number(missing === breaks.length ? missing : breaks.length);
    return missing === breaks.length ? audit.unaudited(last, count) : audit.broken(last, count);
  };
}
