import { parentPort, workerData } from "node:worker_threads";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { AreaIndex } from "../areas/area-index.ts";
import { readCitySetting } from "../city.ts";
import { IndicatorCatalogue } from "../indicators/indicator-catalogue.ts";
import { BaseMapFeatures } from "../print/print-map.ts";
import { openStore } from "../store/open-store.ts";
import { readDistrictBasis } from "./district-basis.ts";
import type { BookMessage, BookOrder } from "./district-book.ts";
import { districtPdf } from "./district-pdf.ts";
import { districtProfile } from "./district-profile.ts";
import { fittingSheet, sheetOptions } from "./district-sheet.ts";
import { districtWords } from "./district-words.ts";

/** The inside of a run of `DistrictBookDesk`: one order, one document. */
const order = workerData as BookOrder;
const tell = (message: BookMessage) => parentPort!.postMessage(message);
const store = await openStore({ ...order.database, recordTypes: storedRecordTypes });
try {
  const areas = await AreaIndex.read(store);
  const city = await readCitySetting(store);
  const services = { store, areas: () => areas, city: () => city, indicators: new IndicatorCatalogue(store) };
  const basis = await readDistrictBasis(services, order.audience, { now: new Date(order.at) });
  const options = await sheetOptions(services, new BaseMapFeatures(store), order.language);
  const numbers = areas.districts();
  const sheets = [];
  for (const number of numbers) {
    const profile = districtProfile(basis, number);
    if (profile) sheets.push(await fittingSheet(basis, profile, options));
    tell({ kind: "progress", done: sheets.length, total: numbers.length });
  }
  const title = `${districtWords[order.language].allTitle} – ${city?.name[order.language] ?? ""}`;
  tell({ kind: "done", pdf: await districtPdf(sheets, title) });
} finally {
  await store.close();
}
