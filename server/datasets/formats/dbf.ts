import type { Cell } from "../table.ts";
import { decoderFor } from "./text-encoding.ts";

export interface DbfTable {
  columns: string[];
  /** In the order of the file; null for records marked as deleted. */
  records: (Cell[] | null)[];
  encoding: string;
}

interface Field {
  name: string;
  type: string;
  from: number;
  length: number;
}

/**
 * dBASE III table beside a shapefile. Its text encoding is the one the .cpg file names, else UTF-8 when all
 * of it is valid UTF-8, else Windows-1252. Own reader, because column names may be hostile (`__proto__`), deleted
 * records must keep their place beside the shapes, and nothing may be assumed about umlauts.
 */
export function readDbf(bytes: Buffer, codePage: string | undefined): DbfTable {
  const count = bytes.readUInt32LE(4);
  const headerLength = bytes.readUInt16LE(8);
  const recordLength = bytes.readUInt16LE(10);
  const decoder = codePage ? decoderFor(codePage) : detectedDecoder(bytes, headerLength);
  const fields = readFields(bytes, headerLength, decoder);
  const records: (Cell[] | null)[] = [];
  for (let i = 0; i < count; i++) {
    const from = headerLength + i * recordLength;
    if (recordLength === 0 || from + recordLength > bytes.length) break;
    const isDeleted = bytes[from] === 0x2a;
    records.push(isDeleted ? null : fields.map((field) => readCell(bytes, from, field, decoder)));
  }
  return { columns: fields.map(({ name }) => name), records, encoding: decoder.encoding };
}

function detectedDecoder(bytes: Buffer, headerLength: number): TextDecoder {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(headerLength));
    return new TextDecoder("utf-8");
  } catch {
    return new TextDecoder("windows-1252");
  }
}

function readFields(bytes: Buffer, headerLength: number, decoder: TextDecoder): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const nameBytes = bytes.subarray(at, at + 11);
    const end = nameBytes.indexOf(0);
    const name = decoder.decode(nameBytes.subarray(0, end < 0 ? 11 : end)).trim();
    const length = bytes[at + 16]!;
    fields.push({ name, type: String.fromCharCode(bytes[at + 11]!), from, length });
    from += length;
  }
  return fields;
}

function readCell(bytes: Buffer, record: number, { type, from, length }: Field, decoder: TextDecoder): Cell {
  const text = decoder
    .decode(bytes.subarray(record + from, record + from + length))
    .replaceAll("\0", "")
    .trim();
  if (text === "" || /^\*+$/.test(text)) return null;
  if (type === "N" || type === "F") return Number.isNaN(Number(text)) ? null : Number(text);
  if (type === "D") return text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  if (type === "L") return /^[yYtTjJ]/.test(text) ? true : /^[nNfF]/.test(text) ? false : null;
  return text;
}
