import { useQueries } from "@tanstack/react-query";
import type { Geometry } from "geojson";
import type { AreaLevel } from "#domain/area/area.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import type { ScenarioChange } from "#domain/scenario/scenario.ts";
import { read } from "../../data/api.ts";
import { useAreaShapes } from "../../data/queries.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePage } from "../../state/use-page.ts";

/** What the open scenario does to the number of facilities: in the whole city, or in one Stadtbezirk. */
export function ScenarioEffect({ present, district }: { present: number; district?: string }) {
  const { text, formats } = useLanguage();
  const changes = usePage((state) => state.openScenario?.scenario.changes ?? none);
  const { added, closed } = useEffectOnFacilities(changes, district);
  if (changes.length === 0) return null;
  return (
    <p className="small scenario-effect">
      {added > 0 && `${text.scenario.sitesMore(formats.number(added))}. `}
      {closed > 0 && `${text.scenario.closedFewer(formats.number(closed))}. `}
      {text.scenario.inScenario(formats.number(present + added - closed))}
    </p>
  );
}

const none: readonly ScenarioChange[] = [];
const level: AreaLevel = "district";

function useEffectOnFacilities(changes: readonly ScenarioChange[], district: string | undefined) {
  const shapes = useAreaShapes(level, { isWanted: district !== undefined && changes.length > 0 });
  const shape = shapes.data?.find((area) => area.number === district)?.geometry as Geometry | undefined;
  const closures = changes.filter(
    (change) => change.change === "close" && change.recordType === "facilities",
  );
  const records = useQueries({
    queries: closures.map((change) => ({
      queryKey: ["record", "facilities", "recordId" in change ? change.recordId : ""],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        read<RecordAnswer>(`api/records/facilities/${"recordId" in change ? change.recordId : ""}`, {
          signal,
        }),
      enabled: district !== undefined,
    })),
  });
  const sites = changes.flatMap((change) => (change.change === "add-site" ? [change.site] : []));
  if (district === undefined) return { added: sites.length, closed: closures.length };
  return {
    added: shape ? sites.filter((site) => containsPoint(shape, site.position)).length : 0,
    closed: records.filter(({ data }) => data?.districts.includes(district)).length,
  };
}
