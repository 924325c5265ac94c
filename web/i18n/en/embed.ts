import type { embed as german } from "../de/embed.ts";

/** Wording of the public embed, loaded with the menu that offers it. */
export const embed: typeof german = {
  open: "Embed …",
  title: "Embed the map",
  what: "This view as a map within another website. It shows only what is public.",
  leftOut: (names: string) => `Not public and therefore left out: ${names}.`,
  noHosts:
    "No other website may show the map yet. Whoever runs the server lists the permitted sites in EMBED_ANCESTORS.",
  name: "Title",
  nameHint: "Screen readers read it aloud.",
  width: "Width in pixels",
  height: "Height in pixels",
  extent: "Extent",
  extents: { view: "as the map shows it now", city: "whole city" },
  preview: "Preview",
  previewName: (title: string) => `Preview: ${title}`,
  code: "Code for the website",
  copy: "Copy code",
  copied: "The code is on the clipboard.",
  copyFailed: "The code could not be copied. Please select and copy it in the field.",
  pages: "About this service",
};
