import type { Geometry } from "geojson";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { containsPoint, extentOf, positionsOf } from "#domain/geometry/contains-point.ts";
import { type Extent, isWithin } from "#domain/geometry/coordinate-hint.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import type { AreaRow, Store } from "../store/store.ts";

interface IndexedArea {
  row: AreaRow;
  /** Null for an area that is only listed: the city gave its number and name, but no border. */
  bounds: [number, number, number, number] | null;
}

/** The areas in force, in memory: lists, search and the question in which Stadtbezirk a geometry lies. */
export class AreaIndex {
  readonly #byLevel: ReadonlyMap<AreaLevel, readonly IndexedArea[]>;

  private constructor(byLevel: Map<AreaLevel, IndexedArea[]>) {
    this.#byLevel = byLevel;
  }

  /** Reads the current release of every level; only releases everyone may read are areas of the map. */
  static async read(store: Store): Promise<AreaIndex> {
    const byLevel = new Map<AreaLevel, IndexedArea[]>();
    for (const release of await store.releases({ kind: "areas" })) {
      if (!release.level || release.visibility !== "PUBLIC") continue;
      const rows = await store.areas(release.id);
      byLevel.set(
        release.level,
        rows
          .map((row) => {
            const extent = extentOf(row.geometry);
            return { row, bounds: extent ? ([...extent] as IndexedArea["bounds"]) : null };
          })
          .sort((a, b) => a.row.number.localeCompare(b.row.number, "de", { numeric: true })),
      );
    }
    return new AreaIndex(byLevel);
  }

  /** Levels that have areas, largest first. */
  levels(): AreaLevel[] {
    return areaLevels.filter((level) => (this.#byLevel.get(level)?.length ?? 0) > 0);
  }

  boundaryVersion(level: AreaLevel): string {
    return this.#byLevel.get(level)?.[0]?.row.boundaryVersion ?? "";
  }

  count(level: AreaLevel): number {
    return this.#byLevel.get(level)?.length ?? 0;
  }

  /** One area with its border; undefined where there is none of this number. */
  area(level: AreaLevel, number: string): AreaRow | undefined {
    return this.#byLevel.get(level)?.find(({ row }) => row.number === number)?.row;
  }

  /** True when the areas of this level have borders to draw. */
  isDrawn(level: AreaLevel): boolean {
    return (this.#byLevel.get(level) ?? []).some(({ bounds }) => bounds !== null);
  }

  list(level: AreaLevel, options: { withGeometry: boolean }): AreaAnswer[] {
    return (this.#byLevel.get(level) ?? []).map(({ row: { geometry, ...row }, bounds }) => ({
      ...row,
      labelPoint: row.labelPoint ?? labelPoint(geometry),
      bounds,
      ...(options.withGeometry ? { geometry } : {}),
    }));
  }

  /** All areas, largest level first. */
  all(): AreaAnswer[] {
    return this.levels().flatMap((level) => this.list(level, { withGeometry: false }));
  }

  /** Box around everything; null when no area is loaded. */
  extent(): Extent | null {
    const boxes = [...this.#byLevel.values()].flat().flatMap(({ bounds }) => (bounds ? [bounds] : []));
    const [first] = boxes;
    if (!first) return null;
    return boxes.reduce<Extent>(
      ([west, south, east, north], box) => [
        Math.min(west, box[0]),
        Math.min(south, box[1]),
        Math.max(east, box[2]),
        Math.max(north, box[3]),
      ],
      first,
    );
  }

  /** Official numbers of all Stadtbezirke. */
  districts(): string[] {
    return (this.#byLevel.get("district") ?? []).map(({ row }) => row.number);
  }

  /**
   * Official numbers of the Stadtbezirke an area belongs to: its own, that of the areas above it, or, where the
   * hierarchy leads to none, those its border touches; all of them for the city. Undefined for no such area.
   */
  districtsOfArea({ level, number }: Pick<AreaRow, "level" | "number">): string[] | undefined {
    const area = this.area(level, number);
    if (!area) return undefined;
    if (level === "city") return this.districts();
    let at: AreaRow | undefined = area;
    while (at && at.level !== "district") {
      const { parentNumber, level: below }: AreaRow = at;
      const larger = areaLevels.slice(0, areaLevels.indexOf(below)).reverse();
      at = parentNumber === null ? undefined : larger.flatMap((on) => this.area(on, parentNumber) ?? [])[0];
    }
    return at ? [at.number] : this.districtsOf(area.geometry);
  }

  /** Official numbers of the areas that hold a place, by level; levels without a drawn area there are left out. */
  areasAt([longitude, latitude]: readonly [number, number]): Record<string, string> {
    const numbers: Record<string, string> = {};
    for (const level of this.levels()) {
      const area = this.#byLevel
        .get(level)!
        .find(
          ({ row, bounds }) =>
            bounds !== null &&
            isWithin(bounds, longitude, latitude) &&
            containsPoint(row.geometry, [longitude, latitude]),
        );
      if (area) numbers[level] = area.row.number;
    }
    return numbers;
  }

  /**
   * Official numbers of the Stadtbezirke a geometry touches: those that hold one of its vertices or its
   * label point. Enough for plots and quarters, whose borders have far more vertices than corners of districts.
   */
  districtsOf(geometry: Geometry | null): string[] {
    if (!geometry || geometry.type === "GeometryCollection") return [];
    const label = labelPoint(geometry);
    const points = label ? [...positionsOf(geometry), label] : positionsOf(geometry);
    return (this.#byLevel.get("district") ?? [])
      .filter(
        ({ row, bounds }) =>
          bounds !== null &&
          points.some(([x = 0, y = 0]) => isWithin(bounds, x, y) && containsPoint(row.geometry, [x, y])),
      )
      .map(({ row }) => row.number);
  }
}
