import type { FigureDraft } from "./assessment-draft.ts";

/** Where the fields a problem can lead to are on the page. */
export const statementFieldId = "assessment-statement";
export const figureFieldId = ({ number }: Pick<FigureDraft, "number">) => `assessment-figure-${number}`;
