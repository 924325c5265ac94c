import { quarterProfile as german, type QuarterProfileText } from "../../i18n/de/quarter-profile.ts";
import { quarterProfile as english } from "../../i18n/en/quarter-profile.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Wording of the profile of a drawn quarter, loaded with it. */
export function useProfileText(): QuarterProfileText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}

/** A share, never rounded to nothing where there is something, nor to everything where something is missing. */
export function useShareText(): (share: number) => string {
  const { formats } = useLanguage();
  const words = useProfileText();
  return (share) => {
    if (share > 0 && share < 0.01) return words.under(formats.share(0.01));
    if (share < 1 && share > 0.99) return words.over(formats.share(0.99));
    return formats.share(share);
  };
}
