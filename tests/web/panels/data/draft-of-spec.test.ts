import { describe, expect, it } from "vitest";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import { withSpec } from "../../../../web/panels/data/draft-of-spec.ts";
import { type ImportDraft, specOf, suggestedDraft } from "../../../../web/panels/data/import-draft.ts";

const column = (name: string, content: string) => ({ name, content, samples: [] });
const job = {
  preview: {
    suggested: {
      level: "district",
      areaName: "Ortsteil",
      figures: [],
      fields: {},
      unmatched: [],
      unmatchedCount: 0,
    },
    columns: [column("Ortsteil", "text"), column("Kinder", "number"), column("Anteil", "number")],
  },
} as unknown as Parameters<typeof suggestedDraft>[0];
const untouched = suggestedDraft(job, ["district", "subdistrict"]);

const common = {
  source: "Amt für Statistik",
  licence: "frei",
  referenceDate: "2024-12-31",
  decimal: "comma",
  skipBadRows: true,
} as const;

describe("the mapping of an import that somebody goes on with elsewhere", () => {
  it.each<[string, ImportDraft]>([
    [
      "indicator",
      {
        ...untouched,
        ...common,
        level: "subdistrict",
        areaNumber: "Nr",
        areaName: "Ortsteil",
        fixedPeriod: "2024",
        figures: untouched.figures.map((figure) =>
          figure.column === "Kinder"
            ? { ...figure, isTaken: true, code: "kinder-u6", nameDe: "Kinder", nameEn: "Children" }
            : { ...figure, isTaken: true, unit: "%", kind: "rate", decimals: "1", factor: "0,5" },
        ),
      },
    ],
    [
      "areas",
      {
        ...untouched,
        ...common,
        areaNumber: "Nr",
        areaName: "Ortsteil",
        parent: "Bezirk",
        boundaryVersion: "2024",
      },
    ],
    [
      "records",
      {
        ...untouched,
        ...common,
        key: "Nr",
        x: "Rechts",
        y: "Hoch",
        fields: { name: { column: "Name", fixed: "" }, type: { column: "", fixed: "KITA_MIX" } },
        keepWithoutGeometry: true,
      },
    ],
    ["layer", { ...untouched, ...common, layerName: "laerm", layerTitle: "Lärm", key: "Nr" }],
  ])("of kind %s is what was asked to be checked", (name, draft) => {
    const kind = name as "indicator" | "areas" | "records" | "layer";
    const spec = specOf({ kind }, draft);
    expect(specOf({ kind }, withSpec(untouched, { kind, spec }))).toEqual(spec);
  });

  it("keeps the rule that hides small counts, and keeps it away where somebody took it away", () => {
    const figures = untouched.figures.map((figure) => ({ ...figure, isTaken: figure.column === "Kinder" }));
    const draft = { ...untouched, ...common, figures };
    const spec = specOf({ kind: "indicator" }, draft);
    expect(spec).toMatchObject({ indicators: [{ definition: { suppression: defaultSuppression } }] });
    const open = { ...draft, figures: figures.map((figure) => ({ ...figure, isProtected: false })) };
    const back = withSpec(untouched, { kind: "indicator", spec: specOf({ kind: "indicator" }, open) });
    expect(back.figures.map(({ column: of, isProtected }) => [of, isProtected])).toEqual([
      ["Kinder", false],
      ["Anteil", true],
    ]);
  });

  it("is the suggestion where nothing was checked yet", () => {
    expect(withSpec(untouched, { kind: "indicator", spec: null })).toEqual(untouched);
  });
});
