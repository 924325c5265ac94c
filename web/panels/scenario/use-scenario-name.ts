import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";

/** The scenario every figure on the page belongs to; one with unsaved steps says so. */
export function useScenarioName(): string {
  const { text } = useLanguage();
  const name = usePage((state) => state.openScenario?.scenario.name ?? null);
  const isUnsaved = usePage(
    (state) => state.openScenario !== null && (state.openScenario.id === null || state.unsaved !== 0),
  );
  if (name === null) return text.scenario.present;
  return isUnsaved ? `${name} (${text.scenario.unsavedMark})` : name;
}
