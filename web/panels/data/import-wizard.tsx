import { useEffect, useState } from "react";
import type { JobAnswer } from "#domain/contract/import-contract.ts";
import { isBusy, useJob } from "../../data/imports.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { FileStep } from "./file-step.tsx";
import { MappingStep } from "./mapping-step.tsx";
import { ReportStep } from "./report-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { RunningStep } from "./running-step.tsx";
import { useDataText } from "./use-data-text.ts";

/** The way of one file: file, preview and mapping, report, publication. Where it stands is the job's state. */
export function ImportWizard({ id }: { id: string }) {
  if (id === "new") {
    return (
      <>
        <Steps at={0} />
        <FileStep />
      </>
    );
  }
  return <JobWizard id={id} />;
}

function JobWizard({ id }: { id: string }) {
  const { text, language } = useLanguage();
  const words = useDataText();
  const store = usePageStore();
  const answer = useJob(id);
  const [isMapping, setMapping] = useState(false);
  const job = answer.data;
  const state = job?.state;

  useEffect(() => {
    if (state) store.getState().announce(words.states[state]);
  }, [state, store, words]);

  if (answer.isError) return <Notice kind="problem">{problemText(answer.error, text, language)}</Notice>;
  if (!job) return <Skeleton lines={8} label={text.app.loading} />;
  const at = stepOf(job, isMapping);
  return (
    <>
      <Steps at={at} />
      <p className="data-file">
        <bdi>{job.fileName}</bdi> · {words.kinds[job.kind]}
      </p>
      {isBusy(job) ? (
        <RunningStep job={job} />
      ) : at === 1 ? (
        <MappingStep job={job} onCheck={() => setMapping(false)} />
      ) : job.state === "PUBLISHED" ? (
        <ResultStep job={job} />
      ) : (
        <ReportStep job={job} onBack={() => setMapping(true)} />
      )}
    </>
  );
}

function stepOf(job: JobAnswer, isMapping: boolean): number {
  if (job.state === "PUBLISHED") return 3;
  if (isBusy(job)) return job.step === "publish" ? 3 : job.step === "check" ? 2 : 1;
  const isChecked = job.state === "CHECKED" || job.step === "publish";
  return isChecked && !isMapping ? 2 : 1;
}

function Steps({ at }: { at: number }) {
  const words = useDataText().steps;
  return (
    <ol className="data-steps" aria-label={words.label}>
      {words.names.map((name, place) => (
        <li key={name} aria-current={place === at ? "step" : undefined}>
          <span className="for-ears">{words.of(place + 1, words.names.length)}: </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
