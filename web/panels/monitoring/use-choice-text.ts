import { useEffect } from "react";
import { type AreaChoiceText, areaChoice as german } from "../../i18n/de/area-choice.ts";
import { areaChoice as english } from "../../i18n/en/area-choice.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { ComputedFigures } from "../../state/monitoring-slice.ts";
import { usePageStore } from "../../state/use-page.ts";

/** Wording of choosing areas, loaded with the tab. */
export function useChoiceText(): AreaChoiceText {
  const { language } = useLanguage();
  return language === "en" ? english : german;
}

/** Puts what was computed on map, legend and table, and takes it off again when its view is left. */
export function useOnMap(computed: ComputedFigures | null): void {
  const store = usePageStore();
  useEffect(() => store.getState().monitor({ computed }), [store, computed]);
  useEffect(() => () => store.getState().monitor({ computed: null }), [store]);
}
