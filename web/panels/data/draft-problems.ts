import type { ImportJob } from "#domain/contract/import-contract.ts";
import type { DataText } from "../../i18n/de/data.ts";
import { codePattern, type ImportDraft } from "./import-draft.ts";

/** A field that is not right yet: the id of its control and a sentence for the summary. */
export interface DraftProblem {
  control: string;
  sentence: string;
}

/** What can be told before the server is asked; the check decides the rest. */
export function draftProblems(
  { kind }: Pick<ImportJob, "kind">,
  draft: ImportDraft,
  words: DataText,
): DraftProblem[] {
  const { mapping, problems } = words;
  const found: DraftProblem[] = [];
  const need = (value: string, control: string, field: string) => {
    if (value.trim() === "") found.push({ control, sentence: problems.required(field) });
  };
  if (kind === "indicator" || kind === "areas") {
    if (!draft.areaNumber && !draft.areaName)
      found.push({ control: "import-area-number", sentence: problems.areaColumn });
  }
  if (kind === "indicator") {
    if (!draft.period) need(draft.fixedPeriod, "import-fixed-period", mapping.fixedPeriod);
    const taken = draft.figures.filter(({ isTaken }) => isTaken);
    if (taken.length === 0) found.push({ control: "import-figures", sentence: problems.noFigures });
    for (const { column, code } of taken) {
      if (!codePattern.test(code))
        found.push({ control: `import-code-${column}`, sentence: problems.codeShape(column) });
    }
  }
  if (kind === "layer") need(draft.layerName, "import-layer-name", mapping.layerName);
  need(draft.source, "import-source", mapping.source);
  need(draft.licence, "import-licence", mapping.licence);
  need(draft.referenceDate, "import-reference-date", mapping.referenceDate);
  return found;
}
