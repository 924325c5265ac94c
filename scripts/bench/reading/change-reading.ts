import type { Page } from "playwright-core";
import { atMost, type BenchCase, type BenchRow, comparedRow } from "../bench-case.ts";
import { interleave } from "../rounds.ts";
import { onReadingPage, type ReadingPage } from "./reading-page.ts";

const ROUNDS = 15;
const goal = atMost(1.5);

/** Each changes what is drawn to one of two things by turns, both looked at before: nothing is asked of the server. */
const inputs = [
  { what: "another year", selector: ".period .icon-button", at: [1, 2] },
  { what: "another method of classes", select: "Klassen", options: ["equal-interval", "quantile"] },
  { what: "another indicator", indicators: ["Arbeitslose", "Versiegelte Fläche"] },
] as const;

export const changeReading: BenchCase = {
  id: "R1",
  what: "from the input to the painted map / plain repaint",
  run: () =>
    onReadingPage(
      changeReading,
      { address: "?v=1&level=subdistrict&indicator=unemployment&layers=", goal: goal.text },
      async (page) => {
        await page.getByText("Darstellung ändern").click();
        const rows: BenchRow[] = [];
        for (const input of inputs) rows.push(await measured(page, input));
        return rows;
      },
    ),
};

async function measured(page: Page, input: (typeof inputs)[number]): Promise<BenchRow> {
  let turn = 0;
  const act = async () => {
    const at = turn++ % 2;
    const before = await picture(page);
    const milliseconds = await timed(page, input, at);
    await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
    // A frame that shows what was there before would be fast.
    if ((await picture(page)) === before) throw new Error(`${input.what}: the map did not change`);
    return milliseconds;
  };
  // Both are looked at once, so that their figures are here.
  await act();
  await act();
  const compared = await interleave(ROUNDS, {
    ours: act,
    peer: () => page.evaluate(() => (window as unknown as ReadingPage).plainRepaint()),
  });
  return comparedRow(
    { id: changeReading.id, what: `${input.what}: ${changeReading.what}` },
    compared,
    goal,
    "ms",
  );
}

async function timed(page: Page, input: (typeof inputs)[number], at: number): Promise<number> {
  if ("selector" in input) {
    return page.evaluate(
      ([selector, place]) => {
        const button = document.querySelectorAll<HTMLElement>(selector)[place];
        return (window as unknown as ReadingPage).inputToPainted(() => button?.click());
      },
      [input.selector, input.at[at] ?? 0] as const,
    );
  }
  if ("select" in input) {
    const select = await page.getByRole("combobox", { name: input.select }).elementHandle();
    return page.evaluate(
      ([element, option]) =>
        (window as unknown as ReadingPage).inputToPainted(() => {
          const field = element as HTMLSelectElement;
          field.value = option;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }),
      [select, input.options[at] ?? ""] as const,
    );
  }
  await page.getByRole("button", { name: "wechseln" }).click();
  const row = await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(`^${input.indicators[(at + 1) % 2]} %`) })
    .elementHandle();
  return page.evaluate(
    (element) => (window as unknown as ReadingPage).inputToPainted(() => (element as HTMLElement).click()),
    row,
  );
}

function picture(page: Page): Promise<string> {
  return page
    .locator("canvas.maplibregl-canvas")
    .screenshot()
    .then((image) => image.toString("base64"));
}
