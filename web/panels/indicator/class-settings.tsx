import { lazy } from "react";
import { classMethodOf } from "#domain/classification/recommended-method.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";
import { OpeningDetails } from "../../ui/opening-details.tsx";

const ClassForm = lazy(() => import("./class-form.tsx"));

/** Under the legend, in small type: how classes are made, and the way to change it. */
export function ClassSettings({ figures }: { figures: Figures }) {
  const { text } = useLanguage();
  const chosen = usePage((state) => state.classMethod);
  const { indicator } = figures;
  return (
    <div className="class-settings">
      {indicator.kind !== "count" && (
        <p className="small">
          {text.classes.fixed}, {text.classes.methods[classMethodOf(indicator, chosen)]}
        </p>
      )}
      <OpeningDetails summary={text.classes.settings}>{() => <ClassForm figures={figures} />}</OpeningDetails>
    </div>
  );
}
