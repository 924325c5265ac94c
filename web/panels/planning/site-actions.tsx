import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { write } from "../../data/api.ts";
import { problemText } from "../../data/problem-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changeSite, maySketch } from "../../planning/edit-scenario.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { useSketching } from "../../planning/use-sketching.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { useJump } from "../map/map-handle.ts";
import { UndoButtons } from "../scenario/undo-buttons.tsx";
import { SheetLink } from "./sheet-link.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** What can be done with the site; the main thing is to keep it as a sketch others can be shown. */
export function SiteActions({ terms, site }: { terms: PlanningTerms; site: SketchedSite }) {
  const words = usePlanningText();
  const store = usePageStore();
  const jump = useJump();
  const mayEdit = usePage(maySketch);
  const isMoving = usePage((state) => state.sketchMode === "move");
  const { duplicate } = useSketching(terms);
  const save = useSaveSketch(site);
  const remove = () => {
    changeSite(store, site.id, () => null);
    store.getState().plan({ siteInHand: null, planningResult: "none", sketchMode: "none" });
    store.getState().announce(words.site.removed(site.name));
  };
  return (
    <footer className="sheet-actions">
      {mayEdit && site.record?.type !== "candidate-sites" && (
        <button
          type="button"
          className="button button-main"
          disabled={save.isSaving}
          onClick={() => void save.save()}
        >
          {words.site.save}
        </button>
      )}
      <SheetLink terms={terms} site={site} />
      <button type="button" className="button" onClick={() => jump({ center: [...site.position], zoom: 15 })}>
        {words.site.show}
      </button>
      {mayEdit && (
        <>
          <button
            type="button"
            className="button"
            aria-pressed={isMoving}
            onClick={() => store.getState().plan({ sketchMode: isMoving ? "none" : "move" })}
          >
            {isMoving ? words.site.stopMoving : words.site.move}
          </button>
          <button type="button" className="button" onClick={() => duplicate(site)}>
            {words.site.duplicate}
          </button>
          <button type="button" className="button" onClick={remove}>
            {words.site.remove}
          </button>
          <UndoButtons />
        </>
      )}
      {isMoving && <p className="small">{words.site.moveHint}</p>}
      {save.problem && (
        <p role="alert" className="problem-text">
          {save.problem}
        </p>
      )}
    </footer>
  );
}

/** Makes a Standortskizze of the site and ties the two together, so that the sketch is drawn once. */
function useSaveSketch(site: SketchedSite) {
  const { text, language } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      const { value } = await write<RecordAnswer>("api/records/candidate-sites", {
        geometry: site.plot
          ? { type: "Polygon", coordinates: [site.plot] }
          : { type: "Point", coordinates: site.position },
        properties: {
          name: site.name,
          uses: site.uses,
          constraints: site.constraints,
          ...(site.openingYear === null ? {} : { openingYear: site.openingYear }),
          ...(site.note === "" ? {} : { note: site.note }),
        },
      });
      changeSite(store, site.id, (before) => ({ ...before, record: { type: value.type, id: value.id } }));
      store.getState().announce(words.site.saved(site.name));
      for (const key of ["records", "layers", "overlay", "planning-base"]) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    } catch (error) {
      setProblem(problemText(error, text, language));
    }
    setSaving(false);
  };
  return { save, isSaving, problem };
}
