import { type Actor, actorSchema } from "#domain/actor/actor.ts";
import type { Properties } from "#domain/record/record.ts";
import type { ShownActor } from "./use-actors.ts";

/** One contact as it is typed; the number tells rows apart that say the same. */
export interface ContactDraft {
  number: number;
  function: string;
  name: string;
  phone: string;
  email: string;
}

/** An actor as it is typed: every text is there, if only empty. */
export interface ActorDraft extends Pick<Actor, "name" | "kind" | "areas" | "roles" | "themes"> {
  website: string;
  source: string;
  contacts: ContactDraft[];
}

export const emptyDraft: ActorDraft = {
  name: "",
  kind: "AMT",
  areas: ["city"],
  roles: [],
  themes: [],
  website: "",
  source: "",
  contacts: [],
};

export const emptyContact = { function: "", name: "", phone: "", email: "" };

export function draftOf(actor: ShownActor): ActorDraft {
  const { website = "", source = "", contacts = [], ...rest } = actor;
  return {
    ...rest,
    website,
    source,
    contacts: contacts.map((contact, number) => ({ ...emptyContact, ...contact, number })),
  };
}

/** What is sent: texts without space around them, and what is empty left out. A row of contacts left empty is none. */
export function propertiesOf(draft: ActorDraft): Properties {
  const { name, kind, areas, roles, themes, website, source } = draft;
  const contacts = draft.contacts
    .map(({ number: _, ...contact }) => filled(contact))
    .filter((contact) => Object.keys(contact).length > 0);
  return { name: name.trim(), kind, areas, roles, themes, contacts, ...filled({ website, source }) };
}

/** Where something is wrong: a field, and for contacts which entry (from 1) and which part of it. */
export interface DraftProblem {
  field: string;
  entry: number | null;
  part: string | null;
}

/** What the record type would refuse, in the order of the form and each place once. */
export function problemsOf(properties: Properties): DraftProblem[] {
  const parsed = actorSchema.safeParse(properties);
  const found = new Map<string, DraftProblem>();
  for (const { path } of parsed.error?.issues ?? []) {
    const [field, index, part] = path;
    const isContact = field === "contacts";
    found.set(path.slice(0, isContact ? 3 : 1).join("/"), {
      field: String(field),
      entry: isContact && typeof index === "number" ? index + 1 : null,
      part: isContact && part !== undefined ? String(part) : null,
    });
  }
  return [...found.values()];
}

function filled<T extends Record<string, string>>(texts: T): Partial<T> {
  const trimmed = Object.entries(texts).map(([key, value]) => [key, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== "")) as Partial<T>;
}
