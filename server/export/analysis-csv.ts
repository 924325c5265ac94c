import type { AnalysisAnswer, CoverageFigures, SupplyRatioFigures } from "#domain/analysis/answers.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import { type SupplyLayer, supplyLayers } from "#domain/site/site-fields.ts";
import type { CsvCell } from "#domain/text/csv-cell.ts";
import { ingredientLines, unitOf } from "./analysis-words.ts";
import { csvText } from "./csv-text.ts";

interface Table {
  header: string[];
  /** Number of the area; null is the whole city. */
  rows: [areaNumber: string | null, ...CsvCell[]][];
}

/** Analyses that answer a table by area. */
export const csvAnalyses = {
  coverage: { title: "Versorgung in Gehweite", table: coverageTable },
  supply: { title: "Versorgungsgrad", table: supplyTable },
  gaps: { title: "Prüfanlässe Unterversorgung", table: gapTable },
} as const;
export type CsvAnalysis = keyof typeof csvAnalyses;

/**
 * A table by area as a file: first what a figure was made from, one line each, then the table. The scenario it
 * belongs to stands before everything else.
 */
export function analysisCsv(
  name: CsvAnalysis,
  model: PlanningModel,
  question: Question,
  { areas, notice }: { areas: readonly AreaAnswer[]; notice: string | null },
): string {
  const { title, table } = csvAnalyses[name];
  const { answer, header, rows } = table(model, question);
  const names = new Map(areas.map((area) => [area.number, area.name]));
  const { standard } = model.resolve(question);
  const lines: CsvCell[][] = [
    ["Szenario", answer.scenario.name],
    ["Art", standard.name.de],
    ["Standard", standard.source],
    ...ingredientLines(answer.ingredients),
    ...answer.warnings.map(({ de }): CsvCell[] => ["Hinweis", de]),
    ...(notice ? [["Hinweis", notice]] : []),
    [],
    ["Nummer", "Name", ...header],
    ...rows.map(([number, ...cells]): CsvCell[] => [
      number,
      number === null ? "Gesamtstadt" : (names.get(number) ?? null),
      ...cells,
    ]),
  ];
  return csvText(["Auswertung", title], lines);
}

type TableAnswer = Table & { answer: AnalysisAnswer<unknown> };

function coverageTable(model: PlanningModel, question: Question): TableAnswer {
  const answer = model.coverage(question);
  const unit = unitOf(answer.ingredients.measure);
  const cells = ({ people, covered, medianWay, ninetiethWay }: CoverageFigures): CsvCell[] => [
    rounded(people),
    rounded(covered),
    people === 0 ? null : rounded((100 * covered) / people, 1),
    medianWay,
    ninetiethWay,
  ];
  return {
    answer,
    header: [
      "Zielgruppe",
      "davon mit Angebot in Gehweite",
      "Anteil (%)",
      `Median-Weg (${unit})`,
      `90-%-Weg (${unit})`,
    ],
    rows: [
      [null, ...cells(answer.result.city)],
      ...answer.result.areas.map((area): Table["rows"][number] => [area.areaNumber, ...cells(area)]),
    ],
  };
}

function supplyTable(model: PlanningModel, question: Question): TableAnswer {
  const answer = model.supplyRatio(question);
  const layers = Object.keys(supplyLayers) as SupplyLayer[];
  const cells = ({ people, capacity, ratio }: SupplyRatioFigures): CsvCell[] => [
    rounded(people),
    ...layers.map((layer) => capacity[layer]),
    ratio === null ? null : rounded(100 * ratio, 1),
  ];
  return {
    answer,
    header: [
      "Zielgruppe",
      ...layers.map((layer) => `Kapazität: ${supplyLayers[layer].de}`),
      "Versorgungsgrad der gewählten Ebenen (%)",
    ],
    rows: [
      [null, ...cells(answer.result.city)],
      ...answer.result.areas.map((area): Table["rows"][number] => [area.areaNumber, ...cells(area)]),
    ],
  };
}

function gapTable(model: PlanningModel, question: Question): TableAnswer {
  const answer = model.gaps(question);
  const { areas, people, unserved } = answer.result;
  const condition = (holds: boolean | null): CsvCell => (holds === null ? "nicht geprüft" : holds);
  return {
    answer,
    header: [
      "Zielgruppe",
      "ohne Angebot in Gehweite",
      "Angebot je Person",
      "Soll je Person",
      "fehlende Kapazität",
      "unter 80 % des Solls",
      "mindestens eine sinnvolle Einheit",
      "auch mit Beschlossenem offen",
      "Stufe",
    ],
    rows: [
      [null, rounded(people), rounded(unserved), null, null, null, null, null, null, null],
      ...areas.map((area): Table["rows"][number] => [
        area.areaNumber,
        rounded(area.people),
        rounded(area.unserved),
        area.accessibility === null ? null : rounded(area.accessibility, 3),
        area.target,
        area.deficit === null ? null : rounded(area.deficit, 1),
        condition(area.conditions.belowTarget),
        condition(area.conditions.deficitIsUnit),
        condition(area.conditions.notClosedByDecided),
        area.grade,
      ]),
    ],
  };
}

function rounded(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
