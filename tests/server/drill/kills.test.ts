import { expect, it } from "vitest";
import { killDrill } from "../../../scripts/drill/kill-drill.ts";
import { onBothDatabases } from "./databases.ts";

onBothDatabases((database) => {
  it("D-01 D-02 three writers killed in mid-sentence lose no acknowledged write, record and audit agree", {
    timeout: 180_000,
  }, async () => {
    const result = await killDrill({ database: await database(), kills: 3, writes: [20, 120] });
    expect(result).toMatchObject({ kills: 3, lost: [], damage: [], auditBreaks: [] });
    expect(result.acknowledged).toBeGreaterThanOrEqual(60);
    expect(result.auditEntries).toBeGreaterThanOrEqual(result.acknowledged);
  });
});
