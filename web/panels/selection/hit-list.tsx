import { useOpened } from "../../data/opened.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { MapHit } from "../../map/map-scene.ts";
import { selectionKey } from "../../state/selection.ts";
import { usePageStore } from "../../state/use-page.ts";
import { LayerSymbol } from "../../ui/symbols.tsx";

/** Things of the map as a list of buttons, each with its symbol and the layer it belongs to. */
export function HitList({ hits }: { hits: readonly MapHit[] }) {
  const { say } = useLanguage();
  const { layers } = useOpened();
  const store = usePageStore();
  return (
    <ul className="hit-list">
      {hits.map((hit) => {
        const layer = layers.find((one) => one.layer === hit.layer);
        return (
          <li key={selectionKey(hit.selection)}>
            <button
              type="button"
              className="choice-row"
              onClick={() => store.getState().select(hit.selection)}
              onFocus={() => store.getState().hoverOver(hit)}
              onBlur={() => store.getState().hoverOver(null)}
            >
              {layer && <LayerSymbol layer={layer} />}
              <span>{hit.title}</span>
              {layer && <small>{say(layer.name)}</small>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
