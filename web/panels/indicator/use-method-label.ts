import { classMethodOf } from "#domain/classification/recommended-method.ts";
import type { Figures } from "../../data/figures.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";

/** How the classes on the map are made, in words. */
export function useMethodLabel(): (figures: Figures) => string {
  const { text, say } = useLanguage();
  const chosen = usePage((state) => state.classMethod);
  return ({ indicator, pair, computed }) => {
    if (computed) return say(computed.method);
    if (pair) return text.reading.terciles;
    const method = classMethodOf(indicator, chosen);
    return method === "standard-deviation" && indicator.isChange
      ? text.reading.aroundZero
      : text.classes.methods[method];
  };
}
