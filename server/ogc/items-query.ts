import type { Collection, CollectionQuery } from "../collections/collection.ts";
import { Problem } from "../errors.ts";
import { boxInDegrees, type Crs, crs84, crsOf } from "./crs.ts";

/** How many features a page holds: what is asked for within these bounds, more is clamped (RELIABILITY §2). */
export const pageLimits = { default: 100, maximum: 10_000 };

/** Parameters of a page that are no column. `ceiling` lowers the Sicht as everywhere. */
const ownParameters = ["f", "limit", "bbox", "bbox-crs", "crs", "datetime", "after", "ceiling"];

export interface ItemsQuery extends CollectionQuery {
  crs: Crs;
}

type QueryString = Readonly<Record<string, unknown>>;

/** Query string of a page of items. Throws Problem 400 naming the parameter; one that is unknown is refused too. */
export function readItemsQuery(query: QueryString, { columns }: Collection): ItemsQuery {
  const filters = columns.flatMap(({ name, isFilter }) =>
    isFilter && !ownParameters.includes(name) ? [name] : [],
  );
  knowOnly(query, [...ownParameters, ...filters]);
  const equals = Object.fromEntries(
    filters.flatMap((name) => (query[name] === undefined ? [] : [[name, textOf(query, name)!]])),
  );
  const after = textOf(query, "after");
  const bbox = boxOf(query);
  const changed = timeOf(textOf(query, "datetime"));
  return {
    limit: limitOf(textOf(query, "limit")),
    crs: crsParameter(query, "crs"),
    equals,
    ...(after ? { after } : {}),
    ...(bbox ? { bbox } : {}),
    ...(changed ? { changed } : {}),
  };
}

/** Throws Problem 400 naming the first parameter that is not in the list. */
export function knowOnly(query: QueryString, known: readonly string[]): void {
  for (const name of Object.keys(query)) {
    if (!known.includes(name)) throw bad(name, "Diesen Parameter gibt es hier nicht.");
  }
}

export function crsParameter(query: QueryString, name: "crs" | "bbox-crs"): Crs {
  const uri = textOf(query, name);
  if (uri === undefined) return crs84;
  const crs = crsOf(uri);
  if (!crs) throw bad(name, "Dieses Koordinatensystem wird nicht angeboten.");
  return crs;
}

function textOf(query: QueryString, name: string): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value.length > 500) throw bad(name, "Erwartet wird ein einzelner Wert.");
  return value;
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return pageLimits.default;
  if (!/^\d{1,15}$/.test(text) || Number(text) < 1) {
    throw bad("limit", "Erwartet wird eine ganze Zahl ab 1.");
  }
  return Math.min(Number(text), pageLimits.maximum);
}

/** Four numbers, or six with heights, which are not looked at, in the axis order of `bbox-crs`. */
function boxOf(query: QueryString): ItemsQuery["bbox"] {
  const crs = crsParameter(query, "bbox-crs");
  const text = textOf(query, "bbox");
  if (text === undefined) return undefined;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const corners = numbers.length === 6 ? [0, 1, 3, 4].map((k) => numbers[k]!) : numbers;
  const [a, b, c, d] = corners as [number, number, number, number];
  const box =
    corners.length === 4 && numbers.every(Number.isFinite) && a <= c && b <= d
      ? boxInDegrees([a, b, c, d], crs)
      : undefined;
  if (!box || box[0] < -180 || box[2] > 180 || box[1] < -90 || box[3] > 90) {
    throw bad("bbox", "Erwartet werden zwei Ecken, die untere linke zuerst, als vier Zahlen mit Kommas.");
  }
  return box;
}

const instant = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$/;

/** An instant, or an interval with a slash in which `..` or nothing is an open end; a date means the whole day. */
function timeOf(text: string | undefined): ItemsQuery["changed"] {
  if (text === undefined) return undefined;
  const parts = text.split("/");
  const [first = "", last = first] = parts;
  const isOpen = (part: string) => parts.length === 2 && (part === "" || part === "..");
  const from = isOpen(first) ? undefined : momentOf(first, "T00:00:00.000Z");
  const to = isOpen(last) ? undefined : momentOf(last, "T23:59:59.999Z");
  if (parts.length > 2 || (from !== undefined && to !== undefined && from > to)) throw badTime();
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function momentOf(text: string, ofDate: string): string {
  const time = instant.test(text) ? new Date(text.length === 10 ? `${text}${ofDate}` : text) : undefined;
  if (!time || Number.isNaN(time.getTime())) throw badTime();
  return time.toISOString();
}

const badTime = () => bad("datetime", "Erwartet wird ein Zeitpunkt oder eine Spanne nach RFC 3339.");

function bad(name: string, detail: string): Problem {
  return new Problem(400, "Die Anfrage ist nicht lesbar.", { errors: [{ pointer: `/${name}`, detail }] });
}
