import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { countOfConditions } from "../../state/facility-filter.ts";
import type { ArrangedLayer } from "../../state/selectors/arranged-layers.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { allFamilies } from "../../state/view-slice.ts";
import { FamilySymbol } from "../../ui/symbols.tsx";
import { LayerRow } from "./layer-row.tsx";

/** Facilities: the layer itself, and a row per family. */
export function FacilityGroup({ members }: { members: readonly ArrangedLayer[] }) {
  const { text, say, formats } = useLanguage();
  const store = usePageStore();
  const families = usePage((state) => state.families);
  const conditions = usePage((state) => countOfConditions(state.facilityFilter));
  const layer = members.find((member) => member.layer === "facilities");
  const counts = layer?.definition.counts ?? {};
  return (
    <section className="layer-group" aria-labelledby="group-facilities">
      <header className="group-head">
        <h3 id="group-facilities">{text.groups.facilities}</h3>
        <button type="button" className="link-button" onClick={() => store.getState().showLeft("facilities")}>
          {text.facilities.filter}
          {conditions > 0 && ` (${text.facilities.conditions(conditions)})`}
        </button>
      </header>
      <ul className="layer-list">
        {members.map((member, place) => (
          <LayerRow
            key={member.layer}
            layer={member}
            siblings={members.map((one) => one.layer)}
            place={place}
          />
        ))}
      </ul>
      {layer && (
        <ul className="layer-list families" aria-label={text.groups.facilities}>
          {allFamilies
            .filter((family) => (counts[family] ?? 0) > 0 || families.includes(family))
            .map((family) => (
              <li key={family} className="layer-row">
                <div className="row-line">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={layer.isVisible && families.includes(family)}
                      onChange={() => {
                        const state = store.getState();
                        // A family switched on while the layer is off would change nothing to be seen.
                        if (!layer.isVisible) {
                          state.toggleLayer("facilities");
                          if (!families.includes(family)) state.toggleFamily(family);
                        } else state.toggleFamily(family);
                      }}
                    />
                    <FamilySymbol family={family} />
                    <span className="row-name">{say(facilityFamilies[family])}</span>
                  </label>
                  <span className="row-count">{formats.number(counts[family] ?? 0)}</span>
                </div>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
