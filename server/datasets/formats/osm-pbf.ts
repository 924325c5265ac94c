import { PbfReader } from "pbf";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import { osmBlocks, readOrRefuse } from "./osm-pbf-blobs.ts";

export type OsmTags = Readonly<Record<string, string>>;

export interface OsmWay {
  id: number;
  /** Indices into the nodes of the extract, in order along the way. */
  nodes: Uint32Array;
  tags: OsmTags;
}

/** The ways one asked for and their nodes. */
export interface OsmExtract {
  ways: OsmWay[];
  /** Ids of the nodes in ascending order, and their coordinates in units of 1e-7 degrees. */
  nodeIds: Float64Array;
  longitude: Int32Array;
  latitude: Int32Array;
  /** Tags of those nodes that have any, by index. */
  nodeTags: ReadonlyMap<number, OsmTags>;
  /** Ways left out because a node of theirs is not in the file. */
  incompleteWays: number;
}

export interface OsmQuery {
  isWanted: (tags: OsmTags) => boolean;
  /** Tags that are kept; all others of the file are passed over. */
  wayKeys: ReadonlySet<string>;
  nodeKeys: ReadonlySet<string>;
}

/** Ids and coordinates as the format counts them: nanodegrees to units of 1e-7 degrees. */
const nanodegreesPerUnit = 100;

/**
 * Reads ways and their nodes out of an OSM PBF file ("PBF Format", wiki of OpenStreetMap) in two passes, so
 * that of a whole region only what is wanted is ever in memory. Throws `ImportRefusal` for damaged files.
 */
export function readOsmPbf(bytes: Uint8Array, query: OsmQuery, limits: ImportLimits): OsmExtract {
  const found: { id: number; refs: number[]; tags: OsmTags }[] = [];
  let references = 0;
  eachGroup(bytes, limits, {
    way(id, refs, tags) {
      if (refs.length < 2 || !query.isWanted(tags)) return;
      references += refs.length;
      if (references > limits.vertices)
        throw new ImportRefusal("too-many-vertices", { limit: limits.vertices });
      found.push({ id, refs, tags });
    },
    keys: query.wayKeys,
  });
  const nodeIds = distinct(found, references);
  const longitude = new Int32Array(nodeIds.length).fill(absent);
  const latitude = new Int32Array(nodeIds.length).fill(absent);
  const nodeTags = new Map<number, OsmTags>();
  eachGroup(bytes, limits, {
    node(id, lon, lat, tags) {
      const at = indexOf(nodeIds, id);
      if (at < 0) return;
      longitude[at] = lon;
      latitude[at] = lat;
      const own = tags();
      if (own) nodeTags.set(at, own);
    },
    keys: query.nodeKeys,
  });
  const ways = found
    .map(({ id, refs, tags }) => ({
      id,
      nodes: Uint32Array.from(refs, (ref) => indexOf(nodeIds, ref)),
      tags,
    }))
    .filter(({ nodes }) => nodes.every((node) => longitude[node] !== absent))
    .sort((a, b) => a.id - b.id);
  return { ways, nodeIds, longitude, latitude, nodeTags, incompleteWays: found.length - ways.length };
}

export interface OsmPlace {
  /** "n" or "w" with the number, as the source names nodes and ways. */
  id: string;
  tags: OsmTags;
  /** Degrees; for a way the middle of the box around it. */
  position: [longitude: number, latitude: number];
}

/** What stands somewhere: tagged nodes, and tagged ways as one point each. Throws `ImportRefusal` for damaged files. */
export function readOsmPlaces(
  bytes: Uint8Array,
  { isWanted, keys }: { isWanted: (tags: OsmTags) => boolean; keys: ReadonlySet<string> },
  limits: ImportLimits,
): OsmPlace[] {
  const { ways, longitude, latitude } = readOsmPbf(
    bytes,
    { isWanted, wayKeys: keys, nodeKeys: new Set() },
    limits,
  );
  const degrees = (units: number) => units / 1e7;
  const places: OsmPlace[] = ways.map(({ id, nodes, tags }) => {
    const east = Array.from(nodes, (node) => longitude[node]!);
    const north = Array.from(nodes, (node) => latitude[node]!);
    const middle = (values: number[]) => degrees(Math.round((Math.min(...values) + Math.max(...values)) / 2));
    return { id: `w${id}`, tags, position: [middle(east), middle(north)] };
  });
  eachGroup(bytes, limits, {
    node(id, lon, lat, tagsOf) {
      const tags = tagsOf();
      if (!tags || !isWanted(tags)) return;
      places.push({ id: `n${id}`, tags, position: [degrees(lon), degrees(lat)] });
    },
    keys,
  });
  return places;
}

/** Coordinate no node has. */
const absent = -0x80000000;

function distinct(ways: readonly { refs: number[] }[], references: number): Float64Array {
  const all = new Float64Array(references);
  let at = 0;
  for (const { refs } of ways) {
    all.set(refs, at);
    at += refs.length;
  }
  all.sort();
  let kept = 0;
  for (const id of all) if (kept === 0 || all[kept - 1] !== id) all[kept++] = id;
  return all.slice(0, kept);
}

/** Index of an id among ascending ones, −1 when it is not there. */
function indexOf(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ids[middle] === id) return middle;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

interface Visitor {
  node?: (id: number, longitude: number, latitude: number, tags: () => OsmTags | undefined) => void;
  way?: (id: number, refs: number[], tags: OsmTags) => void;
  keys: ReadonlySet<string>;
}

