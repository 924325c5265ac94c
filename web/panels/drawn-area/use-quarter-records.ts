import type { Polygon } from "geojson";
import { useMemo } from "react";
import { facility } from "#domain/facility/facility.ts";
import { extentOf } from "#domain/geometry/contains-point.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { publicNeedsSite } from "#domain/site/public-needs-site.ts";
import { useAllRecords } from "../../data/queries.ts";
import { type WithinQuarter, withinQuarter } from "./within-quarter.ts";

/** What lies in a quarter of one kind of record. */
export interface FoundRecords {
  type: RecordType;
  items: readonly WithinQuarter[];
}

export interface QuarterRecords {
  facilities: FoundRecords;
  /** Vorranggebiete and Sanierungsgebiete. */
  renewal: readonly FoundRecords[];
  projects: readonly FoundRecords[];
  /** Planned sites, sites examined and public-needs sites. */
  sites: readonly FoundRecords[];
}

/** What this person reads of facilities, renewal, projects and sites in a quarter; undefined until all of it is here. */
export function useQuarterRecords(quarter: Polygon): {
  records: QuarterRecords | undefined;
  error: unknown;
} {
  const facilities = useFound(facility, quarter);
  const priority = useFound(renewalPriorityArea, quarter);
  const renewal = useFound(renewalArea, quarter);
  const projects = useFound(quarterProject, quarter);
  const planned = useFound(plannedSite, quarter);
  const candidates = useFound(candidateSite, quarter);
  const needs = useFound(publicNeedsSite, quarter);
  const all = [facilities, priority, renewal, projects, planned, candidates, needs];
  const error = all.find((one) => one.error)?.error ?? null;
  if (
    !facilities.found ||
    !priority.found ||
    !renewal.found ||
    !projects.found ||
    !planned.found ||
    !candidates.found ||
    !needs.found
  )
    return { records: undefined, error };
  return {
    records: {
      facilities: facilities.found,
      renewal: [priority.found, renewal.found],
      projects: [projects.found],
      sites: [planned.found, candidates.found, needs.found],
    },
    error,
  };
}

function useFound(type: RecordType, quarter: Polygon): { found: FoundRecords | undefined; error: unknown } {
  const box = useMemo(() => boxOf(quarter), [quarter]);
  const { data, error } = useAllRecords(type.type, box);
  const found = useMemo(
    () => (data ? { type, items: withinQuarter(quarter, data.records.filter(isOpen)) } : undefined),
    [data, type, quarter],
  );
  return { found, error };
}

/** A place that closed serves nobody any more; everything else says its state. */
function isOpen({ type, state }: { type: string; state: string }): boolean {
  return type !== facility.type || state !== "GESCHLOSSEN";
}

/** Written without exponents, which the server would not read. */
export function boxOf(quarter: Polygon): URLSearchParams {
  const extent = extentOf(quarter) ?? [0, 0, 0, 0];
  return new URLSearchParams({ bbox: extent.map((degree) => degree.toFixed(7)).join(",") });
}
