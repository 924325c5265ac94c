import type { ContactsText } from "../de/contacts.ts";

export const contacts: ContactsText = {
  heading: "Responsible",
  none: "No office has been entered for this area yet.",
  all: "All offices and contacts",
  more: (count) => `and ${count} more`,
  explanation: "Who answers for an area and a theme, or takes part there. Offices and functions are named.",
  internal: "Contact details are for the administration only.",
  website: "Website",
  area: "Area",
  theme: "Theme",
  allAreas: "all",
  allThemes: "all themes",
  city: "whole city",
  found: (count, shown) =>
    count === 0
      ? "Nobody has been entered for this choice."
      : count === 1
        ? "1 entry"
        : `${shown} entries, the nearest first`,
  columns: {
    name: "Name",
    kind: "Kind",
    roles: "Roles",
    themes: "Themes",
    areas: "Areas",
    contact: "Contact",
  },
  form: {
    add: "Add an entry",
    edit: "Edit the entry",
    editShort: "Edit",
    editOf: (name) => `Edit ${name}`,
    themes: "Themes (none chosen: all)",
    levels: { district: "City districts", subdistrict: "Subdistricts" },
    source: "Source",
    contacts: "Contact details",
    contactsHint: "Only the administration can read them.",
    contact: (place) => `Contact ${place}`,
    parts: { function: "Function", name: "Contact person", phone: "Phone", email: "E-mail" },
    addContact: "Add a contact",
    removeContact: (place) => `Remove contact ${place}`,
    open: "The entry is public, its contact details are not.",
    closed: "Entries of this kind are confidential.",
    done: (name) => `${name} has been saved.`,
    problem: ({ field, entry, part }) => {
      if (field === "name") return "Please enter a name.";
      if (field === "areas") return "Please choose at least one area.";
      if (field === "website")
        return "The website is no complete address: https or http is missing at its beginning.";
      if (part === "function") return `Contact ${entry}: please enter a function.`;
      if (part === "email") return `Contact ${entry}: this is no e-mail address.`;
      return "Something is too long, or there is too much of it.";
    },
  },
};
