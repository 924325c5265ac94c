import { useState } from "react";
import { ApiError, addressOf } from "../../data/api.ts";
import { useBookProgress, useDistrictQuery } from "../../data/districts.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDistrictText } from "./use-district-text.ts";

/** "Alle Stadtbezirke als PDF": asked for, waited for without leaving the page, then saved. */
export function AllDistrictsButton() {
  const { text, language, formats } = useLanguage();
  const { all } = useDistrictText();
  const store = usePageStore();
  const query = useDistrictQuery();
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const progress = useBookProgress(isMaking);
  const make = async () => {
    setMaking(true);
    setProblem(null);
    store.getState().announce(all.making);
    try {
      save(await fetchPdf(query), all.file);
      store.getState().announce(all.done);
    } catch (error) {
      setProblem(error);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div className="district-all">
      <button type="button" className="button" disabled={isMaking} onClick={() => void make()}>
        <Icon name="download" />
        {isMaking ? all.making : all.make}
      </button>
      <small>
        {progress
          ? all.progress(formats.number(progress.done), formats.number(progress.total))
          : all.explanation}
      </small>
      {problem !== null && <Notice kind="problem">{problemText(problem, text, language)}</Notice>}
    </div>
  );
}

async function fetchPdf(query: URLSearchParams): Promise<Blob> {
  const response = await fetch(addressOf("print/districts.pdf", query), { credentials: "same-origin" }).catch(
    () => {
      throw new ApiError(0, null);
    },
  );
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response.blob();
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
