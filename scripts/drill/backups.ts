import { backupDrill } from "./backup-drill.ts";
import { type Drill, Findings } from "./drill.ts";
import { newDatabase } from "./drill-city.ts";

export const backupsDrill: Drill = {
  name: "backup",
  title: "D-07 a backup made while writers go on holds every write acknowledged before it began",
  async run(setting) {
    const found = new Findings();
    const cluster = setting.engine === "postgres" ? await setting.cluster() : undefined;
    const database = await newDatabase(setting, { name: "saved", ...(cluster && { cluster }) });
    const empty = await newDatabase(setting, { name: "restored", ...(cluster && { cluster }) });
    const { manifest, ...result } = await backupDrill({ database, empty, writes: 5000 });
    found.expectEqual(result.lost.slice(0, 20), [], "lost");
    found.expect(result.backupSeconds <= 60, `the backup took ${result.backupSeconds.toFixed(1)} s`);
    const megabytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
    return {
      figures:
        `backup of ${megabytes.toFixed(1)} MB in ${result.backupSeconds.toFixed(1)} s under load, ` +
        `${result.lost.length} of ${result.acknowledged} writes lost, ${result.meanwhile} more meanwhile, ` +
        `longest pause ${Math.round(result.longestPause)} ms; restored and verified in ` +
        `${result.restoreSeconds.toFixed(1)} s`,
      broken: found.broken,
    };
  },
};
