import { describe, expect, it } from "vitest";
import { runImport } from "../../../server/datasets/import-job.ts";
import { importSpecSchema } from "../../../server/datasets/import-spec.ts";
import type { Store } from "../../../server/store/store.ts";
import { areas, at, collection, districts, feature, importHarness, square } from "./import-harness.ts";

const harness = importHarness();
const { folder, done, refused } = harness;

describe("every import", () => {
  it.each([
    ["sourceText", "--source-text"],
    ["licence", "--licence"],
    ["referenceDate", "--reference-date"],
  ])("without %s is refused with the option %s named", async (field, option) => {
    const outcome = await refused(areas(folder.write(districts), { [field]: undefined }));
    expect(outcome.sentence).toBe(`Herkunft fehlt: bitte mit ${option} angeben.`);
  });

  it("is refused with a release that has no date, or no such date", async () => {
    const file = folder.write(districts);
    for (const released of ["Statistisches Amt", "Amt, 2026-02-31", ", 2026-01-01"]) {
      expect((await refused(areas(file, { released }))).code).toBe("bad-release");
    }
  });

  it("is refused by a demo database", async () => {
    await harness.store.saveSetting("city", { name: { de: "Demo", en: "Demo" }, isDemo: true });
    expect(await refused(areas(folder.write(districts)))).toMatchObject({ code: "demo-database" });
    expect(await harness.store.releases({ all: true })).toEqual([]);
  });

  it("writes nothing when it is only tried", async () => {
    const report = await done(areas(folder.write(districts)), { dryRun: true });
    expect(report.datasets).toMatchObject([{ dataset: "areas-district", outcome: "dry-run", rows: 2 }]);
    expect(await harness.store.releases({ all: true })).toEqual([]);
  });

  it("tells how far it is", async () => {
    const steps: string[] = [];
    await done(areas(folder.write(districts)), { onProgress: ({ phase }) => steps.push(phase) });
    expect(steps).toEqual(["reading", "mapping", "writing", "publishing"]);
  });

  it("leaves no staged rows behind when the database fails on the way", async () => {
    const publishTogether = () => Promise.reject(new Error("disk on fire"));
    const failing: Store = { ...harness.store, publishTogether };
    const spec = importSpecSchema.parse(areas(folder.write(districts)));
    await expect(runImport(failing, spec, { actor: "import", at })).rejects.toThrow("disk on fire");
    expect((await harness.store.releases({ all: true })).map(({ state }) => state)).toEqual(["ABORTED"]);
  });

  it("of nothing but wrong rows is refused", async () => {
    const file = folder.write(
      collection(feature({ nr: null, name: "x" }, { type: "Polygon", coordinates: square(9, 48) })),
    );
    expect((await refused(areas(file, { skipBadRows: true }))).code).toBe("nothing-accepted");
  });
});
