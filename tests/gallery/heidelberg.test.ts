import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisAnswer, CoverageResult } from "#domain/analysis/answers.ts";
import { keepScreenshot, launchBrowser, mapIsDrawn, openPage } from "../lib/browser.ts";
import { fillWithHeidelberg } from "../lib/heidelberg-city.ts";
import { emptyDataDirectory, type RunningServer, root, startServer } from "../lib/running-server.ts";
import { aSite } from "../lib/sketched-site.ts";
import { hasHeidelberg } from "../server/network/heidelberg.ts";

if (!hasHeidelberg)
  console.warn("Heidelberg's streets are missing in TESTDATA_DIR: these tests are skipped.");
const testData = process.env.TESTDATA_DIR ?? join(root, "../shared/data");

const youthOffice = { role: "PLANNER", department: "51" };

describe.skipIf(!hasHeidelberg)("Heidelberg, on its real streets", () => {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    browser = await launchBrowser();
    const dataDirectory = emptyDataDirectory();
    await fillWithHeidelberg(dataDirectory, testData);
    server = await startServer(dataDirectory);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("tells the ways to the nearest kindergarten and playground for the whole city", async () => {
    const context = await browser.newContext();
    const { request } = context;
    await request.post(`${server.address}/api/demo/role`, { data: youthOffice });
    const lines = [
      "Heidelberg, ways on foot from every cell with a residential street (OpenStreetMap 2024-09-08), profile child",
      "kind             | places | cells | within standard | median way | 90 % within",
    ];
    for (const [kind, places, name] of [
      ["KITA", 25, "kindergarten"],
      ["SPIELPLATZ_KLEIN", 180, "playground"],
    ] as const) {
      const answer = await request.post(`${server.address}/api/analysis/coverage`, {
        data: { kind, level: "district" },
      });
      expect(answer.status(), await answer.text()).toBe(200);
      const { result, ingredients } = (await answer.json()) as AnalysisAnswer<CoverageResult>;
      expect(ingredients).toMatchObject({ method: "network", supplyPoints: places });
      const { people, covered, medianWay, ninetiethWay } = result.city;
      expect(people).toBeGreaterThan(1000);
      expect(medianWay).toBeGreaterThan(0);
      expect(ninetiethWay).toBeGreaterThan(medianWay!);
      lines.push(
        `${name.padEnd(16)} | ${String(places).padStart(6)} | ${String(people).padStart(5)} | ` +
          `${`${((100 * covered) / people).toFixed(1)} % in ${ingredients.limit} m`.padStart(15)} | ` +
          `${`${medianWay} m`.padStart(10)} | ${ninetiethWay} m`,
      );
    }
    mkdirSync(join(root, "test-output"), { recursive: true });
    writeFileSync(join(root, "test-output/heidelberg-ways.txt"), `${lines.join("\n")}\n`);
    console.log(lines.join("\n"));
    await context.close();
  });

  it("draws a catchment along the streets and says how ways were measured", async () => {
    const site = aSite({ id: "site-1", name: "Kita Bergheim", position: [8.6815, 49.4085] });
    const { page, faults, close } = await openPage(browser, server.address, {
      as: youthOffice,
      path: async (request) => {
        const created = await request.post(`${server.address}/api/scenarios`, {
          data: { properties: { name: "Bergheim", changes: [{ change: "add-site", site }] } },
        });
        const { id } = (await created.json()) as { id: string };
        return `?v=1&tab=planning&scenario=${id}&kind=KITA&site=site-1&camera=14.6/49.4085/8.6815`;
      },
    });
    await page.getByText("Fußweg", { exact: false }).first().waitFor();
    await page.getByText("Szenario: Bergheim").first().waitFor();
    await mapIsDrawn(page);
    await keepScreenshot(page, "heidelberg-catchment");
    expect(faults).toEqual([]);
    await close();
  });
});
