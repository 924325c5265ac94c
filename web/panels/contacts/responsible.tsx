import { type ActorTheme, actorRoles, actorThemes } from "#domain/actor/actor.ts";
import { responsibleFor } from "#domain/actor/responsible.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { ContactLines } from "./contact-lines.tsx";
import { partsOf, useActors } from "./use-actors.ts";
import { useContactsText } from "./use-contacts-text.ts";

/** A sheet names the nearest; the page has them all. */
const mostNamed = 4;

/** Who answers for an area and a theme; `areaKeys` from the smallest to the city. */
export function Responsible({ areaKeys, theme }: { areaKeys: readonly string[]; theme: ActorTheme | null }) {
  const { say, formats } = useLanguage();
  const words = useContactsText();
  const store = usePageStore();
  const actors = useActors(areaKeys);
  if (!actors.data) return null;
  const found = responsibleFor(actors.data.items, partsOf, { areaKeys, theme });
  const named = found.slice(0, mostNamed);
  return (
    <section className="responsible">
      <h4>{words.heading}</h4>
      {found.length === 0 && <p className="small">{words.none}</p>}
      <ul className="plain-list">
        {named.map((record) => {
          const actor = partsOf(record);
          const what = [
            ...actor.roles.map((role) => say(actorRoles[role])),
            ...actor.themes.map((one) => say(actorThemes[one])),
          ];
          return (
            <li key={record.id}>
              <button
                type="button"
                className="link-button quiet"
                onClick={() => store.getState().select({ kind: "record", type: record.type, id: record.id })}
              >
                {actor.name}
              </button>
              <small>{what.join(" · ")}</small>
              <ContactLines actor={actor} />
            </li>
          );
        })}
      </ul>
      <p className="small">
        {found.length > named.length && `${words.more(formats.number(found.length - named.length))} · `}
        <button
          type="button"
          className="link-button quiet"
          onClick={() => store.getState().showDesk("contacts")}
        >
          {words.all}
        </button>
      </p>
    </section>
  );
}
