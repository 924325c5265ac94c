import type { MultiPolygon } from "geojson";
import type { AreaLevel } from "#domain/area/area.ts";
import { classLabeller } from "#domain/classification/class-label.ts";
import { classRows, keptClassOf } from "#domain/classification/class-rows.ts";
import type { AreaAnswer } from "#domain/contract/contract.ts";
import type { DistrictProfile } from "#domain/contract/district-contract.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import { renewalArea } from "#domain/renewal/renewal-area.ts";
import { renewalPriorityArea } from "#domain/renewal/renewal-priority-area.ts";
import { formatsOf } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";
import { embedWords } from "../embed/embed-words.ts";
import { LabelPlan } from "../print/label-plan.ts";
import { type Bounds, MapFrame } from "../print/map-frame.ts";
import { mapGround } from "../print/map-ground.ts";
import { label } from "../print/map-symbols.ts";
import { statePaint, statePatterns } from "../print/state-patterns.ts";
import { element, escaped } from "../print/svg-text.ts";
import type { FeatureRow } from "../store/store.ts";
import type { DistrictBasis, IndicatorFigures } from "./district-basis.ts";
import { type LegendEntry, mapLegend } from "./district-legend.ts";
import { districtWords } from "./district-words.ts";
import { newestPeriod, scaleOf } from "./profile-figures.ts";

/** Map of a profile, and the sentence that stands for it. */
export interface DistrictMap {
  svg: string;
  alt: string;
}

export interface DistrictMapOptions {
  base: readonly FeatureRow[];
  /** Who made what is drawn. */
  credits: readonly string[];
  notice: string | null;
  language: Language;
  /** Units of 1/96 inch. */
  size: { width: number; height: number };
}

const colours = mapColours.light;

/**
 * The Stadtbezirk with the first indicator of its monitoring by the areas of the profile, SVG and Sanierungsgebiete over
 * it. Where there are no smaller areas to colour, the Stadtbezirke around are coloured beside it.
 */
