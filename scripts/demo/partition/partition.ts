import { randomFor } from "../random.ts";
import { type Arc, borderGraph, outside } from "./border-graph.ts";
import { crossingLines } from "./crossings.ts";
import { irregularBorder } from "./irregular-border.ts";
import { isInside } from "./polygon.ts";
import type { Site } from "./power-diagram.ts";
import { type Point, toLonLat, toMeters } from "./projection.ts";
import { assembleRegions, type DrawnArc } from "./rings.ts";
import { weightsForAreas } from "./wanted-areas.ts";

/** What one area of the partition must be: where it lies (centre first, then further points) and how large it is. */
export interface WantedArea {
  key: string;
  points: Point[];
  areaM2: number;
}

/**
 * Cuts the outline (counter-clockwise, local metres) into the wanted areas and returns their borders.
 * Areas are exact up to rounding; the arcs' `left` and `right` are indexes into `areas` or `outside`.
 */
export function partition(areas: readonly WantedArea[], outline: readonly Point[], seed: number): DrawnArc[] {
  const sites: Site[] = areas.flatMap(({ points }, owner) => points.map((point) => ({ point, owner })));
  const { weights, cells } = weightsForAreas(
    sites,
    areas.map(({ areaM2 }) => areaM2),
    outline,
  );
  const arcs = borderGraph({ sites, cells, weights, outline });
  return drawn(arcs, areas, seed);
}

/** Makes the borders irregular; where that makes lines cross or a centre leave its area, less so. */
function drawn(arcs: readonly Arc[], areas: readonly WantedArea[], seed: number): DrawnArc[] {
  const strength = arcs.map(() => 1);
  const keyOf = (area: number) => (area === outside ? "outside" : areas[area]!.key);
  for (let round = 0; ; round++) {
    const lines = arcs.map((arc, index): DrawnArc => {
      const random = randomFor(seed, ...[keyOf(arc.left), keyOf(arc.right)].sort(), arc.from);
      return { ...arc, points: irregularBorder(arc, random, strength[index]!).map(toLonLat) };
    });
    const troubled = crossingLines(lines.map(({ points }) => points));
    for (const area of areasWithoutTheirCentre(lines, areas)) {
      arcs.forEach(({ left, right }, index) => {
        if (left === area || right === area) troubled.add(index);
      });
    }
    if (troubled.size === 0) return lines;
    if (round === 8) throw new Error("Borders of the partition cross even when drawn plainly.");
    for (const index of troubled) strength[index] = round >= 4 ? 0 : strength[index]! / 2;
  }
}

function areasWithoutTheirCentre(lines: readonly DrawnArc[], areas: readonly WantedArea[]): number[] {
  const regions = assembleRegions(lines, (area) => (area === outside ? undefined : area));
  return areas.flatMap(({ points }, area) => {
    const rings = (regions.get(area) ?? []).flat().map((ring) => ring.map(toMeters));
    return isInside(points[0]!, rings) ? [] : [area];
  });
}
