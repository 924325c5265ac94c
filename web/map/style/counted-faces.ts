import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";

/**
 * What a cluster of the public tiles counts, less the public faces of records that this reader's overlay draws
 * themselves. `families` are those counted; null counts every one.
 */
export function withoutCountedFaces(
  count: ExpressionSpecification,
  overlay: FeatureCollection | null,
  families: readonly string[] | null,
): ExpressionSpecification {
  const faces = new Map<number, number>();
  for (const { properties } of overlay?.features ?? []) {
    if (families && !families.includes(properties?.family)) continue;
    for (const cluster of (properties?.publicClusters ?? []) as number[])
      faces.set(cluster, (faces.get(cluster) ?? 0) + 1);
  }
  if (faces.size === 0) return count;
  const taken = ["match", ["get", "cluster_id"], ...[...faces].flat(), 0] as unknown;
  return ["-", count, taken as ExpressionSpecification];
}
