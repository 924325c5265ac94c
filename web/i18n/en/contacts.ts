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
};
