import { ownerships } from "#domain/facility/facility.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { type FacilityTypeCode, facilityTypeCodes, facilityTypes } from "#domain/facility/facility-types.ts";
import { type TargetGroup, targetGroups } from "#domain/facility/target-groups.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { isFiltering } from "../../state/facility-filter.ts";
import { usePage, usePageStore } from "../../state/use-page.ts";
import { allFamilies } from "../../state/view-slice.ts";
import { CheckList } from "../../ui/check-list.tsx";

/** Kind, carrier, capacity, target group and name; every answer works at once. */
export function FacilityFilterForm() {
  const { text, say } = useLanguage();
  const store = usePageStore();
  const filter = usePage((state) => state.facilityFilter);
  const families = usePage((state) => state.families);
  const change = store.getState().filterFacilities;
  const targets = Object.keys(targetGroups) as TargetGroup[];
  const carriers = Object.keys(ownerships) as (keyof typeof ownerships)[];

  return (
    <form className="facility-form" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>{text.facilities.text}</span>
        <input
          type="search"
          value={filter.text}
          maxLength={200}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <CheckList
        label={text.facilities.kinds}
        groups={allFamilies
          .filter((family) => families.includes(family) || filter.types.length === 0)
          .map((family) => ({
            name: say(facilityFamilies[family]),
            options: facilityTypeCodes
              .filter((code) => facilityTypes[code].family === family)
              .map((code) => ({ value: code, name: say(facilityTypes[code].name) })),
          }))}
        chosen={filter.types}
        onChange={(types) => change({ types: types as FacilityTypeCode[] })}
      />
      <CheckList
        label={text.facilities.ownership}
        groups={[{ name: null, options: carriers.map((value) => ({ value, name: say(ownerships[value]) })) }]}
        chosen={filter.ownership}
        onChange={(ownership) => change({ ownership })}
      />
      <CheckList
        label={text.facilities.targetGroups}
        groups={[
          { name: null, options: targets.map((value) => ({ value, name: say(targetGroups[value]) })) },
        ]}
        chosen={filter.targetGroups}
        onChange={(chosen) => change({ targetGroups: chosen as TargetGroup[] })}
      />
      <label className="field">
        <span>{text.facilities.minCapacity}</span>
        <small>{text.facilities.minCapacityHint}</small>
        <input
          type="number"
          min={0}
          max={100000}
          inputMode="numeric"
          value={filter.minCapacity ?? ""}
          onChange={(event) => {
            const amount = event.target.valueAsNumber;
            change({ minCapacity: Number.isFinite(amount) && amount > 0 ? amount : null });
          }}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={!isFiltering(filter)}
        onClick={() => store.getState().resetFacilityFilter()}
      >
        {text.facilities.reset}
      </button>
    </form>
  );
}
