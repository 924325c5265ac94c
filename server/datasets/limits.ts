import { mostFileBytes } from "#domain/contract/import-contract.ts";

/** Limits of one import (RELIABILITY §2); tests lower them, nobody raises them by accident. */
export interface ImportLimits {
  fileBytes: number;
  /** Of everything inside an archive together, while inflating. */
  unpackedBytes: number;
  archiveEntries: number;
  /** Inflated to packed, of one entry. */
  archiveRatio: number;
  rows: number;
  columns: number;
  cellCharacters: number;
  features: number;
  vertices: number;
  /** The process that opens GeoPackages is ended after this time. */
  readerSeconds: number;
  /** Heap of that process and page cache of its SQLite, each. */
  readerMegabytes: number;
}

const mebibyte = 1024 * 1024;

export const importLimits: ImportLimits = {
  fileBytes: mostFileBytes,
  unpackedBytes: 200 * mebibyte,
  archiveEntries: 100,
  archiveRatio: 100,
  rows: 200_000,
  columns: 200,
  cellCharacters: 32_767,
  features: 100_000,
  vertices: 5_000_000,
  readerSeconds: 60,
  readerMegabytes: 256,
};
