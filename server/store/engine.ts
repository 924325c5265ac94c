import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Face } from "#domain/access/access.ts";
import type { Tables } from "./tables.ts";

/**
 * What differs between the two databases, and nothing else: connections, a handful of SQL expressions, and how
 * commits of other processes are noticed. Everything above is written once.
 */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  readonly readOnly: boolean;
  /** Short questions; beside a running write on both databases. */
  readonly reads: Kysely<Tables>;
  /** Edits of people. */
  readonly writes: Kysely<Tables>;
  /** Staging, publishing and reading whole releases, which may take longer. */
  readonly bulk: Kysely<Tables>;
  readonly expressions: Expressions;
  /** Makes this transaction the only one that appends to the audit chain until it ends. */
  lockChain(transaction: Transaction<Tables>): Promise<void>;
  /** Tells other processes on commit, where they do not look for themselves. */
  announce(transaction: Transaction<Tables>): Promise<void>;
  /** Calls back when another connection may have committed. Returns stop. */
  watch(mayHaveChanged: () => void): () => void;
  /** After much has changed: how many rows of what there are, which the choice of an index depends on. */
  refreshStatistics(): Promise<void>;
  /** Names of the indexes on `record`. */
  recordIndexes(): Promise<Set<string>>;
  close(): Promise<void>;
}

/** A field of a declaration: written by people in the properties, or derived from them. */
export interface FieldPlace {
  name: string;
  isDerived: boolean;
}

/** SQL that the two databases spell differently. Column names in here are those of `record`. */
export interface Expressions {
  /** True when the JSON list in this column holds any of the values. */
  listHasAny(column: "districts" | "participants", values: readonly string[]): RawBuilder<boolean>;
  /** A field as text; null where it is missing. */
  text(field: FieldPlace): RawBuilder<string | null>;
  /** The field a title is made from, as the public face has it. */
  publicTitle(field: FieldPlace): RawBuilder<string | null>;
  /** A field as number; null where it is missing or no number. */
  number(field: FieldPlace): RawBuilder<number | null>;
  /** True when the field is a list with any of the values. */
  fieldHasAny(field: FieldPlace, values: readonly string[]): RawBuilder<boolean>;
  /** True when the needle stands in the text exactly as written. */
  includes(text: RawBuilder<string | null>, needle: string): RawBuilder<boolean>;
  lower(text: RawBuilder<string | null>): RawBuilder<string | null>;
  /** The order of German lists, as `sortKey` computes it. */
  sortKey(text: RawBuilder<string | null>): RawBuilder<string | null>;
  /** Rows the spatial index offers for this box: all that touch it, and possibly a few more. */
  nearBox(box: Box, face: Face): RawBuilder<boolean>;
}

/** West, south, east, north in WGS 84. */
export type Box = readonly [number, number, number, number];
