import { areaLevels } from "#domain/area/area.ts";
import type { SearchHit } from "#domain/contract/contract.ts";
import { useSearch } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { degreesOfUtm32, typedPosition } from "../../state/selectors/search-position.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useJump } from "../map/map-handle.ts";
import { around } from "../selection/geometry-bounds.ts";

export interface Suggestion {
  id: string;
  title: string;
  subtitle: string;
  choose: () => void;
}

/** What the typed words may mean: a place on the map, or areas and records the server knows. */
export function useSuggestions(wanted: string): { suggestions: Suggestion[]; isAnswered: boolean } {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const jump = useJump();
  const position = typedPosition(wanted);
  const answer = useSearch(position ? "" : wanted);

  if (position) {
    const place: [number, number] =
      position.kind === "degrees"
        ? [position.longitude, position.latitude]
        : degreesOfUtm32(position.easting, position.northing);
    const title = text.search.position(`${formats.number(place[1], 4)}, ${formats.number(place[0], 4)}`);
    const choose = () => {
      jump({ center: place, zoom: 15 });
      store.getState().announce(title);
    };
    return {
      suggestions: [{ id: "position", title, subtitle: text.search.positionKind, choose }],
      isAnswered: true,
    };
  }
  if (wanted.length < 2) return { suggestions: [], isAnswered: true };
  const suggestions = (answer.data ?? []).map((hit) => ({
    id: `${hit.kind}:${hit.type}:${hit.id}`,
    title: hit.title,
    subtitle: say(hit.subtitle),
    choose: () => {
      select(hit);
      if (hit.bounds) jump({ bounds: hit.bounds });
      else if (hit.position) jump({ bounds: around(hit.position) });
    },
  }));
  return { suggestions, isAnswered: answer.isSuccess && !answer.isPlaceholderData };

  function select(hit: SearchHit): void {
    const state = store.getState();
    if (hit.kind === "record") {
      // What was looked for shall also be seen.
      const setting = state.layers.find((one) => one.layer === hit.type);
      if (setting && !setting.isVisible) state.toggleLayer(hit.type);
      state.select({ kind: "record", type: hit.type, id: hit.id });
      return;
    }
    const level = areaLevels.find((one) => one === hit.type);
    if (!level) return;
    if (level !== state.level && level !== "city") state.switchLevel(level);
    state.select({ kind: "area", level, number: hit.id });
  }
}
