import type { MultiPolygon, Polygon } from "geojson";
import { useMemo } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { groundOverlap } from "#domain/overlap/overlap.ts";
import { quarterProject } from "#domain/quarter-project/quarter-project.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import type { AreaRef } from "../../data/area-of.ts";
import { useAreaShapes, useRecords } from "../../data/queries.ts";

type Shape = Polygon | MultiPolygon;

/** A renewal area or quarter project on the ground of an area. */
export interface Overlap {
  type: RecordType;
  record: RecordAnswer;
  isEarlier: boolean;
  /** 0 to 1, of the ground of the area. */
  share: number;
  /** Its outline, WGS 84. */
  outline: Shape;
}

export interface Overlaps {
  shape: Shape;
  items: readonly Overlap[];
}

/** Less than a thousandth is two outlines that were drawn from different maps. */
const leastShare = 0.001;

/** What this person sees of renewal and quarter projects on an area's ground; undefined until all of it is here. */
export function useOverlaps(area: AreaRef, district: string): Overlaps | undefined {
  const shapes = useAreaShapes(area.level, { isWanted: true }).data;
  const priority = useRecords(renewalPriorityArea.type, { district }).data?.items;
  const renewal = useRecords(renewalArea.type, { district }).data?.items;
  const projects = useRecords(quarterProject.type, { district }).data?.items;
  return useMemo(() => {
    const shape = shapeOf(shapes?.find(({ number }) => number === area.number));
    if (!shape || !priority || !renewal || !projects) return undefined;
    const lists: [RecordType, readonly RecordAnswer[]][] = [
      [renewalPriorityArea, priority],
      [renewalArea, renewal],
      [quarterProject, projects],
    ];
    const items = lists.flatMap(([type, records]) =>
      records
        .flatMap((record) => overlapOf(type, record, shape) ?? [])
        .sort((a, b) => Number(a.isEarlier) - Number(b.isEarlier)),
    );
    return { shape, items };
  }, [shapes, area.number, priority, renewal, projects]);
}

function overlapOf(type: RecordType, record: RecordAnswer, shape: Shape): Overlap | undefined {
  const outline = shapeOf(record);
  if (!outline) return undefined;
  const { share } = groundOverlap(shape, outline);
  if (share === null || share < leastShare) return undefined;
  const { earlier, ended } = type.derived?.(record as StoredRecord) ?? {};
  return { type, record, share, outline, isEarlier: earlier === true || ended === true };
}

/** Projects may be a point, and a record may have no place: neither has ground to share. */
function shapeOf(of: { geometry?: unknown } | undefined): Shape | undefined {
  const geometry = of?.geometry as { type?: string } | null | undefined;
  return geometry?.type === "Polygon" || geometry?.type === "MultiPolygon" ? (geometry as Shape) : undefined;
}
