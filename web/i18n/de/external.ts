/** Wording of maps of other services, loaded with the list of layers of those who are signed in. */
export const external = {
  add: "Karte hinzufügen …",
  dialog: "Karte hinzufügen",
  what: "Eine Karte aus einem anderen Dienst der Stadt: WMS, WFS oder OGC API – Features. Der Dienst wird über diesen Server gefragt, nie vom Browser.",
  address: "Adresse des Dienstes",
  addressHint: "Beginnt mit https://, oft mit „wms“, „wfs“ oder „collections“ am Ende.",
  read: "Dienst lesen",
  reading: "Der Dienst wird gelesen …",
  found: (title: string, kind: string, count: number) =>
    `${title || "Dienst ohne Titel"}: ${kind}, ${count === 1 ? "eine Ebene" : `${count} Ebenen`}.`,
  nothing: "Der Dienst bietet keine Ebene an.",
  layer: "Ebene",
  choose: "Bitte wählen",
  filter: "Ebenen filtern",
  title: "Titel",
  source: "Quelle",
  sourceHint: "Wer die Daten herausgibt; steht bei der Karte.",
  visibility: "Sichtbar für",
  visibilities: { INTERNAL: "die Verwaltung", PUBLIC: "alle" },
  onlyInside: "Zuerst nur für Sie und die Verwaltung. Für alle gibt sie die Geschäftsstelle frei.",
  reason: "Begründung der Freigabe",
  save: "Karte hinzufügen",
  cancel: "Abbrechen",
  added: (title: string) => `${title} ist jetzt unter „Weitere Karten“.`,
  notReleased: (title: string, why: string) =>
    `${title} ist hinzugefügt, aber noch nicht für alle freigegeben. ${why}`,
  legendOf: (title: string) => `Legende: ${title}`,
  noLegend: "Die Legende ist gerade nicht zu haben.",
  remove: "Karte entfernen …",
  removeTitle: "Karte entfernen",
  removeWhat: (title: string) =>
    `${title} wird bei allen aus „Weitere Karten“ entfernt. Beim Dienst selbst ändert sich nichts.`,
  removeNow: "Entfernen",
  removed: (title: string) => `${title} ist entfernt.`,
};
export type ExternalText = typeof external;
