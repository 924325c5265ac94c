import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import { importSpecSchema } from "../../../server/datasets/import-spec.ts";
import { withKeptRules } from "../../../server/imports/kept-rules.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import { as } from "../../lib/running-app.ts";
import { type SmallCity, smallCity, testIndicator } from "../../lib/small-city.ts";
import { stepped, uploaded } from "./upload.ts";

const statistics = as("STATISTICS");
const file = "Nr;Name;Jahr;Versiegelt\n01;West;2024;30,5\n02;Ost;2024;31,5\n03;Lemberg/Föhrich;2024;1,0\n";
const spec = {
  level: "district",
  area: { number: "Nr", name: "Name" },
  period: "Jahr",
  sourceText: "Testquelle",
  licence: "frei",
  referenceDate: "2024-12-31",
  indicators: [
    {
      definition: {
        code: "sealed",
        name: { de: "Versiegelt", en: "Sealed" },
        theme: "environment",
        kind: "rate",
        unit: "%",
        direction: "NEUTRAL",
        decimals: 1,
        publicationAllowed: true,
      },
      values: [{ column: "Versiegelt" }],
    },
  ],
};

onBothDatabases((newDatabase) => {
  describe("a file that the Statistikstelle uploads", () => {
    let city: SmallCity;
    beforeAll(async () => {
      city = await smallCity({ databaseUrl: await newDatabase() });
    });
    afterAll(() => city.close());

    it("is shown with what was found in it, and with a mapping to confirm", async () => {
      const job = await uploaded(city.app, statistics, { content: file });
      expect(job).toMatchObject({ state: "PREVIEWED", kind: "indicator", fileName: "daten.csv" });
      expect(job.preview).toMatchObject({ format: "csv", encoding: "utf-8", separator: ";", rowCount: 3 });
      expect(job.preview?.suggested).toEqual({
        level: "district",
        areaNumber: "Nr",
        areaName: "Name",
        period: "Jahr",
        figures: ["Versiegelt"],
        fields: {},
        unmatched: [{ row: 4, given: "03 Lemberg/Föhrich" }],
        unmatchedCount: 1,
      });
    });

    it("is checked without a byte of it being written, and a demo refuses to publish it", async () => {
      const { id } = await uploaded(city.app, statistics, { content: file });
      const refused = await stepped(city.app, statistics, id, "check", { spec });
      expect(refused).toMatchObject({ state: "REFUSED", problem: { code: "bad-rows" } });
      expect(refused.problem?.sentence).toContain("„Fehlerhafte Zeilen auslassen“");
      expect(refused.report?.setAside).toMatchObject([{ row: 4, code: "unknown-area" }]);
      const checked = await stepped(city.app, statistics, id, "check", {
        spec: { ...spec, skipBadRows: true },
      });
      expect(checked).toMatchObject({
        state: "CHECKED",
        report: {
          rowsRead: 3,
          rowsAccepted: 2,
          setAsideCount: 1,
          datasets: [{ dataset: "indicator-sealed", outcome: "dry-run", rows: 2 }],
        },
      });
      const published = await stepped(city.app, statistics, id, "publish", { released: null });
      expect(published).toMatchObject({ state: "REFUSED", problem: { code: "demo-database" } });
      expect(await city.store.releases({ kind: "observations" })).toEqual([]);
    });

    it("never loosens what was decided for an indicator: its rule of disclosure and its ban on publication", async () => {
      const { store } = city;
      const [{ definition }] = spec.indicators as [(typeof spec.indicators)[0]];
      const decided = { ...definition, suppression: defaultSuppression, publicationAllowed: false };
      const release = await store.openRelease({
        dataset: "indicator-sealed",
        kind: "observations",
        title: definition.name,
        visibility: "INTERNAL",
        isDemo: true,
        provenance: { source: "Testquelle", licence: "frei", referenceDate: "2023-12-31" },
        details: { indicator: { ...testIndicator, ...decided } },
      });
      await store.stage(release, { kind: "observations", rows: [] });
      await store.publish(release, { actor: "test", at: "2024-01-01T00:00:00.000Z", contentHash: "decided" });
      const content = "Nr;Name;Jahr;Versiegelt\n01;West;2024;3\n02;Ost;2024;100\n";
      const { id } = await uploaded(city.app, statistics, { content });
      const count = { ...spec.indicators[0], definition: { ...definition, kind: "count" } };
      const checked = await stepped(city.app, statistics, id, "check", {
        spec: { ...spec, indicators: [count] },
      });
      expect(checked).toMatchObject({
        state: "CHECKED",
        report: { disclosures: [{ indicator: "sealed", primary: 1 }] },
      });
      const known = await withKeptRules(
        store,
        importSpecSchema.parse({ ...spec, as: "indicator", file: "x", indicators: [count] }),
      );
      expect(known).toMatchObject({
        indicators: [
          { definition: { kind: "count", publicationAllowed: false, suppression: defaultSuppression } },
        ],
      });
    });
  });
});
