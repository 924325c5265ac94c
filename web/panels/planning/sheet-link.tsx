import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { addressOf } from "../../data/api.ts";
import { questionParameters } from "../../planning/question-address.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePage } from "../../state/use-page.ts";
import { usePlanningText } from "./use-planning-text.ts";

/**
 * The printed sheet, as a page and as PDF. The server computes it, so the site has to be in a scenario as it was
 * saved, or to be a Standortskizze.
 */
export function SheetLink({ terms, site }: { terms: PlanningTerms; site: SketchedSite }) {
  const words = usePlanningText();
  const scenario = usePage((state) => (state.unsaved === 0 ? (state.openScenario?.id ?? null) : null));
  const sight = usePage((state) => state.sight);
  const language = usePage((state) => state.language);
  const record = site.record?.type === "candidate-sites" ? site.record.id : null;
  const id = scenario ? site.id : record;
  if (!id) return <p className="small">{words.site.sheetHint}</p>;
  const question = { ...terms.question, kind: site.kind, scenario: scenario ?? presentScenario.id };
  const parameters = questionParameters(question, sight);
  parameters.set("lang", language);
  return (
    <>
      <a className="button" href={addressOf(`print/site/${id}`, parameters)} target="_blank" rel="noreferrer">
        {words.site.sheet}
      </a>
      <a
        className="button"
        href={addressOf(`print/site/${id}.pdf`, parameters)}
        target="_blank"
        rel="noreferrer"
      >
        {words.site.sheetPdf}
      </a>
    </>
  );
}
