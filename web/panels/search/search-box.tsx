import { useDeferredValue, useState } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { areaLevels } from "#domain/area/area.ts";
import type { SearchHit } from "#domain/contract/contract.ts";
import { useSearch } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { degreesOfUtm32, typedPosition } from "../../state/selectors/search-position.ts";
import { usePageStore } from "../../state/use-page.ts";
import { Icon } from "../../ui/icon.tsx";
import { useJump } from "../map/map-handle.ts";
import { around } from "../selection/geometry-bounds.ts";

interface Suggestion {
  id: string;
  title: string;
  subtitle: string;
  choose: () => void;
}

/** Areas, records and coordinates, answered while one types. */
export default function SearchBox() {
  const { text } = useLanguage();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const suggestions = useSuggestions(wanted);

  return (
    <ComboBox
      className="search-box"
      aria-label={text.search.label}
      items={suggestions}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        const suggestion = suggestions.find((one) => one.id === key);
        if (!suggestion) return;
        setTyped("");
        suggestion.choose();
      }}
      menuTrigger="input"
      defaultFilter={() => true}
      allowsEmptyCollection
      autoFocus
    >
      <Icon name="search" />
      <Input id="search-field" type="search" placeholder={text.search.placeholder} />
      <Popover className="search-list" placement="bottom start" offset={4}>
        <ListBox
          className="suggestions"
          renderEmptyState={() => (
            <p className="suggestion-none">{wanted.length < 2 ? text.search.short : text.search.none}</p>
          )}
        >
          {(item: Suggestion) => (
            <ListBoxItem className="suggestion" textValue={item.title}>
              <Text slot="label">{item.title}</Text>
              <Text slot="description">{item.subtitle}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useSuggestions(wanted: string): Suggestion[] {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const jump = useJump();
  const position = typedPosition(wanted);
  const hits = useSearch(position ? "" : wanted).data ?? [];

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
    return [{ id: "position", title, subtitle: text.search.positionKind, choose }];
  }
  if (wanted.length < 2) return [];
  return hits.map((hit) => ({
    id: `${hit.kind}:${hit.type}:${hit.id}`,
    title: hit.title,
    subtitle: say(hit.subtitle),
    choose: () => {
      selectHit(hit);
      if (hit.bounds) jump({ bounds: hit.bounds });
      else if (hit.position) jump({ bounds: around(hit.position) });
    },
  }));

  function selectHit(hit: SearchHit): void {
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
