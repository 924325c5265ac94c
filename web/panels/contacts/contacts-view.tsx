import { lazy, useState } from "react";
import { type ActorTheme, actorKinds, actorRoles, actorThemes } from "#domain/actor/actor.ts";
import { actorsFor } from "#domain/actor/responsible.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { problemText } from "../../data/problem-text.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Part } from "../../ui/part.tsx";
import { Skeleton } from "../../ui/progress.tsx";
import { useOpenRecord } from "../people/use-open-record.ts";
import { ContactLines } from "./contact-lines.tsx";
import { partsOf, useActors } from "./use-actors.ts";
import { useAreaName } from "./use-area-name.ts";
import { useContactsText } from "./use-contacts-text.ts";
import { useMayWriteActors } from "./use-may-write-actors.ts";

const ActorDialog = lazy(() => import("./actor-dialog.tsx"));

/** Who answers for an area and a theme, or takes part there: the contact view. */
export function ContactsView() {
  const { text, say, language, formats } = useLanguage();
  const words = useContactsText();
  const areaName = useAreaName();
  const districts = useAreas("district").data ?? [];
  const [district, setDistrict] = useState("");
  const [theme, setTheme] = useState<ActorTheme | "">("");
  const actors = useActors(null);
  const mayWrite = useMayWriteActors();
  /** Id of the actor in the form, "new" for one that is written down. */
  const [edited, setEdited] = useState<string | null>(null);
  if (actors.isPending) return <Skeleton lines={8} label={text.app.working} />;
  if (actors.isError) return <Notice kind="problem">{problemText(actors.error, text, language)}</Notice>;
  const records = actors.data.items;
  const areaKeys =
    district === "" ? [...new Set(records.flatMap((one) => partsOf(one).areas))] : [district, "city"];
  const found = actorsFor(records, partsOf, {
    // Without a choice the city comes first, and everything else by its name.
    areaKeys: district === "" ? ["city", ...areaKeys.toSorted()] : areaKeys,
    theme: theme === "" ? null : theme,
  });
  return (
    <>
      <p>{words.explanation}</p>
      <div className="desk-filter">
        <label className="field">
          <span>{words.area}</span>
          <select value={district} onChange={(event) => setDistrict(event.target.value)}>
            <option value="">{words.allAreas}</option>
            {districts.map(({ number }) => (
              <option key={number} value={`district:${number}`}>
                {areaName(`district:${number}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.theme}</span>
          <select value={theme} onChange={(event) => setTheme(event.target.value as ActorTheme | "")}>
            <option value="">{words.allThemes}</option>
            {Object.entries(actorThemes).map(([key, name]) => (
              <option key={key} value={key}>
                {say(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="small" role="status">
        {words.found(found.length, formats.number(found.length))}
        {!readsContacts(records) && ` · ${words.internal}`}
      </p>
      {mayWrite && (
        <p>
          <button type="button" className="button" onClick={() => setEdited("new")}>
            {words.form.add}
          </button>
        </p>
      )}
      {found.length > 0 && <ActorTable records={found} onEdit={mayWrite ? setEdited : null} />}
      {edited !== null && (
        <Part lines={0}>
          <ActorDialog id={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
        </Part>
      )}
    </>
  );
}

/** Whether the server sent contacts, which it does for the administration alone. */
function readsContacts(records: readonly RecordAnswer[]): boolean {
  return records.some((one) => partsOf(one).contacts !== undefined);
}

function ActorTable({
  records,
  onEdit,
}: {
  records: readonly RecordAnswer[];
  onEdit: ((id: string) => void) | null;
}) {
  const { say, formats } = useLanguage();
  const words = useContactsText();
  const areaName = useAreaName();
  const openRecord = useOpenRecord();
  // A column that would stand empty from top to bottom only asks what is missing.
  const { contact, ...others } = words.columns;
  const columns = readsContacts(records)
    ? words.columns
    : records.some((one) => partsOf(one).website)
      ? { ...others, contact: words.website }
      : others;
  return (
    <table className="small-table card-table">
      <caption className="for-ears">{words.all}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {onEdit && (
            <th scope="col">
              <span className="for-ears">{words.form.editShort}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => {
          const actor = partsOf(record);
          return (
            <tr key={record.id}>
              <th scope="row" data-label={columns.name}>
                <button
                  type="button"
                  className="link-button quiet"
                  onClick={() => openRecord(record.type, record.id)}
                >
                  {actor.name}
                </button>
              </th>
              <td data-label={columns.kind}>{say(actorKinds[actor.kind])}</td>
              <td data-label={columns.roles}>
                {formats.list(actor.roles.map((role) => say(actorRoles[role])))}
              </td>
              <td data-label={columns.themes}>
                {actor.themes.length === 0
                  ? words.allThemes
                  : formats.list(actor.themes.map((theme) => say(actorThemes[theme])))}
              </td>
              <td data-label={columns.areas}>{formats.list(actor.areas.map(areaName))}</td>
              {"contact" in columns && (
                <td data-label={columns.contact}>
                  <ContactLines actor={actor} />
                </td>
              )}
              {onEdit && (
                <td>
                  <button
                    type="button"
                    className="button small-button"
                    aria-label={words.form.editOf(actor.name)}
                    onClick={() => onEdit(record.id)}
                  >
                    {words.form.editShort}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
