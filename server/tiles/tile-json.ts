import type { TileLayerDescription } from "./tile-service.ts";

export interface TileJson {
  tilejson: "3.0.0";
  name: string;
  scheme: "xyz";
  tiles: [string];
  vector_layers: TileLayerDescription["vectorLayers"];
  minzoom: number;
  maxzoom: number;
  bounds?: [number, number, number, number];
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
    ...(bounds && { bounds }),
    ...(attribution && { attribution }),
  };
}
