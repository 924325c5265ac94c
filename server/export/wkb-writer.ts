import type { Geometry, Position } from "geojson";

const kinds = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

/** A geometry as little-endian well-known binary in two dimensions. Collections are no kind that is kept. */
export function writeWkb(geometry: Exclude<Geometry, { type: "GeometryCollection" }>): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(kinds[geometry.type], 1);
  return Buffer.concat([head, body(geometry)]);
}

function body(geometry: Exclude<Geometry, { type: "GeometryCollection" }>): Buffer {
  switch (geometry.type) {
    case "Point":
      return positions([geometry.coordinates]);
    case "LineString":
      return counted(geometry.coordinates.length, positions(geometry.coordinates));
    case "Polygon":
      return counted(
        geometry.coordinates.length,
        ...geometry.coordinates.map((ring) => counted(ring.length, positions(ring))),
      );
    case "MultiPoint":
      return parts(geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates })));
    case "MultiLineString":
      return parts(geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates })));
    case "MultiPolygon":
      return parts(geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })));
  }
}

function parts(geometries: Exclude<Geometry, { type: "GeometryCollection" }>[]): Buffer {
  return counted(geometries.length, ...geometries.map(writeWkb));
}

function counted(count: number, ...content: Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(count);
  return Buffer.concat([head, ...content]);
}

function positions(list: readonly Position[]): Buffer {
  const bytes = Buffer.alloc(16 * list.length);
  list.forEach(([x = 0, y = 0], k) => {
    bytes.writeDoubleLE(x, 16 * k);
    bytes.writeDoubleLE(y, 16 * k + 8);
  });
  return bytes;
}
