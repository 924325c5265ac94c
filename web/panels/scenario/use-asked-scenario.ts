import { useEffect } from "react";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { useOpened } from "../../data/opened.ts";
import { opened, useScenario } from "../../data/scenarios.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage, usePageStore } from "../../state/use-page.ts";

/**
 * Opens the scenario the address asks for. One that does not exist, or not for this person, leaves the page in
 * the present and says the same sentence in both cases. What somebody else saves or deletes shows here as well,
 * unless somebody works on it: then the work stays, on the state it began from, and saving tells what happened.
 */
export function useAskedScenario(): void {
  const { text } = useLanguage();
  const { me } = useOpened();
  const store = usePageStore();
  const id = usePage((state) => state.scenarioId);
  const isAsked = id !== presentScenario.id;
  const mayLook = usesScenarios(me);
  const answer = useScenario(id, { isWanted: isAsked && mayLook });
  const isInWork = usePage(
    ({ openScenario, unsaved, dialog }) =>
      openScenario !== null && openScenario.id === id && (unsaved !== 0 || dialog === "scenario"),
  );

  useEffect(() => {
    if (!answer.data) return;
    const state = store.getState();
    const { openScenario } = state;
    const isOpen = openScenario?.id === answer.data.value.id;
    if (isOpen && (isInWork || openScenario.etag === answer.data.etag)) return;
    if (state.scenarioId !== answer.data.value.id) return;
    state.showScenario(opened(answer.data, me));
    if (!isOpen) state.announce(text.scenario.opened(answer.data.value.properties.name));
  }, [answer.data, isInWork, me, store, text]);

  // Back to an address without a scenario is back to the present.
  const isLeft = usePage((state) => !isAsked && state.openScenario?.id != null);
  useEffect(() => {
    if (isLeft) store.getState().leaveScenario();
  }, [isLeft, store]);

  useEffect(() => {
    if (!isAsked || isInWork || (mayLook && !answer.isError)) return;
    store.getState().leaveScenario();
    store.getState().sound(text.scenario.notFound);
  }, [isAsked, isInWork, mayLook, answer.isError, store, text]);
}
