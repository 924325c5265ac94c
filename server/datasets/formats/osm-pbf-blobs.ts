import { inflateSync } from "node:zlib";
import { PbfReader } from "pbf";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";

/** Largest header and largest block the format allows ("OSM PBF", wiki of OpenStreetMap, "Design"). */
const largestHeader = 64 * 1024;
const largestBlock = 32 * 1024 * 1024;

/** What readers of newer features would have to know; files asking for anything else are refused. */
const knownFeatures = ["OsmSchema-V0.6", "DenseNodes"];

/** True for the beginning of an OSM PBF file: the length of a header that names the block "OSMHeader". */
export function isOsmPbf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 15)).equals(Buffer.from("\n\tOSMHeader", "latin1"));
}

/**
 * The inflated data blocks of an OSM PBF file, one at a time: only one is in memory. Throws `ImportRefusal`
 * for damaged files and beyond the limits.
 */
export function* osmBlocks(bytes: Uint8Array, limits: ImportLimits): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const deadline = performance.now() + limits.readerSeconds * 1000;
  let unpacked = 0;
  for (let at = 0; at < bytes.length; ) {
    if (performance.now() > deadline) {
      throw new ImportRefusal("reader-timeout", { seconds: limits.readerSeconds });
    }
    const headerLength = at + 4 <= bytes.length ? view.getUint32(at) : largestHeader + 1;
    if (headerLength > largestHeader) throw damaged("Länge eines Abschnitts");
    const header = readOrRefuse(() => blobHeader(part(bytes, at + 4, headerLength)));
    if (header.size < 0 || header.size > largestBlock) throw damaged("Länge eines Abschnitts");
    const blob = part(bytes, at + 4 + headerLength, header.size);
    at += 4 + headerLength + header.size;
    if (header.type !== "OSMHeader" && header.type !== "OSMData") continue;
    const block = readOrRefuse(() => inflated(blob));
    unpacked += block.length;
    // Streets are read from a whole region's file, so the limit of one block guards memory; this one guards time.
    if (unpacked > 10 * limits.unpackedBytes)
      throw new ImportRefusal("archive-limits", { what: "entpackte Größe" });
    if (header.type === "OSMHeader") readOrRefuse(() => checkFeatures(block));
    else yield block;
  }
}

/** Turns whatever a damaged message makes the reader throw into a refusal. */
export function readOrRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw damaged("ein Abschnitt ist nicht zu lesen");
  }
}

const damaged = (why: string) => new ImportRefusal("broken-file", { why: `OpenStreetMap-PBF: ${why}` });

function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) throw damaged("die Datei endet mitten in einem Abschnitt");
  return bytes.subarray(at, at + length);
}

function blobHeader(bytes: Uint8Array): { type: string; size: number } {
  return new PbfReader(bytes).readFields(
    (tag, result, pbf) => {
      if (tag === 1) result.type = pbf.readString();
      else if (tag === 3) result.size = pbf.readVarint();
    },
    { type: "", size: 0 },
  );
}

function inflated(blob: Uint8Array): Uint8Array {
  const { raw, zlib, other } = new PbfReader(blob).readFields(
    (tag, result, pbf) => {
      if (tag === 1) result.raw = pbf.readBytes();
      else if (tag === 3) result.zlib = pbf.readBytes();
      else if (tag > 3) result.other = true;
    },
    { raw: undefined, zlib: undefined, other: false } as {
      raw: Uint8Array | undefined;
      zlib: Uint8Array | undefined;
      other: boolean;
    },
  );
  if (raw) return raw;
  if (zlib) return inflateSync(zlib, { maxOutputLength: largestBlock });
  throw damaged(other ? "anders als mit zlib gepackt" : "leerer Abschnitt");
}

function checkFeatures(block: Uint8Array): void {
  const required = new PbfReader(block).readFields((tag, names: string[], pbf) => {
    if (tag === 4) names.push(pbf.readString());
  }, []);
  const unknown = required.find((name) => !knownFeatures.includes(name));
  if (unknown) throw damaged(`verlangt „${unknown.slice(0, 40)}“`);
}
