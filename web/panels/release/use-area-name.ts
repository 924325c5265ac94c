import type { AreaLevel } from "#domain/area/area.ts";
import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** "Stadtteil Feuersee": a level as the city calls it, and the name of an area of it. */
export function useAreaName(): (level: AreaLevel, name: string) => string {
  const { city } = useOpened();
  const { say } = useLanguage();
  return (level, name) => {
    const naming = city.levels.find((one) => one.level === level)?.singular;
    return naming ? `${say(naming)} ${name}` : name;
  };
}
