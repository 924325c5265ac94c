import { sketch as german } from "./de/sketch.ts";
import { sketch as english } from "./en/sketch.ts";
import { useLanguage } from "./language.tsx";

/** Wording of what is drawn and compared on maps, loaded with whatever needs it rather than with the page. */
export function useSketchText(): typeof german {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}
