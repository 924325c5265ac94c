import { ArrayFileError, decodeArrayFile, encodeArrayFile, type NumberArray } from "../dataset/array-file.ts";
import type { WalkingNetwork } from "./walking-network.ts";

const fileKind = "walking-network";

/** The arrays of the file, with their number types; a file with any other is refused. */
const arrayTypes = {
  longitude: Int32Array,
  latitude: Int32Array,
  from: Uint32Array,
  to: Uint32Array,
  length: Uint32Array,
  flags: Uint8Array,
  slope: Int16Array,
  shapeStart: Uint32Array,
  shapeLongitude: Int32Array,
  shapeLatitude: Int32Array,
} as const;

/** The release file of a walking network; the same network gives the same bytes. */
export function encodeNetwork(network: WalkingNetwork): Uint8Array {
  const { nodeCount, edgeCount, hasSlopes } = network;
  const arrays = Object.fromEntries(
    Object.keys(arrayTypes).map((name) => [name, network[name as keyof typeof arrayTypes]]),
  );
  return encodeArrayFile({ facts: { kind: fileKind, nodeCount, edgeCount, hasSlopes }, arrays });
}

/** Throws `ArrayFileError` for bytes that are not a whole walking network. The arrays look into `bytes`. */
export function decodeNetwork(bytes: Uint8Array): WalkingNetwork {
  const { facts, arrays } = decodeArrayFile(bytes);
  if (facts.kind !== fileKind) throw new ArrayFileError("not a walking network");
  for (const [name, type] of Object.entries(arrayTypes)) {
    if (!(arrays[name] instanceof type)) throw new ArrayFileError(`array ${name} is missing`);
  }
  const network = { ...facts, ...arrays } as unknown as WalkingNetwork;
  if (!isConsistent(network)) throw new ArrayFileError("arrays do not fit each other");
  return network;
}

function isConsistent(network: WalkingNetwork): boolean {
  const { nodeCount, edgeCount, longitude, latitude, from, to, shapeStart } = network;
  const shapes = shapeStart[edgeCount] ?? -1;
  const lengths: readonly [NumberArray, number][] = [
    [longitude, nodeCount],
    [latitude, nodeCount],
    [from, edgeCount],
    [to, edgeCount],
    [network.length, edgeCount],
    [network.flags, edgeCount],
    [network.slope, edgeCount],
    [shapeStart, edgeCount + 1],
    [network.shapeLongitude, shapes],
    [network.shapeLatitude, shapes],
  ];
  if (lengths.some(([array, length]) => array.length !== length)) return false;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (from[edge]! >= nodeCount || to[edge]! >= nodeCount) return false;
    if (shapeStart[edge]! > shapeStart[edge + 1]!) return false;
  }
  return true;
}
