import { useOpened } from "../../data/opened.ts";
import { useAreas } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useContactsText } from "./use-contacts-text.ts";

/** What an area is called by its key: "Stadtbezirk Bad Cannstatt" for "district:06". */
export function useAreaName(): (key: string) => string {
  const { say } = useLanguage();
  const words = useContactsText();
  const { city } = useOpened();
  const known = [...(useAreas("district").data ?? []), ...(useAreas("subdistrict").data ?? [])];
  return (key) => {
    if (key === "city") return words.city;
    const [level, number] = key.split(":");
    const naming = city.levels.find((one) => one.level === level);
    const area = known.find((one) => one.level === level && one.number === number);
    return `${naming ? say(naming.singular) : ""} ${area?.name ?? number}`.trim();
  };
}
