import Flatbush from "flatbush";
import type { ByteWriter } from "./byte-writer.ts";
import { Clipper, type GridBox } from "./clip.ts";
import { type GridShapes, gridShapes } from "./grid-shapes.ts";
import { LayerEncoder } from "./layer-encoder.ts";
import type { LayerSlicer, TileAddress } from "./layer-slicer.ts";
import { latitudeOf, longitudeOf } from "./mercator.ts";
import { buildPropertyTable } from "./property-table.ts";
import { doubleArea } from "./ring-list.ts";
import type { ShapeSet } from "./shape-set.ts";
import { type Bounds, TILE_EXTENT, type TileValue, type VectorLayer } from "./tile-input.ts";

/** Grid units beyond the tile's edge that are kept, so that strokes do not end visibly at it (8 pixels). */
const BUFFER = 64;

/** Grid units a line may stray from the original below the deepest zoom: half a pixel. */
const TOLERANCE = 4;

/** What a layer of lines or polygons is made of. */
export interface ShapeLayer {
  name: string;
  minzoom: number;
  maxzoom: number;
  shapes: ShapeSet;
  /** One record of properties per feature. */
  rows: Record<string, TileValue>[];
  keepTiny: boolean;
}

/** Cuts lines and polygons. Each zoom's generalised shapes are made once, when its first tile is asked for. */
export class ShapeSlicer implements LayerSlicer {
  readonly vectorLayer: VectorLayer;
  readonly bounds: Bounds | null;
  readonly #layer: ShapeLayer;
  readonly #encoder: LayerEncoder;
  readonly #index: Flatbush | null;
  readonly #levels = new Map<number, GridShapes>();
  readonly #clipper = new Clipper();

  constructor(layer: ShapeLayer) {
    this.#layer = layer;
    const table = buildPropertyTable(layer.rows);
    this.#encoder = new LayerEncoder(layer.name, table);
    const { name, minzoom, maxzoom } = layer;
    this.vectorLayer = { id: name, fields: table.fields, minzoom, maxzoom };
    this.#index = indexShapes(layer.shapes);
    this.bounds = this.#index && boundsOf(this.#index);
  }

  write(out: ByteWriter, { z, x, y }: TileAddress, coarser: number): void {
    const { minzoom, maxzoom, shapes } = this.#layer;
    if (!this.#index || z < minzoom || z > maxzoom) return;
    const extent = TILE_EXTENT / 2 ** coarser;
    const buffer = BUFFER / 2 ** coarser;
    const tiles = 2 ** z;
    const margin = (buffer + 1) / (extent * tiles);
    const found = this.#index.search(
      x / tiles - margin,
      y / tiles - margin,
      (x + 1) / tiles + margin,
      (y + 1) / tiles + margin,
    );
    if (found.length === 0) return;
    found.sort((a, b) => a - b);

    const level = this.#level(z - coarser);
    const originX = x * extent;
    const originY = y * extent;
    const box: GridBox = {
      minX: Math.floor(originX - buffer),
      minY: Math.floor(originY - buffer),
      maxX: Math.ceil(originX + extent + buffer),
      maxY: Math.ceil(originY + extent + buffer),
    };
    this.#encoder.begin();
    for (const feature of found) {
      this.#addFeature(level, feature, box, originX, originY);
      if (this.#encoder.hasGeometry) this.#encoder.endFeature(feature, shapes.closed ? "polygon" : "line");
    }
    this.#encoder.finish(out, extent);
  }

  #level(zoom: number): GridShapes {
    let level = this.#levels.get(zoom);
    if (!level) {
      const gridSize = TILE_EXTENT * 2 ** zoom;
      level = gridShapes(this.#layer.shapes, {
        gridSize,
        leastImportance: zoom >= this.#layer.maxzoom ? 0 : (TOLERANCE / gridSize) ** 2,
        keepTiny: this.#layer.keepTiny,
      });
      this.#levels.set(zoom, level);
    }
    return level;
  }

  #addFeature(level: GridShapes, feature: number, box: GridBox, originX: number, originY: number): void {
    const minX = level.box[4 * feature]!;
    const minY = level.box[4 * feature + 1]!;
    const maxX = level.box[4 * feature + 2]!;
    const maxY = level.box[4 * feature + 3]!;
    if (minX > box.maxX || maxX < box.minX || minY > box.maxY || maxY < box.minY || minX > maxX) return;
    const whole = minX >= box.minX && maxX <= box.maxX && minY >= box.minY && maxY <= box.maxY;
    const { closed } = this.#layer.shapes;
    const last = level.featurePartEnd[feature]!;
    let outerKept = false;
    for (let part = feature === 0 ? 0 : level.featurePartEnd[feature - 1]!; part < last; part++) {
      const from = part === 0 ? 0 : 2 * level.partEnd[part - 1]!;
      const to = 2 * level.partEnd[part]!;
      if (whole) {
        this.#encoder.path(level.xy, from, to, originX, originY, closed);
      } else if (closed) {
        const hole = level.partIsHole[part] === 1;
        if (hole && !outerKept) continue;
        const kept = this.#addClippedRing(level.xy, from, to, box, originX, originY);
        if (!hole) outerKept = kept;
      } else {
        this.#addClippedLine(level.xy, from, to, box, originX, originY);
      }
    }
  }

  #addClippedRing(
    xy: Int32Array,
    from: number,
    to: number,
    box: GridBox,
    originX: number,
    originY: number,
  ): boolean {
    const clipper = this.#clipper;
    clipper.ring(xy, from, to, box);
    if (clipper.length < 6 || doubleArea(clipper.xy, 0, clipper.length) === 0) return false;
    this.#encoder.path(clipper.xy, 0, clipper.length, originX, originY, true);
    return true;
  }

  #addClippedLine(
    xy: Int32Array,
    from: number,
    to: number,
    box: GridBox,
    originX: number,
    originY: number,
  ): void {
    const clipper = this.#clipper;
    clipper.line(xy, from, to, box);
    let start = 0;
    for (const end of clipper.pieceEnd) {
      this.#encoder.path(clipper.xy, start, end, originX, originY, false);
      start = end;
    }
  }
}

/** Boxes of all features in the unit square; `null` when there is none. Features without parts get an empty spot. */
function indexShapes(shapes: ShapeSet): Flatbush | null {
  const count = shapes.featurePartEnd.length;
  if (count === 0 || shapes.xy.length === 0) return null;
  const index = new Flatbush(count);
  let part = 0;
  for (let feature = 0; feature < count; feature++) {
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (; part < shapes.featurePartEnd[feature]!; part++) {
      for (let i = part === 0 ? 0 : shapes.partArcEnd[part - 1]!; i < shapes.partArcEnd[part]!; i++) {
        const reference = shapes.partArcs[i]!;
        const arc = reference < 0 ? ~reference : reference;
        for (let v = arc === 0 ? 0 : shapes.arcEnd[arc - 1]!; v < shapes.arcEnd[arc]!; v++) {
          const x = shapes.xy[2 * v]!;
          const y = shapes.xy[2 * v + 1]!;
          if (x < minX) minX = x;
          if (x > maxX) maxX = x;
          if (y < minY) minY = y;
          if (y > maxY) maxY = y;
        }
      }
    }
    if (minX > maxX) index.add(shapes.xy[0]!, shapes.xy[1]!);
    else index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return index;
}

function boundsOf(index: Flatbush): Bounds {
  return [longitudeOf(index.minX), latitudeOf(index.maxY), longitudeOf(index.maxX), latitudeOf(index.minY)];
}
