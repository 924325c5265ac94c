import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonFieldCeiling,
  fieldCeiling,
  inScope,
  may,
  projected,
  readScope,
} from "#domain/access/access.ts";
import { type Audience, lowered, publicAudience, roles } from "#domain/access/audience.ts";
import { isAtMost, visibilities } from "#domain/access/visibility.ts";
import { facility } from "#domain/facility/facility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { recordTypes } from "#domain/record/record-types.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";

const departments = ["51", "50", "61"];
const accounts = ["demo:a", "demo:b"];
const audiences: fc.Arbitrary<Audience> = fc.record({
  role: fc.constantFrom(...roles),
  account: fc.option(fc.constantFrom(...accounts)),
  department: fc.option(fc.constantFrom(...departments)),
  districts: fc.subarray(["01", "02"]),
  ceiling: fc.constantFrom(...visibilities),
});
const records: fc.Arbitrary<StoredRecord> = fc.record({
  id: fc.uuid(),
  type: fc.constant("facilities"),
  revision: fc.constant(1),
  state: fc.constant("IN_BETRIEB"),
  visibility: fc.constantFrom(...visibilities),
  owner: fc.constantFrom(...accounts),
  participants: fc.subarray([...accounts, "department:51"]),
  department: fc.option(fc.constantFrom(...departments)),
  districts: fc.subarray(["01", "02"]),
  geometry: fc.constant({ type: "Point" as const, coordinates: [9, 48.7] }),
  properties: fc.record({
    name: fc.constant("Kita"),
    condition: fc.constant("GUT"),
    locationProtection: fc.constantFrom("NONE", "AREA_ONLY", "HIDDEN"),
  }),
  createdAt: fc.constant(""),
  updatedAt: fc.constant(""),
});
const types = fc.constantFrom(...recordTypes);

describe("reading", () => {
  it("lowering the Sicht never lets anybody read more", () => {
    fc.assert(
      fc.property(
        audiences,
        records,
        types,
        fc.constantFrom(...visibilities),
        (audience, record, type, ceiling) => {
          const low = lowered(audience, ceiling);
          if (inScope(readScope(low, type), record))
            expect(inScope(readScope(audience, type), record)).toBe(true);
          expect(isAtMost(fieldCeiling(low, record), fieldCeiling(audience, record))).toBe(true);
        },
      ),
    );
  });

  it("nobody reads above the ceiling, and everybody reads what is public", () => {
    fc.assert(
      fc.property(audiences, records, types, (audience, record, type) => {
        const reads = inScope(readScope(audience, type), record);
        if (reads) expect(isAtMost(record.visibility, audience.ceiling)).toBe(true);
        if (record.visibility === "PUBLIC") expect(reads).toBe(true);
      }),
    );
  });

  it("RESTRICTED is read by the Geschäftsstelle, the owner, participants, and for facilities the own department", () => {
    fc.assert(
      fc.property(audiences, records, types, (audience, record, type) => {
        const restricted = { ...record, visibility: "RESTRICTED" as const };
        if (!inScope(readScope(audience, type), restricted)) return;
        const names = [audience.account, `department:${audience.department}`];
        const isKnown =
          audience.role === "SECRETARIAT" ||
          record.owner === audience.account ||
          (audience.account !== null && record.participants.some((name) => names.includes(name))) ||
          (type.restrictedForOwnDepartment &&
            audience.role === "PLANNER" &&
            record.department === audience.department);
        expect(isKnown).toBe(true);
      }),
    );
  });

  it("fields that filter lists are fields read on every record in scope", () => {
    fc.assert(
      fc.property(audiences, records, (audience, record) => {
        if (!inScope(readScope(audience, facility), record)) return;
        expect(isAtMost(commonFieldCeiling(audience), fieldCeiling(audience, record))).toBe(true);
      }),
    );
  });

  it("the public gets no internal field, no people and no protected location", () => {
    fc.assert(
      fc.property(records, (record) => {
        const seen = projected(publicAudience, facility, record);
        expect(seen.properties).not.toHaveProperty("condition");
        expect(seen.owner).toBe("");
        expect(seen.participants).toEqual([]);
        if (record.properties.locationProtection !== "NONE") expect(seen.geometry).toBeNull();
      }),
    );
  });
});

describe("doing", () => {
  it("only the Geschäftsstelle releases, and never a protected location", () => {
    fc.assert(
      fc.property(audiences, records, types, (audience, record, type) => {
        if (may(audience, "release", type, record)) {
          expect(audience.role).toBe("SECRETARIAT");
          expect(type.isProtected?.(record.properties) ?? false).toBe(false);
        }
      }),
    );
  });

  it("people without an account change nothing", () => {
    fc.assert(
      fc.property(audiences, records, types, (audience, record, type) => {
        for (const act of ["create", "edit", "transition", "delete"] as const) {
          if (may({ ...audience, account: null }, act, type, record))
            throw new Error(`${act} without account`);
        }
      }),
    );
  });

  it("a planner edits the own department's sketch and no other", () => {
    const planner: Audience = {
      role: "PLANNER",
      account: "demo:a",
      department: "51",
      districts: [],
      ceiling: "RESTRICTED",
    };
    const sketch = { owner: "demo:b", department: "51" } as StoredRecord;
    expect(may(planner, "edit", candidateSite, sketch)).toBe(true);
    expect(may({ ...planner, department: "50" }, "edit", candidateSite, sketch)).toBe(false);
  });
});
