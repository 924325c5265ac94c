import { isAtMost } from "#domain/access/visibility.ts";
import type { Tab } from "#domain/view/view-words.ts";
import { importKindsOf } from "../../data/import-kinds.ts";
import { useOpened } from "../../data/opened.ts";
import { usesScenarios } from "../../data/uses-scenarios.ts";
import { usePage } from "../../state/use-page.ts";

/** Tabs that are a page to read, with no map, panels and table. */
export const isWholePage = (tab: Tab): boolean => tab === "data" || tab === "district" || tab === "quarters";

/**
 * Tabs that work for this person in this Sicht, and the one shown; an address may ask for one that does not.
 * Planning is internal: a Sicht lowered for a projector hides it. A head of district begins with the own Stadtbezirk.
 */
export function useTabs(): { tabs: readonly Tab[]; tab: Tab } {
  const { me, city } = useOpened();
  const asked = usePage((state) => state.tab);
  const sight = usePage((state) => state.sight);
  const mayPlan = usesScenarios(me) && (sight === null || isAtMost("INTERNAL", sight));
  const handlesData = importKindsOf(me).length > 0 && (sight === null || sight === "RESTRICTED");
  const hasDistricts = city.levels.some(({ level }) => level === "district");
  const isHead = hasDistricts && me.role === "DISTRICT_HEAD" && me.districts.length > 0;
  const looksAfterAll = hasDistricts && (me.role === "PLANNER" || me.role === "SECRETARIAT");
  const tabs: readonly Tab[] = [
    ...(isHead ? (["district"] as const) : []),
    "map",
    ...(mayPlan ? (["planning", "monitoring"] as const) : []),
    ...(looksAfterAll ? (["district"] as const) : []),
    ...(isHead || looksAfterAll ? (["quarters"] as const) : []),
    ...(handlesData ? (["data"] as const) : []),
  ];
  const [start = "map"] = tabs;
  if (asked === null) return { tabs, tab: start };
  return { tabs, tab: tabs.includes(asked) ? asked : "map" };
}
