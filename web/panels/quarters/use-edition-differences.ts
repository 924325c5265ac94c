import type { MultiPolygon, Polygon } from "geojson";
import { useMemo } from "react";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import {
  type EditionArea,
  type EditionDifference,
  editionChanges,
  editionDifferences,
} from "#domain/renewal/edition-differences.ts";
import { type Edition, editionsOf } from "#domain/renewal/editions.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { useAllRecords } from "../../data/queries.ts";

type Shape = Polygon | MultiPolygon;

/** An area of an edition as it is shown. */
export interface ShownArea {
  id: string;
  title: string;
  outline: Shape;
}

/** A difference with its areas in place of their ids. */
export interface ShownDifference extends Omit<EditionDifference, "earlier" | "later"> {
  earlier: readonly ShownArea[];
  later: readonly ShownArea[];
}

/** What an area is called now, or was called last. */
export const titleOf = ({ earlier, later }: ShownDifference) =>
  (later.length > 0 ? later : earlier).map(({ title }) => title).join(", ");

const everything = new URLSearchParams();

/** The editions among the priority areas this person reads; undefined until they are here. */
export function useEditions(): readonly Edition<RecordAnswer>[] | undefined {
  const records = useAllRecords(renewalPriorityArea.type, everything).data?.records;
  return useMemo(() => records && editionsOf(records), [records]);
}

/** What became of the areas of one edition in another. */
export function useEditionDifferences(
  earlier: Edition<RecordAnswer> | undefined,
  later: Edition<RecordAnswer> | undefined,
): readonly ShownDifference[] {
  return useMemo(() => {
    if (!earlier || !later) return [];
    const shown = new Map<string, ShownArea>();
    const placed = ({ areas }: Edition<RecordAnswer>): EditionArea[] =>
      areas.flatMap(({ id, properties, geometry }) => {
        const outline = geometry as Shape | null;
        if (outline?.type !== "Polygon" && outline?.type !== "MultiPolygon") return [];
        shown.set(id, { id, title: renewalPriorityArea.title(properties), outline });
        return [{ id, outline }];
      });
    const areasOf = (ids: readonly string[]) => ids.map((id) => shown.get(id)!);
    return editionDifferences(placed(earlier), placed(later))
      .map((difference) => ({
        ...difference,
        earlier: areasOf(difference.earlier),
        later: areasOf(difference.later),
      }))
      .sort(
        (a, b) =>
          editionChanges.indexOf(a.change) - editionChanges.indexOf(b.change) ||
          titleOf(a).localeCompare(titleOf(b), "de", { numeric: true }),
      );
  }, [earlier, later]);
}
