import { ByteWriter } from "./byte-writer.ts";
import type { TileValue, VectorLayer } from "./tile-input.ts";

/**
 * The properties of one layer, every key and every value encoded once. A tile then only copies the values it needs
 * and renumbers them.
 */
export interface PropertyTable {
  /** Key field of an MVT layer, tag and length included; `keyEnd[i]` is the byte after key i. */
  keys: Uint8Array;
  keyEnd: Uint32Array;
  /** Value field of an MVT layer, tag and length included. */
  values: Uint8Array;
  valueEnd: Uint32Array;
  /** Pairs of key and value numbers; `tagEnd[row]` is the index after the last pair of a row. */
  tags: Uint32Array;
  tagEnd: Uint32Array;
  fields: VectorLayer["fields"];
}

const KEY_FIELD = 0x1a;
const VALUE_FIELD = 0x22;

/** Builds the table from one record per feature, in order. Values that are null are left out. */
export function buildPropertyTable(rows: readonly Record<string, TileValue>[]): PropertyTable {
  const keyNumbers = new Map<string, number>();
  const keys = new ByteWriter();
  const keyEnd: number[] = [];
  const valueNumbers = new Map<TileValue, number>();
  const values = new ByteWriter();
  const valueEnd: number[] = [];
  const tags: number[] = [];
  const tagEnd = new Uint32Array(rows.length);
  const fields: VectorLayer["fields"] = {};

  rows.forEach((row, index) => {
    for (const key in row) {
      const value = row[key]!;
      if (value === null || value === undefined || Number.isNaN(value)) continue;
      let keyNumber = keyNumbers.get(key);
      if (keyNumber === undefined) {
        keyNumber = keyEnd.length;
        keyNumbers.set(key, keyNumber);
        keys.varint(KEY_FIELD);
        keys.text(key);
        keyEnd.push(keys.length);
      }
      let valueNumber = valueNumbers.get(value);
      if (valueNumber === undefined) {
        valueNumber = valueEnd.length;
        valueNumbers.set(value, valueNumber);
        writeValue(values, value);
        valueEnd.push(values.length);
      }
      tags.push(keyNumber, valueNumber);
      const type = typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
      // TileJSON knows one type per field; text holds whatever else was meant.
      fields[key] = fields[key] === undefined || fields[key] === type ? type : "String";
    }
    tagEnd[index] = tags.length;
  });
  return {
    keys: keys.copy(),
    keyEnd: Uint32Array.from(keyEnd),
    values: values.copy(),
    valueEnd: Uint32Array.from(valueEnd),
    tags: Uint32Array.from(tags),
    tagEnd,
    fields,
  };
}

/** Scratch of `writeValue`: a layer has as many values as features, or more. */
const message = new ByteWriter();

function writeValue(out: ByteWriter, value: string | number | boolean): void {
  message.length = 0;
  if (typeof value === "string") {
    message.varint(0x0a);
    message.text(value);
  } else if (typeof value === "boolean") {
    message.varint(0x38);
    message.varint(value ? 1 : 0);
  } else if (Number.isSafeInteger(value) && value >= 0) {
    message.varint(0x28);
    message.bigVarint(value);
  } else if (Number.isInteger(value) && value < 0 && value >= -0x40000000) {
    message.varint(0x30);
    message.varint(-value * 2 - 1);
  } else {
    message.varint(0x19);
    message.double(value);
  }
  out.varint(VALUE_FIELD);
  out.varint(message.length);
  out.append(message.bytes, 0, message.length);
}
