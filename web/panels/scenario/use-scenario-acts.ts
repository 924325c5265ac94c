import { useQueryClient } from "@tanstack/react-query";
import type { Scenario } from "#domain/scenario/scenario.ts";
import { ApiError } from "../../data/api.ts";
import { useOpened } from "../../data/opened.ts";
import { problemText } from "../../data/problem-text.ts";
import { createScenario, deleteScenario, opened, saveScenario } from "../../data/scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";

/** What can be done with the scenario in hand; each tells its outcome aloud and answers whether it worked. */
export function useScenarioActs() {
  const { text, language } = useLanguage();
  const { me } = useOpened();
  const store = usePageStore();
  const client = useQueryClient();

  const attempt = async (act: () => Promise<string>): Promise<boolean> => {
    try {
      store.getState().announce(await act());
      return true;
    } catch (error) {
      const sentence = refusal(error);
      store.getState().sound(sentence);
      store.getState().scenarioRefused(sentence);
      return false;
    }
  };
  const refusal = (error: unknown): string => {
    const { scenario } = text;
    if (!(error instanceof ApiError)) return problemText(error, text, language);
    if (error.status === 412) return scenario.conflict;
    if (error.status === 404 || error.status === 410) return scenario.gone(error.problem?.title ?? "");
    return problemText(error, text, language);
  };

  /** Saves under a new id and goes on working there. */
  const saveAs = (scenario: Scenario, participants: readonly string[] = []) =>
    attempt(async () => {
      const created = await createScenario(client, scenario, participants);
      store.getState().showScenario(opened(created, me));
      return text.scenario.saved(scenario.name);
    });

  const save = (changed?: { scenario: Scenario; participants: readonly string[] }) => {
    const open = store.getState().openScenario;
    if (!open) return Promise.resolve(false);
    const { scenario, participants } = changed ?? open;
    const { id, etag } = open;
    return attempt(async () => {
      const saved =
        id === null
          ? await createScenario(client, scenario, participants)
          : await saveScenario(client, { id, etag, scenario, participants });
      store.getState().showScenario(opened(saved, me));
      return text.scenario.saved(scenario.name);
    });
  };

  const remove = () => {
    const open = store.getState().openScenario;
    if (!open?.id) return Promise.resolve(false);
    const { id, etag, scenario } = open;
    return attempt(async () => {
      await deleteScenario(client, id, etag);
      store.getState().leaveScenario();
      return text.scenario.removed(scenario.name);
    });
  };

  return { save, saveAs, remove };
}
