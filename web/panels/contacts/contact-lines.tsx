import type { ShownActor } from "./use-actors.ts";

/** How to reach an actor: the website for everybody, functions with phone and e-mail for whom they were sent. */
export function ContactLines({ actor: { website, contacts = [] } }: { actor: ShownActor }) {
  return (
    <>
      {website && (
        <p>
          <a href={website} rel="noreferrer">
            {new URL(website).hostname}
          </a>
        </p>
      )}
      {contacts.map((contact) => (
        <p key={`${contact.function} ${contact.email} ${contact.phone}`}>
          {[contact.function, contact.name].filter(Boolean).join(", ")}
          {contact.phone && (
            <>
              {" · "}
              <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{contact.phone}</a>
            </>
          )}
          {contact.email && (
            <>
              {" · "}
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </>
          )}
        </p>
      ))}
    </>
  );
}
