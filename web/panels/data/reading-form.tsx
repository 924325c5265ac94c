import { type FormEvent, useState } from "react";
import type { FileReading, JobAnswer } from "#domain/contract/import-contract.ts";
import { useImportActs } from "../../data/imports.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDataText } from "./use-data-text.ts";

const encodings = ["utf-8", "windows-1252", "utf-16le"];
const separators = [";", ",", "\t", "|"];

/** How the file was read, with what may be set right; coordinates that are too large are corrected by one button. */
export function ReadingForm({ job }: { job: JobAnswer }) {
  const { text, language } = useLanguage();
  const words = useDataText().reading;
  const { readAgain } = useImportActs();
  const { preview } = job;
  const [reading, setReading] = useState<FileReading>(job.reading);
  const put = (part: Partial<FileReading>) => setReading((before) => ({ ...before, ...part }));
  const readWith = (wish: FileReading) => {
    const given = Object.entries(wish).filter(([, value]) => value !== undefined && value !== "");
    readAgain.mutate({ id: job.id, reading: Object.fromEntries(given) as FileReading });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    readWith(reading);
  };
  const isText = !preview || preview.format === "csv";
  const names: Readonly<Record<string, string>> = words.crsNames;
  const likely = preview?.likelyCrs && job.reading.crs !== preview.likelyCrs ? preview.likelyCrs : null;
  return (
    <form className="stack" onSubmit={submit} aria-labelledby="reading-heading">
      <h2 id="reading-heading">{words.heading}</h2>
      {likely && (
        <Notice>
          <p>{words.likely(names[likely] ?? likely)}</p>
          <button
            type="button"
            className="button"
            disabled={readAgain.isPending}
            onClick={() => readWith({ ...reading, crs: likely })}
          >
            {words.takeLikely(names[likely] ?? likely)}
          </button>
        </Notice>
      )}
      {preview && preview.layers.length > 0 && <Notice>{words.chooseLayer}</Notice>}
      <div className="data-fields">
        {isText && (
          <>
            <label className="field">
              <span>{words.encoding}</span>
              <select
                value={reading.encoding ?? ""}
                onChange={(event) => put({ encoding: event.target.value || undefined })}
              >
                <option value="">
                  {words.recognised}
                  {preview?.encoding && `: ${preview.encoding}`}
                </option>
                {encodings.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
            <label className="field">
              <span>{words.separator}</span>
              <select
                value={reading.separator ?? ""}
                onChange={(event) => put({ separator: event.target.value || undefined })}
              >
                <option value="">
                  {words.recognised}
                  {preview?.separator && `: ${preview.separator === "\t" ? words.tab : preview.separator}`}
                </option>
                {separators.map((one) => (
                  <option key={one} value={one}>
                    {one === "\t" ? words.tab : one}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        {preview && preview.layers.length > 0 && (
          <label className="field">
            <span>{words.layer}</span>
            <select
              value={reading.layer ?? ""}
              onChange={(event) => put({ layer: event.target.value || undefined })}
            >
              <option value="" />
              {preview.layers.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{words.headerRow}</span>
          <input
            type="number"
            min={1}
            max={1000}
            placeholder={words.recognised}
            value={reading.headerRow ?? ""}
            onChange={(event) => put({ headerRow: Number(event.target.value) || undefined })}
          />
        </label>
        <label className="field">
          <span>{words.crs}</span>
          <select
            value={reading.crs ?? ""}
            onChange={(event) => put({ crs: event.target.value || undefined })}
          >
            <option value="">{words.fromFile}</option>
            {Object.entries(names).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {readAgain.isError && <Notice kind="problem">{problemText(readAgain.error, text, language)}</Notice>}
      <p className="data-buttons">
        <button type="submit" className="button" disabled={readAgain.isPending}>
          {words.again}
        </button>
      </p>
    </form>
  );
}
