import type { Geometry, Polygon } from "geojson";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { ProfileSources } from "../../../../web/panels/drawn-area/profile-sources.tsx";
import { QuarterFigures } from "../../../../web/panels/drawn-area/quarter-figures.tsx";
import { quarterFigure } from "../../../../web/panels/drawn-area/use-quarter-figures.ts";
import type { NamedPart } from "../../../../web/panels/drawn-area/use-quarter-parts.ts";
import { withinQuarter } from "../../../../web/panels/drawn-area/within-quarter.ts";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { anIndicator, aValue } from "../../builders.ts";

const square = (west: number, east: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 48.7],
      [east, 48.7],
      [east, 48.8],
      [west, 48.8],
      [west, 48.7],
    ],
  ],
});
const outline = square(9.1, 9.2);
const part = (number: string, name: string, ofArea: number, ofQuarter: number): NamedPart => ({
  ...{ number, name, outline, ofArea, ofQuarter },
  commonM2: 1,
});
const parts = [part("01", "Nord", 0.5, 0.8), part("02", "Süd", 0.1, 0.2)];

const rate = anIndicator({ code: "rate", name: { de: "Quote", en: "Rate" } });
const residents = anIndicator({
  ...{ code: "residents", name: { de: "Einwohner*innen", en: "Residents" }, kind: "count" },
  ...{ unit: "", decimals: 0, suppression: defaultSuppression },
});
const hidden = anIndicator({ ...residents, code: "hidden", name: { de: "Geheimes", en: "Hidden" } });

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

describe("the figures of a drawn quarter", () => {
  it("are an estimate with its method for counts alone, and every rate beside its area's share, never averaged", async () => {
    const figures = [
      quarterFigure(
        rate,
        [aValue("01", 10, "2024"), aValue("02", 20, "2024"), aValue("01", 9, "2023")],
        parts,
      ),
      quarterFigure(residents, [aValue("01", 1000, "2024"), aValue("02", 400, "2024")], parts),
      quarterFigure(
        hidden,
        [aValue("01", 1000, "2024"), { ...aValue("02", 0, "2024"), value: null, state: "SUPPRESSED" }],
        parts,
      ),
    ].flatMap((figure) => figure ?? []);
    const page = document.createElement("div");
    document.body.append(page);
    root = createRoot(page);
    root.render(
      <PageStoreContext value={createPageStore({})}>
        <LanguageProvider>
          <QuarterFigures figures={figures} parts={parts} sources={new ProfileSources([rate.provenance])} />
        </LanguageProvider>
      </PageStoreContext>,
    );
    await vi.waitFor(() => expect(page.querySelectorAll("table")).toHaveLength(2));
    const rows = [...page.querySelectorAll("table")].map((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent?.replaceAll("\u00a0", " ")),
      ),
    );
    expect(rows).toEqual([
      [
        ["Einwohner*innenStand 2024 · Quelle 1", "rund 540"],
        ["GeheimesStand 2024 · Quelle 1", "• (Geheimhaltung)"],
      ],
      [
        ["QuoteStand 2024 · Quelle 1", "10,0 %", "20,0 %"],
        ["Einwohner*innenStand 2024 · Quelle 1", "1.000", "400"],
        ["GeheimesStand 2024 · Quelle 1", "1.000", "• (Geheimhaltung)"],
      ],
    ]);
    const heads = [...page.querySelectorAll("thead th")].map((head) =>
      head.textContent?.replaceAll("\u00a0", " "),
    );
    expect(heads.slice(-2)).toEqual(["NordAnteil am Quartier: 80 %", "SüdAnteil am Quartier: 20 %"]);
    expect(page.textContent).toContain("Schätzung nach Flächenanteil");
    expect(page.textContent).toContain("Unterstellt gleichmäßige Verteilung");
    expect(page.textContent).toContain("Anteile werden nicht gemittelt");
  });
});

describe("what lies in a drawn quarter", () => {
  const record = (id: string, geometry: Geometry | null, change: Partial<RecordAnswer> = {}) =>
    ({ id, geometry, properties: {}, coarsePlace: null, ...change }) as RecordAnswer;
  const inside: Geometry = { type: "Point", coordinates: [9.15, 48.75] };

  it("is a point within, or an outline with both shares of ground, and nothing beside it", () => {
    const found = withinQuarter(square(9.1, 9.2), [
      record("in", inside),
      record("out", { type: "Point", coordinates: [9.25, 48.75] }),
      record("half", square(9.15, 9.25)),
      record("beside", square(9.3, 9.4)),
      record("nowhere", null),
    ]);
    expect(found.map(({ record: { id }, shares }) => [id, shares])).toEqual([
      ["in", null],
      ["half", { ofQuarter: expect.closeTo(0.5, 6), ofOther: expect.closeTo(0.5, 6) }],
    ]);
  });

  it("is no place that is protected or told coarsely: a small quarter would say where it is", () => {
    const found = withinQuarter(square(9.1, 9.2), [
      record("protected", inside, { properties: { locationProtection: "HIDDEN" } }),
      record("by area", inside, { properties: { locationProtection: "AREA_ONLY" } }),
      record("open", inside, { properties: { locationProtection: "NONE" } }),
      record("coarse", square(9.1, 9.2), { coarsePlace: { place: "DISTRICT", areaNumber: "01" } as never }),
    ]);
    expect(found.map(({ record: { id } }) => id)).toEqual(["open"]);
  });
});
