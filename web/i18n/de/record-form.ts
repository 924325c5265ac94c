/** German wording every form of a record shares; en/record-form.ts has the same keys. */
export const recordForm = {
  save: "Speichern",
  cancel: "Abbrechen",
  conflict:
    "Inzwischen hat jemand anderes diesen Eintrag gespeichert. Ihre Angaben stehen noch hier; gespeichert sind sie nicht.",
  /** `sentence` is the server's, with who and when. */
  gone: (sentence: string) =>
    `${sentence} Ihre Angaben stehen noch hier. Sie können sie als neuen Eintrag speichern.`,
  both: "Gespeicherter Stand und Ihre Angaben",
  field: "Feld",
  saved: "Gespeichert",
  mine: "Ihre Angaben",
  nothingDiffers: "Ihre Angaben sagen dasselbe wie der gespeicherte Stand.",
  keepMine: "Meine Angaben speichern",
  takeSaved: "Gespeicherten Stand übernehmen",
  saveAsNew: "Als neuen Eintrag speichern",
};
export type RecordFormText = typeof recordForm;
