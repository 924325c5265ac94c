import { buildNetwork } from "#domain/network/build-network.ts";
import { connectedParts } from "#domain/network/connected-parts.ts";
import { encodeNetwork } from "#domain/network/network-file.ts";
import { coordinateUnits, type WalkingNetwork } from "#domain/network/walking-network.ts";
import { contentParts } from "../../store/content-parts.ts";
import type { NetworkSpec } from "../import-spec.ts";
import { ImportRefusal } from "../sentences.ts";
import { citySurroundings } from "./city-surroundings.ts";
import { lineStreets } from "./line-streets.ts";
import { type IsInside, osmStreets, type Streets } from "./osm-streets.ts";
import type { MappingContext, PreparedImport } from "./prepared-import.ts";

/** Name of the dataset: a city has one walking network. */
export const networkDataset = "walking-network";

/**
 * The walking network from an OpenStreetMap file or from lines with its attributes. What lies far outside the
 * city is left out: the box of `within` says where that is, else the areas loaded.
 */
export async function prepareNetwork(spec: NetworkSpec, context: MappingContext): Promise<PreparedImport> {
  const { table, report } = context;
  const isInside = (spec.within && insideBox(spec.within)) ?? (await citySurroundings(context.areas));
  if (!isInside) report.note("network-without-areas");
  const everywhere = isInside ?? (() => true);
  const streets = table.osm ? osmStreets(table.osm, everywhere) : lineStreets(spec, context, everywhere);
  if (streets.lines.lines.length === 0) throw new ImportRefusal("no-streets");
  const network = buildNetwork(streets.lines);
  addNotes(context, streets, network);
  const { nodeCount, edgeCount, hasSlopes } = network;
  const rowsRead = table.osm?.ways.length ?? table.rows.length;
  return {
    crs: "EPSG:4326",
    rowsAccepted: rowsRead - report.setAside.length,
    releases: [
      {
        draft: {
          dataset: networkDataset,
          kind: "network",
          title: spec.title ?? { de: "Wegenetz zu Fuß", en: "Walking network" },
          details: { nodeCount, edgeCount, hasSlopes },
          // Streets are no secret, but the file is bulk for planning, not a map layer.
          mayBePublic: false,
        },
        rows: { kind: "network", rows: contentParts(encodeNetwork(network)) },
      },
    ],
  };
}

function insideBox([west, south, east, north]: NonNullable<NetworkSpec["within"]>): IsInside {
  const [x0, y0, x1, y1] = [west, south, east, north].map((degrees) => degrees * coordinateUnits) as [
    number,
    number,
    number,
    number,
  ];
  return (longitude, latitude) => longitude >= x0 && longitude <= x1 && latitude >= y0 && latitude <= y1;
}

function addNotes({ report, table }: MappingContext, streets: Streets, network: WalkingNetwork): void {
  const { lengths } = connectedParts(network);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const kilometres = (mm: number) => Math.round(mm / 1e6);
  const { nodeCount: nodes, edgeCount: edges } = network;
  report.note("network-size", { nodes, edges, kilometres: kilometres(whole) });
  if (lengths.length > 1) {
    const islands = lengths.slice(1).reduce((sum, length) => sum + length, 0);
    report.note("network-islands", { count: lengths.length - 1, kilometres: kilometres(islands) });
  }
  if (streets.notWalkable > 0) report.note("streets-not-walkable", { count: streets.notWalkable });
  if (streets.outside > 0) report.note("streets-outside", { count: streets.outside });
  if (streets.closedBarriers > 0) report.note("barriers-closed", { count: streets.closedBarriers });
  if (table.osm && table.osm.incompleteWays > 0) {
    report.note("ways-incomplete", { count: table.osm.incompleteWays });
  }
  report.note("no-heights", { count: streets.statedSlopes });
}
