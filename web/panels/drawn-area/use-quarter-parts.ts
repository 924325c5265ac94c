import type { MultiPolygon, Polygon } from "geojson";
import { useMemo } from "react";
import type { AreaLevel } from "#domain/area/area.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { type QuarterPart, type QuarterParts, quarterParts } from "#domain/overlap/quarter-profile.ts";
import { useAreaShapes } from "../../data/queries.ts";

type Shape = Polygon | MultiPolygon;

/** An area the quarter overlaps, with its name and outline (WGS 84). */
export type NamedPart = QuarterPart & { name: string; outline: Shape };

export type NamedParts = Omit<QuarterParts, "parts"> & { parts: readonly NamedPart[] };

/** The areas of a level a quarter overlaps; undefined until their outlines are here. */
export function useQuarterParts(quarter: Polygon, level: AreaLevel): NamedParts | undefined {
  const shapes = useAreaShapes(level, { isWanted: true }).data;
  return useMemo(() => (shapes ? namedParts(quarter, shapes) : undefined), [quarter, shapes]);
}

function namedParts(quarter: Polygon, shapes: readonly AreaAnswer[]): NamedParts {
  const drawn = new Map(
    shapes.flatMap((area) => {
      const outline = area.geometry as Shape | null | undefined;
      return outline ? [[area.number, { name: area.name ?? area.number, outline }] as const] : [];
    }),
  );
  const outlines = [...drawn].map(([number, { outline }]) => ({ number, outline }));
  const { parts, ...whole } = quarterParts(quarter, outlines);
  return {
    ...whole,
    parts: parts.flatMap((part) => {
      const area = drawn.get(part.number);
      return area ? [{ ...part, ...area }] : [];
    }),
  };
}
