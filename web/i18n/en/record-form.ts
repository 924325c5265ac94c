import type { RecordFormText } from "../de/record-form.ts";

export const recordForm: RecordFormText = {
  save: "Save",
  cancel: "Cancel",
  conflict:
    "Somebody else has saved this entry meanwhile. What you typed is still here; it has not been saved.",
  gone: (sentence) => `${sentence} What you typed is still here. You can save it as a new entry.`,
  both: "What is saved and what you typed",
  field: "Field",
  saved: "Saved",
  mine: "Yours",
  nothingDiffers: "What you typed says the same as what is saved.",
  keepMine: "Save mine",
  takeSaved: "Take what is saved",
  saveAsNew: "Save as a new entry",
};
