import { type FormEvent, useState } from "react";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import { changeSite, maySketch } from "../../planning/edit-scenario.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** The site's name as a heading that can be changed in place. */
export function SiteName({ site }: { site: SketchedSite }) {
  const words = usePlanningText();
  const store = usePageStore();
  const mayEdit = usePage(maySketch);
  const [draft, setDraft] = useState<string | null>(null);

  const rename = (event: FormEvent) => {
    event.preventDefault();
    const name = draft?.trim() ?? "";
    if (name !== "" && name !== site.name) changeSite(store, site.id, (before) => ({ ...before, name }));
    setDraft(null);
  };
  if (draft !== null) {
    return (
      <form className="site-name" onSubmit={rename}>
        <label className="field">
          <span className="for-ears">{words.site.name}</span>
          <input
            value={draft}
            maxLength={200}
            ref={(input) => input?.focus()}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={rename}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              setDraft(null);
            }}
          />
        </label>
      </form>
    );
  }
  return (
    <div className="site-name">
      <h3 className="sheet-title">{site.name}</h3>
      {mayEdit && (
        <IconButton
          icon="edit"
          className="small-button"
          label={words.site.rename}
          onClick={() => setDraft(site.name)}
        />
      )}
    </div>
  );
}
