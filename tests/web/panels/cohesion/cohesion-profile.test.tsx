import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { cohesionProfile } from "#domain/indicator/cohesion-profile.ts";
import { cohesion } from "../../../../web/i18n/de/cohesion.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { CohesionProfile } from "../../../../web/panels/cohesion/cohesion-profile.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { anIndicator, aValue } from "../../builders.ts";

const dimension = (code: string, unit: string) =>
  anIndicator({ code, theme: "cohesion", unit, name: { de: code, en: code }, periods: ["2023"] });
const parts = { numerator: 50, denominator: 100, interval: { low: 0.404, high: 0.596 } };
const dimensions = cohesionProfile(
  [
    {
      indicator: dimension("Vertrauen", "%"),
      districts: [{ ...aValue("1", 50, "2023"), parts }],
      city: [aValue("0", 55, "2023")],
    },
    {
      indicator: dimension("Gesamtwert", "index"),
      districts: [aValue("1", 57, "2023")],
      city: [aValue("0", 62, "2023")],
    },
  ],
  "1",
);

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

it("the cohesion profile tells each dimension in the order given, with interval, mean and what they allow to say", async () => {
  const page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
  root.render(
    <PageStoreContext value={createPageStore({})}>
      <LanguageProvider>
        <CohesionProfile dimensions={dimensions} words={cohesion} />
      </LanguageProvider>
    </PageStoreContext>,
  );
  await vi.waitFor(() => expect(page.querySelectorAll("tbody tr")).toHaveLength(2));
  const cells = [...page.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent?.replaceAll("\u00a0", " ")),
  );
  expect(cells).toEqual([
    ["Vertrauen 2023", "50,0 %95-%-Bereich 40,4 bis 59,6 %", "55,0 %"],
    ["Gesamtwert 2023", "57,0", "62,0"],
  ]);
  expect(page.querySelectorAll(".interval-dot")).toHaveLength(2);
  expect(page.querySelectorAll(".interval-bar")).toHaveLength(1);
  expect([...page.querySelectorAll("li")].map((line) => line.textContent)).toEqual([
    "Vertrauen: nicht sicher verschieden von der Stadt.",
    "Gesamtwert: ohne Angabe eines Bereichs lässt sich nicht sagen, ob der Bezirk sicher von der Stadt abweicht.",
  ]);
  expect(page.textContent).toContain("laut Studie moderat");
  expect(page.textContent).toContain("Bisher eine Befragung");
});
