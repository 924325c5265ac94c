import { expect, it } from "vitest";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import {
  type AuditFact,
  chained,
  chainStart,
  contentHash,
  verifyChain,
} from "../../../server/store/audit-chain.ts";
import type { AuditEntry } from "../../../server/store/store.ts";

const fact: AuditFact = {
  at: "2026-01-01T00:00:00.000Z",
  actor: "a",
  action: "create",
  type: "t",
  id: "i",
  revision: 1,
  reason: null,
  contentHash: "c",
};

function chainOf(...ids: string[]): AuditEntry[] {
  let end = { sequence: 0, hash: chainStart };
  return ids.map((id) => {
    const entry = chained(end, { ...fact, id });
    end = entry;
    return entry;
  });
}

const kinds = (entries: AuditEntry[]) =>
  verifyChain(entries).breaks.map(({ kind, sequence }) => [sequence, kind]);

it("canonical JSON orders keys by code point at every depth and leaves undefined out", () => {
  const value = { b: 1, a: [{ z: "ü\n", B: null, y: undefined }, undefined, 1.5], "": true };
  expect(canonicalJson(value)).toBe('{"":true,"a":[{"B":null,"z":"ü\\n"},null,1.5],"b":1}');
});

it("the hash of a content is the sha256 of its canonical JSON", () => {
  // printf '{"a":1}' | sha256sum
  expect(contentHash({ a: 1 })).toBe("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
});

it("an untouched chain has no breaks and ends at its last row", () => {
  const entries = chainOf("a", "b", "c");
  expect(verifyChain(entries)).toEqual({ end: { sequence: 3, hash: entries[2]?.hash }, breaks: [] });
});

it("a chain can be checked in parts", () => {
  const entries = chainOf("a", "b", "c");
  const first = verifyChain(entries.slice(0, 1));
  expect(verifyChain(entries.slice(1), undefined, first.end).breaks).toEqual([]);
});

it.each(["at", "actor", "action", "type", "id", "reason", "contentHash"] as const)(
  "a changed %s is found",
  (field) => {
    const [first, second, third] = chainOf("a", "b", "c");
    expect(kinds([first!, { ...second!, [field]: "other" }, third!])).toEqual([[2, "hash"]]);
  },
);

it("a row hashed anew after the change breaks the link of the next", () => {
  const [first, , third] = chainOf("a", "b", "c");
  const forged = chained(first!, { ...fact, id: "forged" });
  expect(kinds([first!, forged, third!])).toEqual([[3, "previous-hash"]]);
});

it("a missing and an exchanged row are found", () => {
  const [first, second, third] = chainOf("a", "b", "c");
  expect(kinds([first!, third!])).toEqual([
    [3, "gap"],
    [3, "previous-hash"],
  ]);
  expect(kinds([first!, third!, second!]).length).toBeGreaterThan(0);
});

it("content that changed or is gone is found", () => {
  const entries = chainOf("a", "b", "c");
  const contents = new Map([
    ["a", "c"],
    ["b", "other"],
  ]);
  const { breaks } = verifyChain(entries, ({ id }) => contents.get(id) ?? null);
  expect(breaks.map(({ id, kind }) => [id, kind])).toEqual([
    ["b", "content"],
    ["c", "content-missing"],
  ]);
});
