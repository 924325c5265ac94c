import type { ExternalText } from "../de/external.ts";

export const external: ExternalText = {
  add: "Add map …",
  dialog: "Add map",
  what: "A map from another service of the city: WMS, WFS or OGC API – Features. This server asks the service, the browser never does.",
  address: "Address of the service",
  addressHint: "Begins with https://, often with “wms”, “wfs” or “collections” at its end.",
  read: "Read service",
  reading: "Reading the service …",
  found: (title, kind, count) =>
    `${title || "Service without a title"}: ${kind}, ${count === 1 ? "one layer" : `${count} layers`}.`,
  nothing: "The service offers no layer.",
  layer: "Layer",
  choose: "Please choose",
  filter: "Filter layers",
  title: "Title",
  source: "Source",
  sourceHint: "Who publishes the data; stands beside the map.",
  visibility: "Visible to",
  visibilities: { INTERNAL: "the administration", PUBLIC: "everyone" },
  onlyInside:
    "At first only for you and the administration. The coordinating office releases it for everyone.",
  reason: "Reason for the release",
  save: "Add map",
  cancel: "Cancel",
  added: (title) => `${title} is now under “Other maps”.`,
  notReleased: (title, why) => `${title} has been added but not yet released for everyone. ${why}`,
  legendOf: (title) => `Legend: ${title}`,
  noLegend: "The legend cannot be had at the moment.",
  remove: "Remove map …",
  removeTitle: "Remove map",
  removeWhat: (title) =>
    `${title} will be removed from “Other maps” for everyone. Nothing changes at the service itself.`,
  removeNow: "Remove",
  removed: (title) => `${title} has been removed.`,
};
