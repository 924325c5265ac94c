import { people as german, type PeopleText } from "./de/people.ts";
import { people as english } from "./en/people.ts";
import { useLanguage } from "./language.tsx";

/** Wording of accounts and accountability, loaded with their pages rather than with the map. */
export function usePeopleText(): PeopleText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
