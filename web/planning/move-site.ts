import { labelPoint } from "#domain/geometry/label-point.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";

/** Seven decimals are a centimetre, as fine as the arrays of the network. */
const fine = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The site moved as a whole; a plot goes along. Degrees, longitude first. */
export function withPosition(
  site: SketchedSite,
  [longitude, latitude]: readonly [number, number],
): SketchedSite {
  const [fromLongitude, fromLatitude] = site.position;
  const position: [number, number] = [fine(longitude), fine(latitude)];
  if (position[0] === fromLongitude && position[1] === fromLatitude) return site;
  const plot = site.plot?.map(([x, y]): [number, number] => [
    fine(x + position[0] - fromLongitude),
    fine(y + position[1] - fromLatitude),
  ]);
  return { ...site, position, plot: plot ?? null };
}

/** The plot with another ring; the site's point is one well inside it. */
export function withPlot(site: SketchedSite, ring: readonly (readonly [number, number])[]): SketchedSite {
  return { ...site, ...siteOnPlot(ring) };
}

export function siteOnPlot(
  ring: readonly (readonly [number, number])[],
): Pick<SketchedSite, "position" | "plot"> {
  const plot = ring.map(([x, y]): [number, number] => [fine(x), fine(y)]);
  const inside = labelPoint({ type: "Polygon", coordinates: [plot] }) ?? plot[0] ?? [0, 0];
  return { plot, position: [fine(inside[0]), fine(inside[1])] };
}

/** One corner of the plot moved; the first is also the last of the ring. */
export function withVertex(
  site: SketchedSite,
  place: number,
  position: readonly [number, number],
): SketchedSite {
  if (!site.plot) return site;
  const ring = site.plot.map((corner, index) => (index === place ? position : corner));
  if (place === 0) ring[ring.length - 1] = position;
  return withPlot(site, ring);
}
