import type { AreaAnswer, Layer, RecordAnswer } from "#domain/contract/contract.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import { useOpened } from "../../data/opened.ts";
import { useRecords } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePageStore } from "../../state/use-page.ts";
import { LayerSymbol } from "../../ui/symbols.tsx";
import { ScenarioEffect } from "../scenario/scenario-effect.tsx";

/** Types whose records are few enough in a district to be named one by one. */
const named = ["renewal-priority-areas", "renewal-areas", "quarter-projects", "public-needs-sites"];
const counted = ["facilities", "planned-sites", "candidate-sites"];

/** What lies in the area's Stadtbezirk, as chips that jump there. */
export function InThisArea({ area, district }: { area: AreaAnswer; district: AreaAnswer | undefined }) {
  const { text } = useLanguage();
  const { layers } = useOpened();
  if (!district) return null;
  const present = (type: string) => layers.find((layer) => layer.layer === type);
  return (
    <section className="in-area">
      <h4>
        {area.level === "district"
          ? text.area.inThisDistrict
          : text.area.inDistrict(district.name ?? district.number)}
      </h4>
      <ul className="chips">
        {named.map((type) => {
          const layer = present(type);
          return layer && <NamedRecords key={type} layer={layer} district={district.number} />;
        })}
        {counted.map((type) => {
          const layer = present(type);
          return layer && <CountedRecords key={type} layer={layer} district={district.number} />;
        })}
      </ul>
      <FacilitiesInScenario district={district.number} />
    </section>
  );
}

function FacilitiesInScenario({ district }: { district: string }) {
  const present = useRecords("facilities", { district }, 1).data?.total;
  return present === undefined ? null : <ScenarioEffect present={present} district={district} />;
}

function NamedRecords({ layer, district }: { layer: Layer; district: string }) {
  const store = usePageStore();
  const records = useRecords(layer.layer, { district }, 40).data?.items ?? [];
  return records.map((record) => (
    <li key={record.id}>
      <button
        type="button"
        className="chip"
        onClick={() => store.getState().select({ kind: "record", type: record.type, id: record.id })}
      >
        <LayerSymbol layer={layer} />
        {recordTitle(record)}
      </button>
    </li>
  ));
}

function CountedRecords({ layer, district }: { layer: Layer; district: string }) {
  const { say, formats } = useLanguage();
  const store = usePageStore();
  const total = useRecords(layer.layer, { district }, 1).data?.total ?? 0;
  if (total === 0) return null;
  return (
    <li>
      <button type="button" className="chip" onClick={() => store.getState().openTable(layer.layer)}>
        <LayerSymbol layer={layer} />
        {formats.number(total)} {say(layer.name)}
      </button>
    </li>
  );
}

/** Title as the type's declaration makes it. */
export function recordTitle(record: Pick<RecordAnswer, "type" | "properties">): string {
  return recordTypeOf(record.type)?.title(record.properties) ?? "";
}
