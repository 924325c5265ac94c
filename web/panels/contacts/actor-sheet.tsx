import { lazy, useState } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { Part } from "../../ui/part.tsx";
import { Fact, Facts } from "../selection/facts.tsx";
import type { SheetProps } from "../selection/record-sheet.tsx";
import { ContactLines } from "./contact-lines.tsx";
import { partsOf } from "./use-actors.ts";
import { useAreaName } from "./use-area-name.ts";
import { useContactsText } from "./use-contacts-text.ts";
import { useMayWriteActors } from "./use-may-write-actors.ts";

const ActorDialog = lazy(() => import("./actor-dialog.tsx"));

/** Akteur*in: what it answers for, where, and how to reach it. */
export default function ActorSheet({ record, type }: SheetProps) {
  const { say, formats } = useLanguage();
  const words = useContactsText();
  const areaName = useAreaName();
  const actor = partsOf(record);
  const mayWrite = useMayWriteActors();
  const [isEdited, setEdited] = useState(false);
  return (
    <>
      <Facts record={record} type={type} fields={["kind", "roles", "source"]}>
        <Fact
          name={words.columns.themes}
          value={
            actor.themes.length === 0
              ? words.allThemes
              : formats.list(
                  actor.themes.map((theme) => {
                    const name = type.fields.themes?.values?.[theme];
                    return name ? say(name) : theme;
                  }),
                )
          }
        />
        <Fact name={words.columns.areas} value={formats.list(actor.areas.map(areaName))} />
        {(actor.website || (actor.contacts?.length ?? 0) > 0) && (
          <Fact name={words.columns.contact} value={<ContactLines actor={actor} />} />
        )}
      </Facts>
      {mayWrite && (
        <p>
          <button type="button" className="button" onClick={() => setEdited(true)}>
            {words.form.edit}
          </button>
        </p>
      )}
      {isEdited && (
        <Part lines={0}>
          <ActorDialog id={record.id} onClose={() => setEdited(false)} />
        </Part>
      )}
    </>
  );
}
