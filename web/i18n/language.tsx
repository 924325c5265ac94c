import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Formats, formatsOf } from "#domain/text/formats.ts";
import type { Language, Text } from "#domain/text/text.ts";
import { usePage } from "../state/use-page.ts";
import { de, type Messages } from "./de.ts";

interface Spoken {
  language: Language;
  text: Messages;
  formats: Formats;
  /** A text of the subject in the language of the page. */
  say: (text: Text) => string;
}

const SpokenContext = createContext<Spoken | null>(null);

/** English is loaded when first asked for; until it is there the page keeps speaking German. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const wanted = usePage((state) => state.language);
  const [english, setEnglish] = useState<Messages | null>(null);

  useEffect(() => {
    if (wanted !== "en" || english) return;
    void import("./en.ts").then((module) => setEnglish(module.en));
  }, [wanted, english]);

  const language = wanted === "en" && english ? "en" : "de";
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const spoken = useMemo<Spoken>(
    () => ({
      language,
      text: language === "en" && english ? english : de,
      formats: formatsOf(language),
      say: (text) => text[language],
    }),
    [language, english],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("LanguageProvider is missing around this component");
  return spoken;
}
