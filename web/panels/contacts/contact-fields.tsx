import "../../styles/people.css";
import { useRef } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import { type ContactDraft, emptyContact } from "./actor-draft.ts";
import { useContactsText } from "./use-contacts-text.ts";

const kinds = { function: "text", name: "text", phone: "tel", email: "email" } as const;

/** Functions to turn to, one row each. */
export function ContactFields({
  contacts,
  onChange,
}: {
  contacts: readonly ContactDraft[];
  onChange: (contacts: ContactDraft[]) => void;
}) {
  const words = useContactsText();
  const { formats } = useLanguage();
  const add = useRef<HTMLButtonElement>(null);
  const change = (number: number, part: Partial<ContactDraft>) =>
    onChange(contacts.map((one) => (one.number === number ? { ...one, ...part } : one)));
  const remove = (number: number) => {
    onChange(contacts.filter((one) => one.number !== number));
    // The button that was pressed is gone.
    add.current?.focus();
  };
  const next = Math.max(-1, ...contacts.map(({ number }) => number)) + 1;
  return (
    <section className="stack" aria-labelledby="actor-contacts">
      <h3 id="actor-contacts">{words.form.contacts}</h3>
      <p className="small">{words.form.contactsHint}</p>
      {contacts.map((contact, index) => {
        const place = formats.number(index + 1);
        return (
          <fieldset key={contact.number} className="mapping">
            <legend>{words.form.contact(place)}</legend>
            {(Object.keys(kinds) as (keyof typeof kinds)[]).map((part) => (
              <label key={part} className="field">
                <span>{words.form.parts[part]}</span>
                <input
                  type={kinds[part]}
                  maxLength={part === "phone" ? 60 : 200}
                  autoComplete="off"
                  value={contact[part]}
                  onChange={(event) => change(contact.number, { [part]: event.target.value })}
                />
              </label>
            ))}
            <p className="button-row">
              <button type="button" className="button small-button" onClick={() => remove(contact.number)}>
                {words.form.removeContact(place)}
              </button>
            </p>
          </fieldset>
        );
      })}
      <p className="button-row">
        <button
          ref={add}
          type="button"
          className="button"
          onClick={() => onChange([...contacts, { ...emptyContact, number: next }])}
        >
          {words.form.addContact}
        </button>
      </p>
    </section>
  );
}
