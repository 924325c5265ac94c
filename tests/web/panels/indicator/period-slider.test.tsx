import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FiguresProvider, useShown } from "../../../../web/data/figures.tsx";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { PeriodSlider } from "../../../../web/panels/indicator/period-slider.tsx";
import { createPageStore, type PageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity, anArea, anIndicator, aValue } from "../../builders.ts";

const indicator = anIndicator();
const numbers = ["01", "02", "03", "04", "05", "06"];
// Every year is twice as high as the one before: classes made of one year alone would differ.
const values = indicator.periods.flatMap((period, year) =>
  numbers.map((number, place) => aValue(number, (place + 1) * 2 ** year, period)),
);

let root: Root;
let store: PageStore;
let page: HTMLElement;

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", async (address: string) => {
    const items = address.includes("/values") ? values : numbers.map((number) => anArea(number));
    return Response.json({ items, total: items.length, next: null });
  });
  store = createPageStore({});
  const known = { city: aCity(), layers: [], indicators: [indicator] };
  store.getState().settle(known);
  store.getState().choosePeriod("2022");
  page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <PageStoreContext value={store}>
          <LanguageProvider>
            <OpenedContext value={{ ...known, me: { role: "PUBLIC" } as never }}>
              <FiguresProvider>
                <Shown />
              </FiguresProvider>
            </OpenedContext>
          </LanguageProvider>
        </PageStoreContext>
      </QueryClientProvider>,
    ),
  );
  while (!slider()) await wait(10);
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The slider beside the breaks its map is drawn with and the class of one area. */
function Shown() {
  const { figures } = useShown();
  if (figures.kind !== "ready") return null;
  return (
    <>
      <PeriodSlider figures={figures} />
      <p className="breaks">{figures.scale.breaks.join(" ")}</p>
      <p className="class">{figures.keptOf("06")}</p>
    </>
  );
}

const slider = () => page.querySelector<HTMLInputElement>("input[type=range]");
const button = (name: string) => page.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
const said = (what: string) => page.querySelector(what)?.textContent ?? "";
const press = (name: string) => act(async () => button(name)?.click());
const wait = (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds));

/** What the browser does when somebody presses an arrow on the slider. */
const arrow = (by: 1 | -1) =>
  act(async () => {
    const input = slider();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    set?.call(input, String(Number(input?.value) + by));
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });

describe("the years of an indicator", () => {
  it("are stepped through by keyboard, said in words, and end at both ends", async () => {
    expect([slider()?.min, slider()?.max, slider()?.step]).toEqual(["0", "2", ""]);
    expect(button("Ein Jahr zurück")?.disabled).toBe(true);
    await arrow(1);
    expect([store.getState().period, slider()?.getAttribute("aria-valuetext")]).toEqual(["2023", "2023"]);
    await arrow(1);
    expect([store.getState().period, said("output")]).toEqual(["2024", "2024"]);
    expect(button("Ein Jahr vor")?.disabled).toBe(true);
    await arrow(-1);
    expect(store.getState().period).toBe("2023");
  });

  it("are drawn in the same classes, so that a colour means the same in every year", async () => {
    const breaks = said(".breaks");
    const classes = [said(".class")];
    for (const _ of [1, 2]) {
      await arrow(1);
      expect(said(".breaks")).toBe(breaks);
      classes.push(said(".class"));
    }
    expect(breaks.split(" ").length).toBe(4);
    expect(classes).toEqual([...classes].sort());
    expect(new Set(classes).size).toBeGreaterThan(1);
  });

  it("play one after the other, stop at the last, and begin anew from there", async () => {
    await press("Abspielen");
    expect(button("Anhalten")).not.toBeNull();
    const seen = [];
    for (let step = 0; step < 4; step++) {
      await wait(1400);
      seen.push(store.getState().period);
    }
    expect(seen).toEqual(["2023", "2024", "2024", "2024"]);
    expect(button("Abspielen")).not.toBeNull();
    await press("Abspielen");
    expect(store.getState().period).toBe("2022");
    await press("Anhalten");
    await wait(5000);
    expect(store.getState().period).toBe("2022");
  });
});
