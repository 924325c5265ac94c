import type { StoredRecord } from "#domain/record/record.ts";
import type { Scenario, ScenarioChange, SketchedSite } from "#domain/scenario/scenario.ts";

/** What a scenario does to a facility in a list; words of the exported column "Im Szenario". */
const effects = { "add-site": "kommt hinzu", close: "schließt", resize: "andere Kapazität" } as const;

/** A list of facilities as a scenario has it: the present's, what becomes of each, and the sketched sites. */
export interface ScenarioList {
  records: StoredRecord[];
  /** By record id; a record that is not in here stays as it is. */
  effects: ReadonlyMap<string, string>;
}

/** `districtsAt` answers the official numbers of the Stadtbezirke a position lies in. */
export function facilitiesInScenario(
  present: readonly StoredRecord[],
  scenario: Scenario,
  districtsAt: (position: SketchedSite["position"]) => string[],
): ScenarioList {
  const added = scenario.changes.flatMap((change) => (change.change === "add-site" ? [change.site] : []));
  return {
    records: [...present, ...added.map((site) => asFacility(site, districtsAt(site.position)))],
    effects: new Map(scenario.changes.flatMap(effectOf)),
  };
}

function effectOf(change: ScenarioChange): [string, string][] {
  if (change.change === "add-site") return [[change.site.id, effects["add-site"]]];
  return change.recordType === "facilities" ? [[change.recordId, effects[change.change]]] : [];
}

/** A sketched site in the columns of a facility. It was never recorded, so it has no revision and no date. */
function asFacility({ id, name, uses, position }: SketchedSite, districts: string[]): StoredRecord {
  return {
    id,
    type: "facilities",
    revision: 0,
    state: "Skizze",
    visibility: "RESTRICTED",
    owner: "",
    participants: [],
    department: null,
    districts,
    geometry: { type: "Point", coordinates: [...position] },
    properties: { name, type: uses[0]?.facilityType },
    createdAt: "",
    updatedAt: "",
  };
}
