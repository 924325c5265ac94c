import type { CoverageFigures, SiteEvaluation } from "#domain/analysis/answers.ts";
import { conditions } from "#domain/facility/facility.ts";
import { facilityTypes } from "#domain/facility/facility-types.ts";
import { constraintNames, ratingNames } from "#domain/site/constraint-names.ts";
import { ingredientLines, longestWay, methodName, numberText, unitOf } from "../export/analysis-words.ts";
import { type PrintLanguage, printWords } from "./print-words.ts";
import type { SiteSheet } from "./site-sheet.ts";

export interface SheetTable {
  block: "table";
  heading: string;
  columns: { name: string; isFigure?: boolean }[];
  /** The first cell of a row names it. */
  rows: string[][];
  /** Rows that are left out, or what the table does not say. */
  note?: string;
}
export interface SheetList {
  block: "list";
  heading: string;
  items: string[];
}
export interface SheetText {
  block: "text";
  heading: string;
  paragraphs: string[];
}
export type SheetBlock = SheetTable | SheetList | SheetText;

/** A Steckbrief in words, the same for the page and the PDF; the map stands between the figures and the tables. */
export interface SheetContent {
  language: PrintLanguage;
  kind: string;
  title: string;
  status: string;
  scenario: string;
  method: string;
  proposal: string;
  notice: string | null;
  figures: { name: string; value: string; note: string }[];
  /** The sentence that stands for the map. */
  mapAlt: string;
  first: SheetBlock[];
  /** Two columns of the second page. */
  second: [SheetBlock[], SheetBlock[]];
  footer: string;
}

/** Rows of a table before the rest is only counted, so that two pages are enough. */
const most = { neighbours: 7, areas: 6, synergy: 5, existing: 4, variants: 6 };

