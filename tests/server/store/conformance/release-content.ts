import { expect, it } from "vitest";
import { contentParts, largestPart } from "../../../../server/store/content-parts.ts";
import { manifest, moment } from "../builders.ts";
import type { Opened } from "./harness.ts";

const options = (contentHash: string) => ({ actor: "demo:STATISTICS", at: moment(), contentHash });

/** Every byte value, and more than two parts. */
const file = Uint8Array.from(
  { length: 2 * largestPart + 12_345 },
  (_, index) => (index * 31 + (index >> 8)) & 255,
);

export function releaseContentSuite({ store, open, execute }: Opened): void {
  it("a file staged in parts comes back whole and byte for byte, also to another process", async () => {
    const release = await store().openRelease(manifest({ dataset: "content-whole", kind: "grid" }));
    const [first, ...others] = contentParts(file);
    await store().stage(release, { kind: "grid", rows: [first!] });
    await store().stage(release, { kind: "grid", rows: others });
    const outcome = await store().publish(release, options("whole"));
    expect(outcome).toMatchObject({ kind: "published", release: { kind: "grid", rowCount: 3 } });
    const other = await open();
    const found = await other.content(release);
    await other.close();
    expect(found.length).toBe(file.length);
    expect(Buffer.compare(found, file)).toBe(0);
    expect(found.byteOffset).toBe(0);
  });

  it("a part that looks into the middle of other memory is stored alone", async () => {
    const release = await store().openRelease(manifest({ dataset: "content-view", kind: "network" }));
    const memory = Uint8Array.from([9, 9, 1, 2, 3, 9]);
    await store().stage(release, { kind: "network", rows: [memory.subarray(2, 5)] });
    expect([...(await store().content(release))]).toEqual([1, 2, 3]);
  });

  it("a part beyond the limit and a part of another kind are refused, and nothing of them stays", async () => {
    const release = await store().openRelease(manifest({ dataset: "content-large", kind: "grid" }));
    const rows = [new Uint8Array(1), new Uint8Array(largestPart + 1)];
    await expect(store().stage(release, { kind: "grid", rows })).rejects.toThrow(/at most/);
    await expect(store().stage(release, { kind: "network", rows: [file.subarray(0, 1)] })).rejects.toThrow(
      /grid/,
    );
    expect(await store().content(release)).toHaveLength(0);
  });

  it("a superseded file stays readable, a discarded one is gone, equal content makes no release", async () => {
    const publish = async (byte: number, hash: string) => {
      const release = await store().openRelease(manifest({ dataset: "content-series", kind: "grid" }));
      await store().stage(release, { kind: "grid", rows: [Uint8Array.of(byte)] });
      return { release, outcome: await store().publish(release, options(hash)) };
    };
    const first = await publish(1, "one");
    const second = await publish(2, "two");
    const again = await publish(2, "two");
    expect(again.outcome).toMatchObject({ kind: "unchanged", current: { id: second.release } });
    expect([...(await store().content(first.release))]).toEqual([1]);
    expect([...(await store().content(second.release))]).toEqual([2]);
    expect(await store().content(again.release)).toHaveLength(0);

    const given = await store().openRelease(manifest({ dataset: "content-series", kind: "grid" }));
    await store().stage(given, { kind: "grid", rows: [Uint8Array.of(3)] });
    await store().discard(given, "doch nicht");
    expect(await store().content(given)).toHaveLength(0);
  });

  it("parts staged by a process that died are dropped when the database is opened again", async () => {
    const release = await store().openRelease(manifest({ dataset: "content-abandoned", kind: "network" }));
    await store().stage(release, { kind: "network", rows: [Uint8Array.of(1, 2, 3)] });
    const dead = JSON.stringify({ host: "elsewhere", boot: "", pid: 1, started: "" });
    await execute(
      `update dataset_release set owner = '${dead}', lease_at = '2020-01-01T00:00:00.000Z' where id = '${release}'`,
    );
    const other = await open();
    expect(await other.content(release)).toHaveLength(0);
    const [found] = await other.releases({ dataset: "content-abandoned", all: true });
    expect(found?.state).toBe("ABORTED");
    await other.close();
  });

  it("the audit vouches for published and discarded files alike", async () => {
    expect((await store().verifyAudit()).breaks).toEqual([]);
    const entries = await store().audit({ limit: 1_000_000 });
    const actions = (dataset: string) =>
      entries.filter(({ id }) => id === dataset).map(({ action }) => action);
    expect(actions("content-series")).toEqual(["publish", "publish", "discard"]);
    expect(actions("content-abandoned")).toEqual(["discard"]);
  });
}
