import { coordinateUnits } from "#domain/network/walking-network.ts";
import type { OsmExtract, OsmTags } from "../../../server/datasets/formats/osm-pbf.ts";
import type { IsInside } from "../../../server/datasets/mapping/osm-streets.ts";

/** The ways with a node inside, as OSM XML with all their tags: the only format osm2pgrouting reads. */
export function osmXml(
  { ways, nodeIds, longitude, latitude, nodeTags }: OsmExtract,
  isInside: IsInside,
): string {
  const wanted = ways.filter(({ nodes }) =>
    nodes.some((node) => isInside(longitude[node]!, latitude[node]!)),
  );
  const nodes = [...new Set(wanted.flatMap((way) => [...way.nodes]))].sort((a, b) => a - b);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="test">'];
  for (const node of nodes) {
    const at = `id="${nodeIds[node]}" lat="${latitude[node]! / coordinateUnits}" lon="${longitude[node]! / coordinateUnits}"`;
    lines.push(`<node ${at} version="1" visible="true">${tagsXml(nodeTags.get(node))}</node>`);
  }
  for (const way of wanted) {
    const refs = Array.from(way.nodes, (node) => `<nd ref="${nodeIds[node]}"/>`).join("");
    lines.push(`<way id="${way.id}" version="1" visible="true">${refs}${tagsXml(way.tags)}</way>`);
  }
  return [...lines, "</osm>", ""].join("\n");
}

function tagsXml(tags: OsmTags | undefined): string {
  return Object.entries(tags ?? {})
    .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)
    .join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
