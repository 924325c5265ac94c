import type { MultiPolygon, Polygon, Position } from "geojson";
import { extentOf, positionsOf } from "#domain/geometry/contains-point.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import { toUtm32 } from "#domain/geometry/utm.ts";
import { useProfileText } from "./use-profile-text.ts";
import type { NamedPart } from "./use-quarter-parts.ts";

type Shape = Polygon | MultiPolygon;
const [width, height, margin] = [360, 270, 24];
/** More names than this would lie over one another. */
const mostNames = 6;

/** The quarter and the borders of the areas it overlaps, north up in the plane of EPSG:25832: a sketch that prints. */
export function QuarterMap({
  quarter,
  parts,
  areas,
}: {
  quarter: Polygon;
  parts: readonly NamedPart[];
  areas: string;
}) {
  const words = useProfileText();
  const place = frameAround(quarter);
  return (
    <svg className="quarter-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.map(areas)}>
      {parts.map(({ number, outline }) => (
        <path key={number} className="quarter-map-area" d={pathOf(outline, place)} />
      ))}
      <path className="quarter-map-quarter" d={pathOf(quarter, place)} />
      {parts.slice(0, mostNames).map(({ number, name, outline }) => {
        const [x, y] = place(labelPoint(outline) ?? [0, 0]);
        if (x < margin || x > width - margin || y < margin || y > height - margin) return null;
        return (
          <text key={number} x={x} y={y} className="quarter-map-name">
            {name}
          </text>
        );
      })}
    </svg>
  );
}

/** From WGS 84 to the picture, with the quarter in its middle and something of the areas around it. */
function frameAround(quarter: Polygon): (position: Position) => [number, number] {
  const plane = positionsOf(quarter).map(([longitude = 0, latitude = 0]) => toUtm32(longitude, latitude));
  const [west, south, east, north] = extentOf({ type: "LineString", coordinates: plane }) ?? [0, 0, 1, 1];
  const room = 0.6;
  const scale = room * Math.min(width / Math.max(1, east - west), height / Math.max(1, north - south));
  return ([longitude = 0, latitude = 0]) => {
    const [x, y] = toUtm32(longitude, latitude);
    return [width / 2 + (x - (west + east) / 2) * scale, height / 2 - (y - (south + north) / 2) * scale];
  };
}

function pathOf(shape: Shape, place: (position: Position) => [number, number]): string {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((position) =>
            place(position)
              .map((n) => n.toFixed(1))
              .join(" "),
          )
          .join("L")}Z`,
    )
    .join("");
}
