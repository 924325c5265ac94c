import type { Bounds } from "./tile-input.ts";
import type { TileLayerDescription } from "./tile-service.ts";

export interface TileJson {
  tilejson: "3.0.0";
  name: string;
  scheme: "xyz";
  tiles: [string];
  vector_layers: TileLayerDescription["vectorLayers"];
  minzoom: number;
  maxzoom: number;
  bounds?: Bounds;
  attribution?: string;
}

/** TileJSON 3.0 of a layer. `publicUrl` is the server's address from outside, without a slash at its end. */
export function tileJson(layer: string, description: TileLayerDescription, publicUrl: string): TileJson {
  const { version, vectorLayers, minzoom, maxzoom, bounds, attribution } = description;
  return {
    tilejson: "3.0.0",
    name: layer,
    scheme: "xyz",
    tiles: [`${publicUrl}/tiles/${layer}/${version}/{z}/{x}/{y}.pbf`],
    vector_layers: vectorLayers,
    minzoom,
    maxzoom,
    ...(bounds && { bounds: rounded(bounds) }),
    ...(attribution && { attribution }),
  };
}

/** Outwards to six decimals (about 10 cm), so that projecting there and back leaves no tail of digits. */
function rounded([west, south, east, north]: Bounds): Bounds {
  const down = (degrees: number) => Math.floor(degrees * 1e6 + 1e-3) / 1e6;
  const up = (degrees: number) => Math.ceil(degrees * 1e6 - 1e-3) / 1e6;
  return [down(west), down(south), up(east), up(north)];
}
