import { indexDefinition } from "#domain/priority-index/index-definition-record.ts";
import type { Text } from "#domain/text/text.ts";
import { indexDefinitions as german, type IndexDefinitionsText } from "../../i18n/de/index-definitions.ts";
import { indexDefinitions as english } from "../../i18n/en/index-definitions.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { IndexQuestion } from "../../monitoring/index-question.ts";
import type { KeptDefinition } from "../../monitoring/use-definitions.ts";

/** Wording of kept definitions, loaded with the tab. */
export function useDefinitionText(): IndexDefinitionsText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}

export function definitionState(state: string): Text {
  return indexDefinition.lifecycle.states[state]?.name ?? { de: state, en: state };
}

/** "„Index“, Fassung 2 (beschlossen)": what a picture says of the definition it shows. */
export function definitionName({
  definition: { name, version },
  state,
}: Pick<KeptDefinition, "definition" | "state">): Text {
  const named = definitionState(state);
  return { de: german.named(name, version, named.de), en: english.named(name, version, named.en) };
}

/** Which definition a result is of, or that it is a trial nobody keeps. */
export function questionName({ isTrial, base }: Pick<IndexQuestion, "isTrial" | "base">): Text {
  if (!base) return { de: german.trial, en: english.trial };
  const name = definitionName(base);
  return isTrial ? { de: german.trialFrom(name.de), en: english.trialFrom(name.en) } : name;
}
