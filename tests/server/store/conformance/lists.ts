import { beforeAll, expect, it } from "vitest";
import {
  InvalidCursorError,
  type RecordFilter,
  type RecordQuery,
  UnknownFieldError,
} from "../../../../server/store/store.ts";
import { create, edit, type, writeContext } from "../builders.ts";
import type { Opened } from "./harness.ts";

const owner = "lists";
const scope = [{ visibility: ["PUBLIC" as const], owner }];

/** Name, then properties, districts and place; in the order of a German list. */
const rows = [
  ["100 % Kinder", { kind: "kita", places: 90, groups: ["u3", "ü3"] }, ["10"], [9.1, 48.7]],
  ["100 Kinder", { kind: "kita", places: 9, groups: ["u3"] }, ["10", "11"], [9.2, 48.8]],
  ["Ärztehaus", { kind: "health", groups: [] }, ["12"], [9.3, 48.9]],
  ["Bad_Nord", { kind: "Öffentlich", places: 0.5 }, [], null],
  ["Bad-Süd", { kind: null, places: "viele" }, ["11"], [9.15, 48.75]],
  ["straße\\haus", { kind: "OPEN", places: 1000 }, ["12"], [9.25, 48.85]],
] as const;

export function listsSuite({ store }: Opened): void {
  beforeAll(async () => {
    for (const [name, properties, districts, coordinates] of [...rows].reverse()) {
      await create(store(), {
        owner,
        districts: [...districts],
        geometry: coordinates && { type: "Point", coordinates: [...coordinates] },
        properties: { name, ...properties },
      });
    }
  });

  async function names(query: Partial<RecordQuery>): Promise<unknown[]> {
    const sort = { field: "title", descending: false };
    const page = await store().records({ type, scope, limit: 100, sort, ...query });
    expect(page.total).toBe(page.items.length);
    return page.items.map((record) => record.properties.name);
  }
  const filtered = (...filters: RecordFilter[]) => names({ filters });
  const all = rows.map(([name]) => name);

  it("titles sort as in a German list, in both directions", async () => {
    // "-" stands before "_" in Unicode; both before letters.
    const sorted = ["100 % Kinder", "100 Kinder", "Ärztehaus", "Bad-Süd", "Bad_Nord", "straße\\haus"];
    expect(await names({})).toEqual(sorted);
    expect(await names({ sort: { field: "title", descending: true } })).toEqual(sorted.toReversed());
  });

  it("numbers sort as numbers, records without one come last", async () => {
    const ascending = await names({ sort: { field: "places", descending: false } });
    expect(ascending.slice(0, 4)).toEqual(["Bad_Nord", "100 Kinder", "100 % Kinder", "straße\\haus"]);
    const descending = await names({ sort: { field: "places", descending: true } });
    expect(descending.slice(0, 4)).toEqual(["straße\\haus", "100 % Kinder", "100 Kinder", "Bad_Nord"]);
  });

  it("text sorts without regard to case and umlauts", async () => {
    const sorted = await names({ sort: { field: "kind", descending: false } });
    expect(sorted[0]).toBe("Ärztehaus");
    expect(sorted.slice(3, 5)).toEqual(["Bad_Nord", "straße\\haus"]);
    expect(sorted[5]).toBe("Bad-Süd");
  });

  it("the last changed comes first when sorted by date", async () => {
    const { items } = await store().records({
      type,
      scope,
      limit: 1,
      filters: [{ field: "kind", op: "eq", value: "health" }],
    });
    const [record] = items;
    if (!record) throw new Error("missing");
    await store().write([edit(record, { ...record.properties })], writeContext());
    expect((await names({ sort: { field: "updatedAt", descending: true } }))[0]).toBe("Ärztehaus");
  });

  it("a search finds its text literally, ignoring case", async () => {
    expect(await names({ text: "%" })).toEqual(["100 % Kinder"]);
    expect(await names({ text: "_" })).toEqual(["Bad_Nord"]);
    expect(await names({ text: "\\" })).toEqual(["straße\\haus"]);
    expect(await names({ text: "ÄRZTE" })).toEqual(["Ärztehaus"]);
    expect(await names({ text: "STRAßE" })).toEqual(["straße\\haus"]);
    expect(await names({ text: "'; drop table record; --" })).toEqual([]);
    expect(await names({ text: "\0" })).toEqual([]);
  });

  it("filters compare text, numbers and members of lists", async () => {
    expect(await filtered({ field: "kind", op: "eq", value: "kita" })).toEqual([
      "100 % Kinder",
      "100 Kinder",
    ]);
    expect(await filtered({ field: "kind", op: "in", value: ["OPEN", "health"] })).toEqual([
      "Ärztehaus",
      "straße\\haus",
    ]);
    expect(await filtered({ field: "kind", op: "contains", value: "öffent" })).toEqual(["Bad_Nord"]);
    expect(
      await filtered({ field: "places", op: "gte", value: 9 }, { field: "places", op: "lte", value: 90 }),
    ).toEqual(["100 % Kinder", "100 Kinder"]);
    expect(await filtered({ field: "places", op: "eq", value: "0.5" })).toEqual(["Bad_Nord"]);
    expect(await filtered({ field: "groups", op: "contains", value: "ü3" })).toEqual(["100 % Kinder"]);
    expect(await filtered({ field: "groups", op: "in", value: ["ü3", "u3"] })).toEqual([
      "100 % Kinder",
      "100 Kinder",
    ]);
    expect(await filtered({ field: "state", op: "eq", value: "entwurf" })).toHaveLength(6);
    expect(await filtered({ field: "department", op: "in", value: [] })).toEqual([]);
  });

  it("a filter on something that is no number of a number field finds nothing", async () => {
    expect(await filtered({ field: "places", op: "eq", value: "viele" })).toEqual([]);
  });

  it("X-06 undeclared fields are refused by name, whatever they look like", async () => {
    for (const field of ["name", "owner", "title_key", "1;select", "__proto__", "constructor", 'a"b']) {
      await expect(filtered({ field, op: "eq", value: "x" })).rejects.toThrow(UnknownFieldError);
      await expect(names({ sort: { field, descending: false } })).rejects.toThrow(UnknownFieldError);
    }
    await expect(names({ sort: { field: "groups", descending: false } })).rejects.toThrow(UnknownFieldError);
  });

  it("districts and boxes narrow the list, the border belongs to the box", async () => {
    expect(await names({ districts: ["11"] })).toEqual(["100 Kinder", "Bad-Süd"]);
    expect(await names({ districts: [] })).toEqual([]);
    expect(await names({ bbox: [9.1, 48.7, 9.2, 48.8] })).toEqual(["100 % Kinder", "100 Kinder", "Bad-Süd"]);
    expect(await names({ bbox: [9.1500000001, 48.7, 9.1999999999, 48.9] })).toEqual([]);
  });

  it("pages give each record once, even while records are added and changed", async () => {
    for (const sort of [
      { field: "title", descending: false },
      { field: "places", descending: true },
      undefined,
    ]) {
      const seen: unknown[] = [];
      let after: string | undefined;
      do {
        const page = await store().records({
          type,
          scope,
          limit: 2,
          ...(sort && { sort }),
          ...(after && { after }),
        });
        seen.push(...page.items.map((record) => record.properties.name));
        after = page.next ?? undefined;
        await create(store(), { owner: "someone-else", properties: { name: "000 neu", places: 9999 } });
      } while (after);
      expect(seen).toHaveLength(all.length);
      expect(new Set(seen)).toEqual(new Set(all));
    }
  });

  it("a cursor of another order, or none at all, is refused", async () => {
    const page = await store().records({
      type,
      scope,
      limit: 2,
      sort: { field: "title", descending: false },
    });
    const after = page.next ?? "";
    const byPlaces = { field: "places", descending: false };
    await expect(names({ after, sort: byPlaces })).rejects.toThrow(InvalidCursorError);
    const forged = Buffer.from('["places",false,"viele",""]').toString("base64url");
    await expect(names({ after: forged, sort: byPlaces })).rejects.toThrow(InvalidCursorError);
    await expect(names({ after: "bm9uc2Vuc2U" })).rejects.toThrow(InvalidCursorError);
  });
}