function eachGroup(bytes: Uint8Array, limits: ImportLimits, visitor: Visitor): void {
  for (const block of osmBlocks(bytes, limits)) readOrRefuse(() => readBlock(block, visitor));
}

interface Block {
  strings: Uint8Array[];
  groups: Uint8Array[];
  granularity: number;
  latitudeOffset: number;
  longitudeOffset: number;
}

/** Strings of a block become text only when they are asked for: most are names nobody needs here. */
interface Strings {
  text(at: number): string;
  /** The keys at these indices that are wanted, with the values in the same order. */
  tags(keys: readonly number[], values: readonly number[]): OsmTags | undefined;
}

function readBlock(bytes: Uint8Array, visitor: Visitor): void {
  const block = new PbfReader(bytes).readFields(
    (tag, result: Block, pbf) => {
      if (tag === 1)
        pbf.readMessage(
          (inner, list: Uint8Array[]) => inner === 1 && list.push(pbf.readBytes()),
          result.strings,
        );
      else if (tag === 2) result.groups.push(pbf.readBytes());
      else if (tag === 17) result.granularity = pbf.readVarint();
      else if (tag === 19) result.latitudeOffset = pbf.readVarint(true);
      else if (tag === 20) result.longitudeOffset = pbf.readVarint(true);
    },
    { strings: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 },
  );
  const strings = stringsOf(block, visitor.keys);
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _, pbf) => {
      if (tag === 1 && visitor.node) readNode(pbf, { block, strings, visit: visitor.node });
      else if (tag === 2 && visitor.node) readDenseNodes(pbf, { block, strings, visit: visitor.node });
      else if (tag === 3 && visitor.way) readWay(pbf, strings, visitor.way);
    }, null);
  }
}

function stringsOf({ strings }: Block, wanted: ReadonlySet<string>): Strings {
  const known: (string | undefined)[] = [];
  const text = (at: number) => {
    known[at] ??= Buffer.from(strings[at]!).toString("utf8");
    return known[at]!;
  };
  return {
    text,
    tags(keys, values) {
      let tags: Record<string, string> | undefined;
      for (let n = 0; n < keys.length; n++) {
        const key = text(keys[n]!);
        if (!wanted.has(key)) continue;
        tags ??= Object.create(null) as Record<string, string>;
        tags[key] = text(values[n]!);
      }
      return tags;
    },
  };
}

interface NodeContext {
  block: Block;
  strings: Strings;
  visit: NonNullable<Visitor["node"]>;
}

function visitNode(
  { block, visit }: NodeContext,
  [id, lon, lat]: readonly number[],
  tags: () => OsmTags | undefined,
) {
  const { granularity, latitudeOffset, longitudeOffset } = block;
  const units = (offset: number, value: number) =>
    Math.round((offset + granularity * value) / nanodegreesPerUnit);
  visit(id!, units(longitudeOffset, lon!), units(latitudeOffset, lat!), tags);
}

function readNode(pbf: PbfReader, context: NodeContext): void {
  const node = pbf.readMessage(
    (tag, result) => {
      if (tag === 1) result.id = pbf.readSVarint();
      else if (tag === 2) pbf.readPackedVarint(result.keys);
      else if (tag === 3) pbf.readPackedVarint(result.values);
      else if (tag === 8) result.lat = pbf.readSVarint();
      else if (tag === 9) result.lon = pbf.readSVarint();
    },
    { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] },
  );
  visitNode(context, [node.id, node.lon, node.lat], () => context.strings.tags(node.keys, node.values));
}

function readDenseNodes(pbf: PbfReader, context: NodeContext): void {
  const dense = pbf.readMessage(
    (tag, result) => {
      if (tag === 1) pbf.readPackedSVarint(result.ids);
      else if (tag === 8) pbf.readPackedSVarint(result.lats);
      else if (tag === 9) pbf.readPackedSVarint(result.lons);
      else if (tag === 10) pbf.readPackedVarint(result.keysValues);
    },
    { ids: [] as number[], lats: [] as number[], lons: [] as number[], keysValues: [] as number[] },
  );
  const { ids, lats, lons, keysValues } = dense;
  let [id, lat, lon, at] = [0, 0, 0, 0];
  for (let n = 0; n < ids.length; n++) {
    id += ids[n]!;
    lat += lats[n]!;
    lon += lons[n]!;
    // Key and value by turns, a zero after each node; left out altogether when no node has tags.
    const begin = at;
    while (at < keysValues.length && keysValues[at] !== 0) at += 2;
    const own = keysValues.slice(begin, at);
    at++;
    visitNode(context, [id, lon, lat], () => {
      if (own.length === 0) return undefined;
      return context.strings.tags(
        own.filter((_, i) => i % 2 === 0),
        own.filter((_, i) => i % 2 === 1),
      );
    });
  }
}

function readWay(pbf: PbfReader, strings: Strings, visit: NonNullable<Visitor["way"]>): void {
  const way = pbf.readMessage(
    (tag, result) => {
      if (tag === 1) result.id = pbf.readVarint(true);
      else if (tag === 2) pbf.readPackedVarint(result.keys);
      else if (tag === 3) pbf.readPackedVarint(result.values);
      else if (tag === 8) pbf.readPackedSVarint(result.refs);
    },
    { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] },
  );
  const tags = strings.tags(way.keys, way.values);
  if (!tags) return;
  let ref = 0;
  const refs = way.refs.map((step) => {
    ref += step;
    return ref;
  });
  visit(way.id, refs, tags);
}
