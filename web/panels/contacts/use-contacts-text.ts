import { type ContactsText, contacts as german } from "../../i18n/de/contacts.ts";
import { contacts as english } from "../../i18n/en/contacts.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of who answers for what, loaded with the first sheet that says it. */
export function useContactsText(): ContactsText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
