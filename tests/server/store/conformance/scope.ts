import fc from "fast-check";
import { expect, it } from "vitest";
import { inScope, type ReadScope, readScope } from "#domain/access/access.ts";
import { type Audience, roles } from "#domain/access/audience.ts";
import { visibilities } from "#domain/access/visibility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { creation, site, siteType, type, writeContext } from "../builders.ts";
import type { Opened } from "./harness.ts";

/** Few values, so that they meet; among them some that SQL or JSON could misread. */
const people = fc.constantFrom("a", "A", "b'", '"c"', "%", "department:51", "");
const departments = fc.option(fc.constantFrom("51", "61", "5_"));
const districts = fc.uniqueArray(fc.constantFrom("1", "10", "100", "[]"), { maxLength: 3 });

const records = fc.record({
  visibility: fc.constantFrom(...visibilities),
  owner: people,
  participants: fc.uniqueArray(people, { maxLength: 3 }),
  department: departments,
  districts,
});

const audiences: fc.Arbitrary<Audience> = fc.record({
  role: fc.constantFrom(...roles),
  account: fc.option(people),
  department: departments,
  districts,
  ceiling: fc.constantFrom(...visibilities),
});

const clause = fc.record(
  {
    visibility: fc.subarray([...visibilities]),
    districts,
    owner: people,
    participants: fc.uniqueArray(people, { maxLength: 3 }),
    department: fc.constantFrom("51", "61", "5_"),
  },
  { requiredKeys: ["visibility"] },
);

export function scopeSuite({ store }: Opened): void {
  async function foundIn(scope: ReadScope, among: readonly StoredRecord[]): Promise<void> {
    const own = new Set(among.map(({ id }) => id));
    const page = await store().records({ type, scope, limit: 10_000 });
    const found = page.items.map(({ id }) => id).filter((id) => own.has(id));
    const expected = among.filter((record) => inScope(scope, record)).map(({ id }) => id);
    expect(found.sort()).toEqual(expected.sort());
    expect(page.total).toBe(page.items.length);
    expect(page.items.every((record) => inScope(scope, record))).toBe(true);
    const asked = [
      { type, scope },
      { type: "nothing-of-this", scope: "everything" as const },
    ];
    expect([...(await store().typesWithRecords(asked))]).toEqual(page.total > 0 ? [type] : []);
    for (const record of among.slice(0, 5)) {
      const one = await store().record(type, record.id, scope);
      expect(one !== undefined).toBe(inScope(scope, record));
    }
  }

  async function written(given: readonly Partial<StoredRecord>[]): Promise<StoredRecord[]> {
    const changes = given.map((envelope) => creation(site(envelope)));
    const outcome = await store().write(changes, writeContext());
    if (outcome.kind !== "written") throw new Error(outcome.kind);
    return outcome.records;
  }

  it("any audience finds in the database what the rule lets it read, and nothing else", async () => {
    const sample = await written(fc.sample(records, { numRuns: 150, seed: 1 }));
    await fc.assert(
      fc.asyncProperty(audiences, fc.boolean(), async (audience, restrictedForOwnDepartment) => {
        await foundIn(readScope(audience, { ...siteType, restrictedForOwnDepartment }), sample);
      }),
      { numRuns: 150 },
    );
  });

  it("any clauses mean the same in SQL as in memory", async () => {
    const sample = await written(fc.sample(records, { numRuns: 150, seed: 2 }));
    await fc.assert(
      fc.asyncProperty(fc.array(clause, { maxLength: 4 }), async (scope) => foundIn(scope, sample)),
      { numRuns: 150 },
    );
  });

  it("no clause reads nothing", async () => {
    const [record] = await written([{ visibility: "PUBLIC" }]);
    expect(await store().records({ type, scope: [], limit: 10 })).toEqual({
      items: [],
      total: 0,
      next: null,
    });
    expect(await store().record(type, record?.id ?? "", [])).toBeUndefined();
  });
}
