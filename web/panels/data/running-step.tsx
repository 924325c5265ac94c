import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { useImportActs } from "../../data/imports.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useDataText } from "./use-data-text.ts";

/** A job that waits or runs, with how far it is. */
export function RunningStep({ job }: { job: JobAnswer }) {
  const { formats } = useLanguage();
  const words = useDataText().running;
  const { cancel } = useImportActs();
  const { progress, ahead, state } = job;
  const sentence =
    state === "WAITING" ? words.waiting : progress ? words.phases[progress.phase] : words.starting;
  const { done, total } = progress ?? {};
  const isCounted = done !== undefined && total !== undefined;
  return (
    <section className="data-form">
      <p role="status">
        {sentence} {state === "WAITING" && ahead > 0 && words.ahead(ahead)}
      </p>
      <progress aria-label={sentence} {...(isCounted && { value: done, max: total })} />
      {isCounted && <p className="small">{words.counted(formats.number(done), formats.number(total))}</p>}
      <p className="small">{words.leave}</p>
      <p className="data-buttons">
        <button
          type="button"
          className="button"
          disabled={cancel.isPending || progress?.phase === "publishing"}
          onClick={() => cancel.mutate(job.id)}
        >
          {words.cancel}
        </button>
      </p>
    </section>
  );
}
