import { describe, expect, it } from "vitest";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { readingsFor } from "../../../../web/panels/interpretation/readings.ts";

const record = (id: string, department: string, state: string, properties: object = {}) =>
  ({ id, department, state, properties }) as unknown as RecordAnswer;
const west = { areaLevel: "district", areaNumber: "01" };
const records = [
  record("v1", "51", "ERSETZT", { version: 1 }),
  record("v3", "51", "UNTERZEICHNET", { version: 3 }),
  record("v2", "51", "UNTERZEICHNET", { version: 2 }),
  record("draft", "51", "ENTWURF"),
  record("school", "40", "UNTERZEICHNET", { version: 1 }),
  record("west", "51", "UNTERZEICHNET", { ...west, version: 1 }),
];
const ids = (area: { level: "district"; number: string } | null) =>
  readingsFor(records, area).map(({ signed, drafts, former }) => [
    signed?.id,
    ...[drafts, former].map((several) => several.map(({ id }) => id)),
  ]);

describe("the readings of a figure", () => {
  it("are one of each department, the newest signed version first and what it said before below", () => {
    expect(ids(null)).toEqual([
      ["v3", ["draft"], ["v2", "v1"]],
      ["school", [], []],
    ]);
  });

  it("begin with those of the very area, and leave out those of other areas", () => {
    expect(ids({ level: "district", number: "01" })[0]).toEqual(["west", [], []]);
    expect(ids({ level: "district", number: "02" }).flat(2)).not.toContain("west");
  });
});
