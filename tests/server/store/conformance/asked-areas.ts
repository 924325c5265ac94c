import { expect, it } from "vitest";
import type { AnsweredArea, AreaDecision } from "#domain/disclosure/asked-area.ts";
import type { AreaQuestion, Store } from "../../../../server/store/store.ts";
import { manifest, moment } from "../builders.ts";
import type { Opened } from "./harness.ts";

const answered: AreaDecision = { kind: "answered", hiddenGroups: [] };
const withheld: AreaDecision = { kind: "withheld" };

export function askedAreasSuite({ store, open }: Opened): void {
  let releases = 0;
  const newRelease = () => store().openRelease(manifest({ dataset: `asked-${++releases}`, kind: "grid" }));
  const question = (releaseId: string, cells: number[], more: Partial<AreaQuestion> = {}): AreaQuestion => ({
    releaseId,
    cells: Uint8Array.from(cells),
    account: `demo:PLANNER:${releaseId}`,
    role: "PLANNER",
    at: moment(),
    limit: { areas: 100, since: "2000-01-01T00:00:00.000Z" },
    ...more,
  });
  /** Answers the first area only, and tells what it was shown. */
  const onlyFirst = (seen: (readonly AnsweredArea[])[]) => (earlier: readonly AnsweredArea[]) => {
    seen.push(earlier);
    return earlier.length === 0 ? answered : withheld;
  };
  const lastActs = async (count: number) =>
    (await store().audit({ limit: 1_000_000 })).slice(-count).map(({ action, type }) => `${action} ${type}`);

  it("a question sees what was answered before from its release, not what was withheld", async () => {
    const [release, other] = [await newRelease(), await newRelease()];
    await store().askArea(question(other, [1]), () => answered);
    await store().askArea(question(release, [1, 255]), () => ({ kind: "answered", hiddenGroups: [0, 2] }));
    await store().askArea(question(release, [2, 0]), () => withheld);
    const seen: (readonly AnsweredArea[])[] = [];
    await store().askArea(question(release, [4, 0]), onlyFirst(seen));
    expect(seen.map((areas) => areas.map(({ cells, hiddenGroups }) => [[...cells], hiddenGroups]))).toEqual([
      [
        [
          [1, 255],
          [0, 2],
        ],
      ],
    ]);
    expect(await lastActs(3)).toEqual([
      "area-answered drawn-area",
      "area-withheld drawn-area",
      "area-withheld drawn-area",
    ]);
  });

  it("the same area again gets the same answer, and leaves another row only for somebody else", async () => {
    const release = await newRelease();
    const first: AreaDecision = { kind: "answered", hiddenGroups: [1, 2] };
    const never = () => {
      throw new Error("decided again");
    };
    expect(await store().askArea(question(release, [7]), () => first)).toEqual(first);
    const before = (await store().audit({ limit: 1_000_000 })).length;
    expect(await store().askArea(question(release, [7]), never)).toEqual(first);
    expect(await store().audit({ limit: 1_000_000 })).toHaveLength(before);
    expect(await store().askArea(question(release, [7], { account: "demo:SECRETARIAT" }), never)).toEqual(
      first,
    );
    expect((await store().audit({ limit: 1_000_000 })).slice(before)).toMatchObject([
      { actor: "demo:SECRETARIAT", action: "area-answered" },
    ]);
    const seen: (readonly AnsweredArea[])[] = [];
    await store().askArea(question(release, [8]), onlyFirst(seen));
    expect(seen[0], "one area, asked for twice").toHaveLength(1);
  });

  it("S-07 of many who ask at once through two processes, each is compared with all before it", async () => {
    const release = await newRelease();
    const other = await open();
    const seen: (readonly AnsweredArea[])[] = [];
    const ask = (through: Store, cell: number) =>
      through.askArea(question(release, [cell], { account: `demo:PLANNER:${cell}` }), (earlier) => {
        seen.push(earlier);
        return answered;
      });
    await Promise.all(Array.from({ length: 12 }, (_, at) => ask(at % 2 ? other : store(), at + 1)));
    await other.close();
    expect(seen.map((areas) => areas.length).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, at) => at),
    );
  });

  it("answers outlast the process", async () => {
    const release = await newRelease();
    await store().askArea(question(release, [3]), () => answered);
    const later = await open();
    const seen: (readonly AnsweredArea[])[] = [];
    expect(await later.askArea(question(release, [1]), onlyFirst(seen))).toEqual(withheld);
    await later.close();
    expect(seen[0]?.map(({ cells }) => [...cells])).toEqual([[3]]);
  });

  it("an account that has asked for as many new areas as it may is told so, and nothing is decided", async () => {
    const release = await newRelease();
    const limit = { areas: 2, since: moment() };
    const ask = (cell: number, since = limit.since) =>
      store().askArea(question(release, [cell], { limit: { ...limit, since } }), () => answered);
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([answered, answered, { kind: "too-many" }]);
    expect(await ask(2), "asked for before").toEqual(answered);
    expect(await ask(3, moment()), "later").toEqual(answered);
  });

  it("a decision that fails leaves nothing behind", async () => {
    const release = await newRelease();
    const before = (await store().audit({ limit: 1_000_000 })).length;
    await expect(
      store().askArea(question(release, [1]), () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(await store().audit({ limit: 1_000_000 })).toHaveLength(before);
    const seen: (readonly AnsweredArea[])[] = [];
    expect(await store().askArea(question(release, [1]), onlyFirst(seen))).toEqual(answered);
  });
}
