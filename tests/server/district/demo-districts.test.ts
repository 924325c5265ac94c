import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicAudience } from "#domain/access/audience.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { type DistrictBasis, readDistrictBasis } from "../../../server/district/district-basis.ts";
import { pagesOfSheet } from "../../../server/district/district-pdf.ts";
import { districtProfile } from "../../../server/district/district-profile.ts";
import { fittingSheet, sheetOptions } from "../../../server/district/district-sheet.ts";
import { BaseMapFeatures } from "../../../server/print/print-map.ts";
import { type Services, startServices } from "../../../server/services.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { demoDirectory } from "../../lib/demo-directory.ts";

describe("the 23 Stadtbezirke of the demo", () => {
  let directory: string;
  let services: Services;
  let basis: DistrictBasis;
  beforeAll(async () => {
    directory = await demoDirectory();
    const store = await openStore({ dataDirectory: directory, recordTypes: storedRecordTypes });
    services = await startServices(store, (error) => {
      throw error;
    });
    basis = await readDistrictBasis(services, publicAudience, { now: new Date("2026-11-27") });
  });
  afterAll(async () => {
    await services.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("have exactly two pages each", async () => {
    const options = await sheetOptions(services, new BaseMapFeatures(services.store), "de");
    const numbers = basis.areas.districts();
    expect(numbers).toHaveLength(23);
    for (const number of numbers) {
      const sheet = await fittingSheet(basis, districtProfile(basis, number)!, options);
      expect(await pagesOfSheet(sheet), number).toBe(2);
    }
  });

  it("with a single Stadtteil are two, and show the districts around instead of a table of it", () => {
    const single = basis.areas
      .districts()
      .map((number) => districtProfile(basis, number)!)
      .filter(({ monitoring }) => monitoring.missing !== null);
    expect(single.map(({ name, monitoring }) => [name, monitoring.missing, monitoring.areas])).toEqual([
      ["Münster", "SINGLE_SUBDISTRICT", []],
      ["Wangen", "SINGLE_SUBDISTRICT", []],
    ]);
  });
});
