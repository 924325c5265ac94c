import { lazy } from "react";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { OpeningDetails } from "../../ui/opening-details.tsx";
import { useMethodLabel } from "./use-method-label.ts";

const ClassForm = lazy(() => import("./class-form.tsx"));

/** Under the legend, in small type: how classes are made, and the way to change it. */
export function ClassSettings({ figures }: { figures: Figures }) {
  const { text } = useLanguage();
  const methodLabel = useMethodLabel();
  const { indicator } = figures;
  return (
    <div className="class-settings">
      {indicator.kind !== "count" && (
        <p className="small">
          {text.classes.fixed}, {methodLabel(figures)}
        </p>
      )}
      <OpeningDetails summary={text.classes.settings}>{() => <ClassForm figures={figures} />}</OpeningDetails>
    </div>
  );
}
