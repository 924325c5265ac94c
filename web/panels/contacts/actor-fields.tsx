import { type Actor, actorKinds, actorRoles, actorThemes } from "#domain/actor/actor.ts";
import type { Text } from "#domain/text/text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { CheckList } from "../../ui/check-list.tsx";
import type { ActorDraft } from "./actor-draft.ts";
import { AreaFields } from "./area-fields.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { useContactsText } from "./use-contacts-text.ts";

/** What there is to say about an actor, field by field. */
export function ActorFields({
  draft,
  onChange,
}: {
  draft: ActorDraft;
  onChange: (draft: ActorDraft) => void;
}) {
  const { say } = useLanguage();
  const words = useContactsText();
  const change = (part: Partial<ActorDraft>) => onChange({ ...draft, ...part });
  const namesOf = (values: Record<string, Text>) => [
    { name: null, options: Object.entries(values).map(([value, name]) => ({ value, name: say(name) })) },
  ];
  return (
    <>
      <label className="field">
        <span>{words.columns.name}</span>
        <input
          maxLength={200}
          autoComplete="off"
          required
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{words.columns.kind}</span>
        <select
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as Actor["kind"] })}
        >
          {Object.entries(actorKinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <CheckList
        label={words.columns.roles}
        groups={namesOf(actorRoles)}
        chosen={draft.roles}
        onChange={(roles) => change({ roles: roles as Actor["roles"] })}
      />
      <CheckList
        label={words.form.themes}
        groups={namesOf(actorThemes)}
        chosen={draft.themes}
        onChange={(themes) => change({ themes: themes as Actor["themes"] })}
      />
      <AreaFields chosen={draft.areas} onChange={(areas) => change({ areas })} />
      <label className="field">
        <span>{words.website}</span>
        <input
          type="url"
          inputMode="url"
          maxLength={500}
          autoComplete="off"
          value={draft.website}
          onChange={(event) => change({ website: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{words.form.source}</span>
        <input
          maxLength={500}
          autoComplete="off"
          value={draft.source}
          onChange={(event) => change({ source: event.target.value })}
        />
      </label>
      <ContactFields contacts={draft.contacts} onChange={(contacts) => change({ contacts })} />
    </>
  );
}
