/**
 * The file of a bulk release: a few facts as JSON and flat number arrays behind it, each at an offset that is a
 * multiple of eight, so that reading it back copies nothing. Numbers are little-endian, as on every machine the
 * tool runs on.
 */
export interface ArrayFile {
  facts: Readonly<Record<string, unknown>>;
  arrays: Readonly<Record<string, NumberArray>>;
}

/** In Node and in every browser, but in no library of the language itself, which is all the core knows of. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const kinds = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array } as const;
type Kind = keyof typeof kinds;
export type NumberArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

interface Place {
  name: string;
  kind: Kind;
  length: number;
  offset: number;
}

/** "SRK1": tells our files from others, and this layout from a later one. */
const mark = 0x53524b31;
const alignment = 8;
const headerStart = 8;

/** Thrown for bytes that are not such a file or were cut short. */
export class ArrayFileError extends Error {}

const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

export function encodeArrayFile({ facts, arrays }: ArrayFile): Uint8Array {
  const places: Place[] = [];
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const kind = Object.keys(kinds).find((key): key is Kind => array instanceof kinds[key as Kind])!;
    places.push({ name, kind, length: array.length, offset: end });
    end = aligned(end + array.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ facts, places }));
  const body = aligned(headerStart + header.length);
  const bytes = new Uint8Array(body + end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark);
  view.setUint32(4, header.length);
  bytes.set(header, headerStart);
  for (const { name, offset } of places) {
    const array = arrays[name]!;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), body + offset);
  }
  return bytes;
}

/** The arrays look into `bytes` where its place in memory allows, and copy it otherwise. Throws `ArrayFileError`. */
export function decodeArrayFile(bytes: Uint8Array): ArrayFile {
  const whole = bytes.byteOffset % alignment === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  if (whole.length < headerStart || view.getUint32(0) !== mark) throw new ArrayFileError("not an array file");
  const headerLength = view.getUint32(4);
  const body = aligned(headerStart + headerLength);
  if (body > whole.length) throw new ArrayFileError("cut short");
  const header = new TextDecoder().decode(whole.subarray(headerStart, headerStart + headerLength));
  const { facts, places } = JSON.parse(header) as { facts: ArrayFile["facts"]; places: Place[] };
  const arrays = places.map(({ name, kind, length, offset }) => {
    const make = kinds[kind];
    if (body + offset + length * make.BYTES_PER_ELEMENT > whole.length) throw new ArrayFileError("cut short");
    return [name, new make(whole.buffer as ArrayBuffer, whole.byteOffset + body + offset, length)] as const;
  });
  return { facts, arrays: Object.fromEntries(arrays) };
}
