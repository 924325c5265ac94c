import type { StreetLine, StreetLines } from "#domain/network/build-network.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import type { OsmExtract } from "../formats/osm-pbf.ts";
import { barrierNature, type StreetNature, streetNature } from "./street-rules.ts";

/** True for a point, in units, that belongs to the area a network is wanted for. */
export type IsInside = (longitude: number, latitude: number) => boolean;

export interface Streets {
  lines: StreetLines;
  /** Ways of the file that lines were made from. */
  used: number;
  /** Ways nobody may walk on, and ways wholly outside the area. */
  notWalkable: number;
  outside: number;
  closedBarriers: number;
  statedSlopes: number;
}

/**
 * Street lines of an OpenStreetMap extract. Ways meet only at nodes they share, so that bridges and tunnels
 * need no layers; one way or two makes no difference on foot; a closed barrier cuts all ways at its node.
 */
export function osmStreets(extract: OsmExtract, isInside: IsInside): Streets {
  const longitude = Array.from(extract.longitude);
  const latitude = Array.from(extract.latitude);
  const inside = longitude.map((value, node) => isInside(value, latitude[node]!));
  const natures = extract.ways.map(({ tags }) => streetNature(tags));
  const waysAt = waysAtNodes(extract, natures);
  const barriers = new Map(Array.from(extract.nodeTags, ([node, tags]) => [node, barrierNature(tags)]));
  const lines: StreetLine[] = [];
  const counts = { used: 0, notWalkable: 0, outside: 0, statedSlopes: 0 };

  const isClosed = (node: number) => barriers.get(node) === "closed";
  /** The point of a node; at a closed barrier one of its own for everybody who comes there. */
  const pointAt = (node: number) => {
    if (!isClosed(node)) return node;
    longitude.push(longitude[node]!);
    return latitude.push(latitude[node]!) - 1;
  };
  const isNarrow = (node: number, { isCarriageway }: StreetNature) =>
    barriers.get(node) === "narrow" && !(isCarriageway && waysAt[node]! > 1);

  extract.ways.forEach(({ nodes }, at) => {
    const nature = natures[at];
    if (!nature) {
      counts.notWalkable++;
      return;
    }
    const before = lines.length;
    let run: number[] = [];
    let flagsOfRun = 0;
    const endRun = () => {
      if (run.length > 1) lines.push({ points: run, flags: flagsOfRun, slope: nature.slope });
      run = [];
    };
    for (let n = 1; n < nodes.length; n++) {
      const [a, b] = [nodes[n - 1]!, nodes[n]!];
      if (!inside[a] && !inside[b]) {
        endRun();
        continue;
      }
      const narrow = isNarrow(a, nature) || isNarrow(b, nature) ? edgeFlag.notBarrierFree : 0;
      const flags = nature.flags | narrow;
      if (run.length === 0 || flags !== flagsOfRun || isClosed(a)) {
        endRun();
        run = [pointAt(a)];
        flagsOfRun = flags;
      }
      run.push(pointAt(b));
    }
    endRun();
    if (lines.length === before) counts.outside++;
    else {
      counts.used++;
      if (nature.slope !== 0) counts.statedSlopes++;
    }
  });
  const closedBarriers = [...barriers].filter(
    ([node, nature]) => nature === "closed" && inside[node] && waysAt[node]! > 0,
  ).length;
  return { lines: { longitude, latitude, lines, hasSlopes: false }, ...counts, closedBarriers };
}

/** How many walkable ways go through each node. */
function waysAtNodes({ ways, nodeIds }: OsmExtract, natures: readonly (StreetNature | null)[]): Uint8Array {
  const counts = new Uint8Array(nodeIds.length);
  ways.forEach(({ nodes }, at) => {
    if (natures[at]) for (const node of new Set(nodes)) counts[node] = Math.min(255, counts[node]! + 1);
  });
  return counts;
}
