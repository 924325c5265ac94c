import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

export type Tags = Readonly<Record<string, string>>;
export interface NodeToWrite {
  id: number;
  /** Degrees. */
  at: readonly [longitude: number, latitude: number];
  tags?: Tags;
}
export interface WayToWrite {
  id: number;
  nodes: readonly number[];
  tags?: Tags;
}

export interface ToWrite {
  nodes?: readonly NodeToWrite[];
  ways?: readonly WayToWrite[];
}
interface WriteOptions {
  dense?: boolean;
  raw?: boolean;
  feature?: string;
}

/** An OSM PBF file ("PBF Format", wiki of OpenStreetMap) of nodes and ways, packed with zlib unless told otherwise. */
export function osmFile(content: ToWrite, options: WriteOptions = {}): Buffer {
  return Buffer.concat(osmSections(content, options));
}

/** The same file in its sections: header, nodes, ways. */
export function osmSections({ nodes = [], ways = [] }: ToWrite, options: WriteOptions = {}): Buffer[] {
  const header = new PbfWriter();
  for (const feature of ["OsmSchema-V0.6", "DenseNodes", ...(options.feature ? [options.feature] : [])]) {
    header.writeTag(4, 2);
    header.writeString(feature);
  }
  const pack = (bytes: Uint8Array) => blob(bytes, options.raw === true);
  return [
    section("OSMHeader", pack(header.finish())),
    section("OSMData", pack(nodeBlock(nodes, options.dense !== false))),
    section("OSMData", pack(wayBlock(ways))),
  ];
}

export function section(type: string, content: Uint8Array): Buffer {
  const header = new PbfWriter();
  header.writeTag(1, 2);
  header.writeString(type);
  header.writeTag(3, 0);
  header.writeVarint(content.length);
  const bytes = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes, content]);
}

function blob(bytes: Uint8Array, raw: boolean): Uint8Array {
  const writer = new PbfWriter();
  writer.writeTag(raw ? 1 : 3, 2);
  writer.writeBytes(raw ? bytes : deflateSync(bytes));
  return writer.finish();
}

/** Strings of a block by index; 0 stays empty, as the format asks for. */
function stringTable() {
  const strings = [""];
  const indexOf = (text: string) => {
    const known = strings.indexOf(text, 1);
    return known > 0 ? known : strings.push(text) - 1;
  };
  const write = (block: PbfWriter) =>
    block.writeMessage(
      1,
      (all, inner) => {
        for (const text of all) {
          inner.writeTag(1, 2);
          inner.writeString(text);
        }
      },
      strings,
    );
  return { indexOf, write };
}

const units = (degrees: number) => Math.round(degrees * 1e7);
const differences = (values: readonly number[]) => values.map((value, at) => value - (values[at - 1] ?? 0));
const pairsOf = (tags: Tags = {}) => Object.entries(tags);

function nodeBlock(nodes: readonly NodeToWrite[], dense: boolean): Uint8Array {
  const strings = stringTable();
  const group = new PbfWriter();
  if (dense) {
    const keysValues = nodes.flatMap(({ tags }) => [
      ...pairsOf(tags).flatMap(([key, value]) => [strings.indexOf(key), strings.indexOf(value)]),
      0,
    ]);
    const writeDense = (_: null, inner: PbfWriter) => {
      inner.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
      inner.writePackedSVarint(8, differences(nodes.map(({ at }) => units(at[1]))));
      inner.writePackedSVarint(9, differences(nodes.map(({ at }) => units(at[0]))));
      if (keysValues.some((value) => value !== 0)) inner.writePackedVarint(10, keysValues);
    };
    group.writeMessage(2, writeDense, null);
  } else {
    for (const { id, at, tags } of nodes) {
      const writeNode = (_: null, inner: PbfWriter) => {
        inner.writeTag(1, 0);
        inner.writeSVarint(id);
        inner.writePackedVarint(
          2,
          pairsOf(tags).map(([key]) => strings.indexOf(key)),
        );
        inner.writePackedVarint(
          3,
          pairsOf(tags).map(([, value]) => strings.indexOf(value)),
        );
        inner.writeTag(8, 0);
        inner.writeSVarint(units(at[1]));
        inner.writeTag(9, 0);
        inner.writeSVarint(units(at[0]));
      };
      group.writeMessage(1, writeNode, null);
    }
  }
  return block(strings, group);
}

function wayBlock(ways: readonly WayToWrite[]): Uint8Array {
  const strings = stringTable();
  const group = new PbfWriter();
  for (const { id, nodes, tags } of ways) {
    const writeWay = (_: null, inner: PbfWriter) => {
      inner.writeTag(1, 0);
      inner.writeVarint(id);
      inner.writePackedVarint(
        2,
        pairsOf(tags).map(([key]) => strings.indexOf(key)),
      );
      inner.writePackedVarint(
        3,
        pairsOf(tags).map(([, value]) => strings.indexOf(value)),
      );
      inner.writePackedSVarint(8, differences(nodes));
    };
    group.writeMessage(3, writeWay, null);
  }
  return block(strings, group);
}

function block(strings: ReturnType<typeof stringTable>, group: PbfWriter): Uint8Array {
  const writer = new PbfWriter();
  strings.write(writer);
  writer.writeTag(2, 2);
  writer.writeBytes(group.finish());
  return writer.finish();
}