/** Puts a sheet into words. `areaName` tells the name of an area by its number. */
export function sheetContent(
  sheet: SiteSheet,
  {
    language,
    areaName,
    notice,
  }: { language: PrintLanguage; areaName: (number: string) => string; notice: string | null },
): SheetContent {
  const say = printWords[language];
  const { site, standard, evaluation, check } = sheet;
  const { result, ingredients, scenario } = evaluation;
  const number = (value: number, decimals = 0) => numberText(value, language, decimals);
  const people = (value: number) => number(Math.round(value));
  const share = (value: number | null) =>
    value === null ? say.notApplicable : `${number(Math.round(100 * value))} %`;
  const way = (value: number | null) =>
    value === null ? say.notApplicable : `${number(value)} ${unitOf(ingredients.measure)}`;
  const none = (cells: number) => Array.from({ length: cells }, () => say.notApplicable);
  const metres = (value: number) => `${number(value)} m`;
  const squareMetres = (value: number) => `${number(Math.round(value))} m²`;

  const hidden = sheet.gaps.result.cells.hiddenCells;

  return {
    language,
    kind: say.sheet,
    title: site.name,
    status: statusLine(),
    scenario: `${say.scenario}: ${scenario.name}`,
    method: `${standard.name[language]} · ${methodName(ingredients, language)} · ${longestWay(ingredients, language)}`,
    proposal: say.proposal,
    notice,
    figures: [
      {
        name: say.figures.newlyServed,
        value: `+${people(result.newlyServed)}`,
        note: standard.targetGroup[language],
      },
      {
        name: say.figures.median,
        value: way(result.after.medianWay),
        note: say.figures.before(way(result.before.medianWay)),
      },
      {
        name: say.figures.overlap,
        value: share(result.overlap),
        note: say.figures.ofCatchment(people(result.inCatchment)),
      },
    ],
    mapAlt: `${[
      say.alt.catchment(
        site.name,
        `${longestWay(ingredients, language)}, ${methodName(ingredients, language)}`,
        people(result.inCatchment),
      ),
      say.alt.newlyServed(people(result.newlyServed)),
      ...(hidden > 0 ? [say.alt.hidden(number(hidden))] : []),
    ].join("; ")}.`,
    first: [variants()],
    second: [
      [byAge(), neighbours(), areas(), ...hints(), note()],
      [existing(), synergy(), constraints(), howCalculated()],
    ],
    footer: [say.proposal, `${say.scenario}: ${scenario.name}`, ...(notice ? [notice] : [])].join(" · "),
  };

  function statusLine(): string {
    const others = sheet.participants.map((participant) =>
      participant.startsWith("department:")
        ? say.department(participant.slice("department:".length))
        : participant,
    );
    const who = [say.owner, say.secretariat, ...others];
    const listed = `${who.slice(0, -1).join(", ")} ${say.and} ${who.at(-1)}`;
    return `${sheet.isRecord ? say.status.saved : say.status.sketch} · ${say.seenBy(listed)}`;
  }

  function variants(): SheetTable {
    const rating = (one: typeof site, kind: "OWNERSHIP" | "PLAN_LAW") => {
      const known = one.constraints.find((constraint) => constraint.kind === kind);
      return known ? ratingNames[known.rating][language] : say.notChecked;
    };
    const ways = ({ medianWay, ninetiethWay }: CoverageFigures) => [way(medianWay), way(ninetiethWay)];
    const row = (one: typeof site, name: string, figures: SiteEvaluation) => [
      shortened(name),
      people(figures.newlyServed),
      number(figures.relieved.length),
      share(figures.overlap),
      ...ways(figures.after),
      rating(one, "OWNERSHIP"),
      rating(one, "PLAN_LAW"),
    ];
    const shown = sheet.alternatives.slice(0, most.variants);
    return {
      block: "table",
      heading: say.variants.heading,
      columns: [
        { name: say.variants.variant },
        { name: say.variants.newlyServed, isFigure: true },
        { name: say.variants.relieved, isFigure: true },
        { name: say.variants.overlap, isFigure: true },
        { name: say.variants.median, isFigure: true },
        { name: say.variants.ninetieth, isFigure: true },
        { name: say.variants.ownership },
        { name: say.variants.planLaw },
      ],
      rows: [
        row(site, `${site.name} (${say.variants.thisSite})`, result),
        ...shown.map((other) => row(other.site, other.site.name, other.evaluation)),
        [say.variants.doNothing, "0", ...none(2), ...ways(result.before), ...none(2)],
      ],
      ...more(sheet.alternatives.length - shown.length),
    };
  }

  function byAge(): SheetTable {
    const age = (from: number, to: number | null) =>
      language === "de"
        ? to === null
          ? `ab ${from}`
          : `${from} bis unter ${to}`
        : to === null
          ? `${from} and over`
          : `${from} to under ${to}`;
    return {
      block: "table",
      heading: say.byAge.heading,
      columns: [{ name: say.byAge.age }, { name: say.byAge.people, isFigure: true }],
      rows: [
        ...result.byAge.map((group) => [age(group.from, group.to), people(group.people)]),
        [say.byAge.later, say.byAge.noForecast],
      ],
    };
  }

  function neighbours(): SheetBlock {
    const { heading, name, overlap, none } = say.neighbours;
    if (result.relieved.length === 0) return { block: "text", heading, paragraphs: [none] };
    const shown = result.relieved.slice(0, most.neighbours);
    return {
      block: "table",
      heading,
      columns: [{ name }, { name: say.neighbours.people, isFigure: true }, { name: overlap, isFigure: true }],
      rows: shown.map((one) => [one.name, people(one.people), share(one.overlap)]),
      ...more(result.relieved.length - shown.length),
    };
  }

  function areas(): SheetBlock {
    const served = ({ people: all, covered }: CoverageFigures) => share(all === 0 ? null : covered / all);
    const { heading, none } = say.areas;
    if (result.areas.length === 0) return { block: "text", heading, paragraphs: [none] };
    const shown = result.areas.slice(0, most.areas);
    return {
      block: "table",
      heading,
      columns: [
        { name: say.areas.name },
        { name: say.areas.newlyServed, isFigure: true },
        { name: say.areas.share, isFigure: true },
        { name: say.areas.shareAfter, isFigure: true },
      ],
      rows: shown.map((area) => [
        areaName(area.areaNumber),
        people(area.newlyServed),
        served(area.before),
        served(area.after),
      ]),
      ...more(result.areas.length - shown.length),
    };
  }

  function synergy(): SheetList {
    const entries = check.result.synergy;
    const shown = entries.slice(0, most.synergy).map(({ name, facilityType, wayM, sharedM2, conflict }) => {
      const type = facilityTypes[facilityType as keyof typeof facilityTypes]?.name[language] ?? facilityType;
      const facts = [
        type,
        metres(wayM),
        ...(sharedM2 === null ? [] : [say.synergy.shared(squareMetres(sharedM2))]),
        ...(conflict ? [conflict[language]] : []),
      ];
      return `${name}: ${facts.join(", ")}`;
    });
    return listOr(say.synergy.heading, shown, entries.length, say.synergy.none);
  }

  function existing(): SheetList {
    const entries = check.result.existingFirst;
    const shown = entries
      .slice(0, most.existing)
      .map(({ name, wayM, freeCapacity, condition, sharedUse }) => {
        const facts = [
          metres(wayM),
          ...(freeCapacity === null ? [] : [say.existing.free(number(freeCapacity))]),
          ...(condition
            ? [
                say.existing.condition(
                  conditions[condition as keyof typeof conditions]?.[language] ?? condition,
                ),
              ]
            : []),
          ...(sharedUse.length > 0 ? [say.existing.sharedUse] : []),
        ];
        return `${name}: ${facts.join(", ")}`;
      });
    return listOr(say.existing.heading, shown, entries.length, say.existing.none);
  }

  function constraints(): SheetTable {
    return {
      block: "table",
      heading: say.constraints.heading,
      columns: [{ name: say.constraints.heading }, { name: "" }],
      rows: [
        ...check.result.constraints.map(({ kind, rating, text }) => [
          constraintNames[kind as keyof typeof constraintNames]?.[language] ?? kind,
          [ratingNames[rating as keyof typeof ratingNames]?.[language] ?? rating, text]
            .filter(Boolean)
            .join(": "),
        ]),
        [say.outdoor.heading, outdoor()],
      ],
    };
  }

  function outdoor(): string {
    const checked = check.result.outdoor;
    if (!checked) return say.outdoor.none;
    return [
      say.outdoor.needed(squareMetres(checked.neededM2)),
      checked.availableM2 === null
        ? say.outdoor.unknown
        : say.outdoor.available(squareMetres(checked.availableM2)),
      ...(checked.isEnough === false ? [say.outdoor.tooSmall] : []),
    ].join("; ");
  }

  function howCalculated(): SheetTable {
    return {
      block: "table",
      heading: say.ingredients,
      columns: [{ name: say.ingredients }, { name: "" }],
      rows: [
        ...ingredientLines(ingredients, language),
        ["Standard", `${standard.name[language]}, ${standard.source}`],
      ],
    };
  }

  function hints(): SheetList[] {
    const said = new Set([...evaluation.warnings, ...check.warnings].map((warning) => warning[language]));
    return said.size === 0 ? [] : [{ block: "list", heading: say.hints, items: [...said] }];
  }

  function note(): SheetText {
    const text = site.note.trim();
    return {
      block: "text",
      heading: say.note,
      paragraphs: text === "" ? [say.noNote] : text.split(/\n+/),
    };
  }

  function more(count: number): { note?: string } {
    return count > 0 ? { note: say.more(count) } : {};
  }

  function listOr(heading: string, shown: string[], all: number, none: string): SheetList {
    if (all === 0) return { block: "list", heading, items: [none] };
    return {
      block: "list",
      heading,
      items: all > shown.length ? [...shown, say.more(all - shown.length)] : shown,
    };
  }
}

/** A name in a table of many columns; the title has it whole. */
function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}
const longestName = 70;
