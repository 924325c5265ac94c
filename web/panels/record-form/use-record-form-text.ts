import { recordForm as german, type RecordFormText } from "../../i18n/de/record-form.ts";
import { recordForm as english } from "../../i18n/en/record-form.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the forms of records, loaded with the first of them. */
export function useRecordFormText(): RecordFormText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