export function districtMap(
  basis: DistrictBasis,
  profile: DistrictProfile,
  { base, credits, notice, language, size }: DistrictMapOptions,
): DistrictMap {
  const say = districtWords[language];
  const formats = formatsOf(language);
  const told = profile.monitoring.level;
  // Areas a city only lists have no border to colour.
  const level: AreaLevel = told && basis.areas.isDrawn(told) ? told : "district";
  const figures = basis.figures.monitoring.find(({ values }) => (values.get(level) ?? []).length > 0);
  const shown = basis.areas.list(level, { withGeometry: true });
  const own = new Set(
    level === "district" ? [profile.number] : profile.monitoring.areas.map(({ number }) => number),
  );
  const { values, scale, period } = valuesOn(figures, level);
  const fillOf = ({ number }: AreaAnswer): string => {
    const kept = keptClassOf(values.get(number), scale?.breaks ?? []);
    return typeof kept === "number" ? (scale?.colours[kept] ?? colours.paper) : patternOf(kept);
  };
  const areasName = basis.naming(level).plural[language];
  const title =
    figures && period
      ? `${say.map.title(figures.indicator.name[language], areasName)}, ${formats.period(period)}`
      : `${profile.level.singular[language]} ${profile.name}`;
  const renewals = [
    ...outlinesOf(renewalPriorityArea.type, { stroke: colours.renewalPriority, dash: "6 3", width: 2 }),
    ...outlinesOf(renewalArea.type, { stroke: colours.renewalArea, dash: undefined, width: 2.5 }),
  ];
  const entries: LegendEntry[] = [
    ...(figures && scale
      ? classRows(scale, shown, values)
          .filter(({ kept, areas }) => typeof kept === "number" || areas > 0)
          .map((row): LegendEntry => {
            const words = embedWords[language].classes;
            const fill = row.colour ?? patternOf(row.kept as AreaValue["state"]);
            return { text: classLabeller(figures.indicator, scale, { words, formats })(row), fill };
          })
      : []),
    ...signs(),
  ];
  const legend = mapLegend({
    ...{ title, entries, credits, notice, language, width: size.width },
  });
  const frame = new MapFrame(around(boundsOf(basis, profile.number, level)), {
    width: size.width,
    height: size.height - legend.height,
  });
  const alt = altOf();
  const outline = basis.areas.area("district", profile.number)?.geometry ?? null;
  const districts = basis.areas.list("district", { withGeometry: true });
  const content = [
    element("title", {}, escaped(alt)),
    element(
      "defs",
      {},
      element(
        "clipPath",
        { id: "frame" },
        element("rect", { x: 0, y: 0, width: frame.width, height: frame.height }),
      ) + statePatterns,
    ),
    element(
      "g",
      { "clip-path": "url(#frame)" },
      [
        mapGround(base, frame),
        ...shown
          .filter(({ number }) => level === "district" || own.has(number))
          .map((area) => path(area, { fill: fillOf(area), "fill-opacity": 0.85 })),
        borders(level === "district" ? [] : shown, colours.subdistrictBorder, 0.7),
        borders(districts, colours.districtBorder, 1.4),
        element("path", {
          ...{ d: frame.path(outline), fill: "none", stroke: colours.accentHalo, "stroke-width": 5 },
          "stroke-linejoin": "round",
        }),
        element("path", {
          ...{ d: frame.path(outline), fill: "none", stroke: colours.accent, "stroke-width": 2.4 },
          "stroke-linejoin": "round",
        }),
        ...renewals.map(({ geometry, width }) =>
          element("path", {
            ...{ d: frame.path(geometry), fill: "none", stroke: colours.halo, "stroke-width": width + 2.5 },
          }),
        ),
        ...renewals.map(({ geometry, stroke, dash, width }) =>
          element("path", {
            ...{ d: frame.path(geometry), fill: "none", stroke, "stroke-width": width },
            "stroke-dasharray": dash,
          }),
        ),
        labels(),
      ].join(""),
    ),
    element("rect", {
      ...{ x: 0.5, y: 0.5, width: frame.width - 1, height: frame.height - 1 },
      ...{ fill: "none", stroke: colours.subdistrictBorder },
    }),
    element("g", { transform: `translate(0 ${frame.height})` }, legend.drawing(frame.metersPerUnit)),
  ];
  const svg = element(
    "svg",
    {
      ...{ xmlns: "http://www.w3.org/2000/svg", width: size.width, height: size.height },
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...{ role: "img", "aria-label": alt, lang: language },
    },
    content.join(""),
  );
  return { svg, alt };

  function path({ geometry }: AreaAnswer, attributes: Record<string, string | number>): string {
    const d = frame.path((geometry ?? null) as MultiPolygon | null);
    return d === "" ? "" : element("path", { d, "fill-rule": "evenodd", ...attributes });
  }

  function borders(areas: readonly AreaAnswer[], stroke: string, width: number): string {
    const d = areas.map(({ geometry }) => frame.path((geometry ?? null) as MultiPolygon | null)).join("");
    return d === ""
      ? ""
      : element("path", { d, fill: "none", stroke, "stroke-width": width, "stroke-linejoin": "round" });
  }

  function outlinesOf(type: string, look: { stroke: string; dash: string | undefined; width: number }) {
    const current = profile.renewal.filter((one) => one.type === type && !one.isEarlier);
    const declared = type === renewalArea.type ? renewalArea : renewalPriorityArea;
    const records = basis.records.get(declared) ?? [];
    return current.flatMap(({ id }) => {
      const record = records.find((one) => one.id === id);
      if (!record?.geometry) return [];
      return [{ ...look, geometry: record.geometry }];
    });
  }

  function signs(): LegendEntry[] {
    const has = (stroke: string) => renewals.some((one) => one.stroke === stroke);
    return [
      ...(has(colours.renewalPriority)
        ? [{ text: say.map.priority, stroke: colours.renewalPriority, dash: "4 2" }]
        : []),
      ...(has(colours.renewalArea) ? [{ text: say.map.renewal, stroke: colours.renewalArea }] : []),
      { text: say.map.district, stroke: colours.accent },
    ];
  }

  /** Names of the areas; one that would lie on another is left out. */
  function labels(): string {
    const plan = new LabelPlan(frame);
    const size = own.size > 14 ? 9 : 10.5;
    return shown
      .filter(({ number }) => level === "district" || own.has(number))
      .flatMap(({ name, number, labelPoint }) => {
        if (!labelPoint || !frame.holds(labelPoint, 14)) return [];
        const placed = plan.centred(name ?? number, frame.place(labelPoint), size);
        if (!placed) return [];
        const look = { ...placed, ink: colours.label, halo: colours.halo };
        return [label(placed.text, placed.at, look)];
      })
      .join("");
  }

  function altOf(): string {
    if (!figures || !period || !scale) return `${say.map.plain(title)}.`;
    const told = shown
      .filter(({ number }) => level === "district" || own.has(number))
      .flatMap(({ number, name }) => {
        const value = values.get(number)?.value;
        return value === null || value === undefined ? [] : [{ name: name ?? number, value }];
      })
      .sort((a, b) => a.value - b.value);
    const [low] = told;
    const high = told.at(-1);
    const { indicator } = figures;
    const range =
      low && high
        ? `: ${say.map.range(formats.value(low.value, indicator), low.name, formats.value(high.value, indicator), high.name)}`
        : "";
    return `${say.map.alt(indicator.name[language], formats.period(period), areasName)}${range}.`;
  }
}

function valuesOn(figures: IndicatorFigures | undefined, level: AreaLevel) {
  const all = figures?.values.get(level) ?? [];
  const period = newestPeriod(all);
  return {
    period,
    values: period === null ? new Map<string, AreaValue>() : periodValues(all, period),
    scale: figures ? scaleOf(figures, level) : null,
  };
}

/** The Stadtbezirk; with its neighbours where those are coloured as well. */
function boundsOf({ areas }: DistrictBasis, number: string, level: AreaLevel): Bounds {
  const found = areas.list("district", { withGeometry: false }).find((one) => one.number === number);
  const [west, south, east, north] = found?.bounds ?? areas.extent() ?? [0, 0, 1, 1];
  const more = level === "district" ? 0.8 : 0;
  const [x, y] = [more * (east - west), more * (north - south)];
  return [west - x, south - y, east + x, north + y];
}

function around([west, south, east, north]: Bounds): Bounds {
  const [x, y] = [0.04 * (east - west), 0.04 * (north - south)];
  return [west - x, south - y, east + x, north + y];
}

function patternOf(state: AreaValue["state"]): string {
  return state === "VALUE" ? colours.paper : statePaint(state);
}
