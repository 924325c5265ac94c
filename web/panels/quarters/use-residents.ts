import type { MultiPolygon, Polygon } from "geojson";
import { useState } from "react";
import { asksDrawnAreas } from "#domain/access/planning-access.ts";
import type { DrawnAreaAnswer } from "#domain/contract/drawn-area-contract.ts";
import { commonGround } from "#domain/overlap/overlap.ts";
import { askDrawnArea } from "../../data/drawn-area.ts";
import { useOpened } from "../../data/opened.ts";
import { usePage } from "../../state/use-page.ts";

/** Residents of an area and of what it shares with others, by the id of the other. */
export interface CountedResidents {
  whole: DrawnAreaAnswer;
  common: ReadonlyMap<string, DrawnAreaAnswer>;
}

/** A shape and what lies on its ground, each under an id of its own; WGS 84. */
export interface GroundToCount {
  shape: Polygon | MultiPolygon;
  items: readonly { record: { id: string }; outline: Polygon | MultiPolygon }[];
}

/** Counting is asked for, since each area counts towards the day's limit. */
export type Counting =
  | { kind: "not-asked" | "running" }
  | { kind: "counted"; residents: CountedResidents }
  | { kind: "failed"; error: unknown };

/**
 * Counts residents of overlaps the way the people of drawn areas are counted: the server decides for all areas asked so
 * far together what may be told (METHODS §10). `mayCount` is false for whoever may not ask.
 */
export function useResidents(overlaps: GroundToCount | undefined): {
  mayCount: boolean;
  counting: Counting;
  count: () => Promise<void>;
} {
  const { me } = useOpened();
  const sight = usePage((state) => state.sight);
  const [counting, setCounting] = useState<Counting>({ kind: "not-asked" });
  const { ceilings, ...person } = me;
  const mayCount = asksDrawnAreas({ ...person, ceiling: sight ?? ceilings.at(-1) ?? "PUBLIC" });

  async function count(): Promise<void> {
    if (!overlaps) return;
    setCounting({ kind: "running" });
    try {
      const whole = await askDrawnArea(overlaps.shape, sight);
      const common = new Map<string, DrawnAreaAnswer>();
      // One after the other: what may be told of one depends on those told before.
      for (const { record, outline } of overlaps.items) {
        const ground = commonGround(overlaps.shape, outline);
        if (ground) common.set(record.id, await askDrawnArea(ground, sight));
      }
      setCounting({ kind: "counted", residents: { whole, common } });
    } catch (error) {
      setCounting({ kind: "failed", error });
    }
  }
  return { mayCount, counting, count };
}

/** Share of an area's residents in what it shares with a record, 0 to 1; null where one of both is not told. */
export function shareOfResidents({ whole, common }: CountedResidents, id: string): number | null {
  const part = common.get(id);
  if (whole.kind !== "answered" || part?.kind !== "answered" || whole.residents === 0) return null;
  return part.residents / whole.residents;
}
