import { publicAudience } from "#domain/access/audience.ts";
import { type AreaLevel, areaLayer } from "#domain/area/area.ts";
import { choroplethScale, knownValues } from "#domain/classification/choropleth-scale.ts";
import { classLabeller } from "#domain/classification/class-label.ts";
import { type ClassRow, classRows, keptClassOf } from "#domain/classification/class-rows.ts";
import type { AreaAnswer, City, IndicatorAnswer, Layer, Value } from "#domain/contract/contract.ts";
import { hiddenNoteOf } from "#domain/disclosure/hidden-note.ts";
import type { EmbedFacts } from "#domain/embed/embed-facts.ts";
import { type EmbedView, embedLimits, embedQuery, liesWithin } from "#domain/embed/embed-view.ts";
import { type FacilityFamily, facilityFamilies } from "#domain/facility/facility-families.ts";
import { nearestPeriod } from "#domain/indicator/nearest-period.ts";
import { type AreaValue, periodValues } from "#domain/indicator/period-values.ts";
import { type Formats, formatsOf } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";
import { describeCity, levelNaming } from "../city.ts";
import { Problem } from "../errors.ts";
import type { IndicatorReading } from "../indicators/indicator-reading.ts";
import type { Services } from "../services.ts";
import { type EmbedWords, embedWords } from "./embed-words.ts";

/** Everything an embed says, for one view of what is public. */
export interface EmbedContent {
  language: Language;
  words: EmbedWords;
  formats: Formats;
  city: City;
  /** The view with everything filled in. */
  view: Required<EmbedView>;
  title: string;
  sentences: string[];
  indicators: IndicatorAnswer[];
  indicator: IndicatorAnswer | null;
  levels: City["levels"];
  figures: EmbedFigures | null;
  areas: AreaAnswer[];
  /** Layers beside areas and base map, top first. */
  places: Layer[];
  sources: string[];
  facts: EmbedFacts;
}

export interface EmbedFigures {
  values: ReadonlyMap<string, AreaValue>;
  legend: { row: ClassRow; label: string }[];
  /** Why figures are hidden, where some are. */
  hidden: string | null;
  /** Class of an area in words, and its value. */
  classOf: (number: string) => string;
  valueOf: (number: string) => string;
  cityValue: string | null;
}

/** Layers shown when the address names none. */
const usualLayers = ["renewal-priority-areas", "renewal-areas", "quarter-projects", "facilities"];
const usualFamilies: readonly FacilityFamily[] = ["neighbourhood"];

/**
 * Reads what the view asks for as the public, whoever asks. What is not public or not there is left out without a
 * word. Throws 503 while no city is loaded.
 */
export async function embedContent(
  services: Services,
  view: EmbedView,
  { ancestors, baseMap }: { ancestors: readonly string[]; baseMap: City["baseMap"] },
): Promise<EmbedContent> {
  const language = view.lang ?? "de";
  const words = embedWords[language];
  const formats = formatsOf(language);
  const setting = services.city();
  const city = describeCity(setting, services.areas(), { kind: "built-in" });
  if (!city) throw new Problem(503, "Es ist noch keine Stadt geladen.");
  const reading = await services.indicators.read(publicAudience);
  const [indicators, described] = await Promise.all([
    reading.list(),
    services.layers.describe(publicAudience, levelNaming(setting)),
  ]);
  const levels = city.levels.filter(({ isDrawn }) => isDrawn);
  const level = (levels.find((one) => one.level === view.level) ?? levels[0])?.level ?? "district";
  const indicator = indicatorOf(view.indicator, { indicators, usual: city.defaultIndicator, level });
  const period = indicator ? nearestPeriod(indicator.periods, view.period ?? null) : null;
  const drawn = described.filter(({ tiles }) => tiles !== null);
  const layers = layersOf(view.layers, drawn, level);
  const places = layers.filter(({ kind }) => kind === "records" || kind === "features").toReversed();
  const families = familiesOf(view.families, drawn);
  const bounds = view.bounds && liesWithin(view.bounds, embedLimits(city.bounds)) ? view.bounds : city.bounds;
  const shown: Required<EmbedView> = {
    lang: language,
    level,
    indicator: indicator?.code ?? "none",
    period: period ?? "",
    layers: places.map(({ layer }) => layer),
    families: [...families],
    bounds,
  };

  const areas = await areasOf(services, reading, level);
  const measured = indicator && period ? await figuresOf(reading, { indicator, period, level }) : null;
  const plural = city.levels.find((one) => one.level === level)?.plural[language] ?? level;
  const title = words.title(
    indicator && period
      ? [indicator.name[language], words.period(formats.period(period)), plural]
      : [city.name[language], plural],
  );
  const query = embedQuery(shown);
  return {
    language,
    words,
    formats,
    city,
    view: shown,
    title,
    sentences: sentencesOf(),
    indicators,
    indicator: indicator ?? null,
    levels,
    figures: indicator && measured ? describedFigures(indicator, measured) : null,
    areas,
    places,
    sources: sourcesOf(),
    facts: {
      language,
      city: { ...city, baseMap },
      level,
      layers,
      families,
      choropleth:
        indicator && measured
          ? {
              drawing: indicator.kind === "count" ? "symbols" : "classes",
              scale: measured.scale,
              maximum: Math.max(0, ...knownValues(measured.all)),
              values: [...measured.values].map(([number, { value, state }]) => [number, value, state]),
            }
          : null,
      bounds: [...bounds],
      ancestors,
      query,
      name: `${words.heading.map}: ${title}`,
      words: words.script,
    },
  };

  function describedFigures(of: IndicatorAnswer, { scale, values, cityValue }: Measured): EmbedFigures {
    const label = classLabeller(of, scale, { words: words.classes, formats });
    const rows = classRows(scale, areas, values).filter(
      ({ kept }) => of.kind !== "count" || typeof kept === "string",
    );
    const inWords = (value: AreaValue | undefined) => {
      if (value?.state === "VALUE" && value.value !== null) return formats.value(value.value, of);
      return words.values[value && value.state !== "VALUE" ? value.state : "UNKNOWN"];
    };
    return {
      values,
      hidden: hiddenNote(of, values),
      legend: rows.map((row) => ({ row, label: label(row) })),
      classOf: (number) => {
        const kept = keptClassOf(values.get(number), scale.breaks);
        const row = rows.find((one) => one.kept === kept);
        return row ? label(row) : "";
      },
      valueOf: (number) => inWords(values.get(number)),
      cityValue: cityValue ? inWords(cityValue) : null,
    };
  }

  function hiddenNote(of: IndicatorAnswer, values: ReadonlyMap<string, AreaValue>): string | null {
    const { hidden } = hiddenNoteOf(of, level, values.values());
    if (!hidden) return null;
    return hidden.threshold === null ? words.hidden.bySource : words.hidden.below(hidden.threshold);
  }

  function sentencesOf(): string[] {
    const known = measured
      ? [...measured.values.values()].flatMap(({ value }) => (value === null ? [] : [value]))
      : [];
    const inWords = (value: number) => (indicator ? formats.value(value, indicator) : "");
    const names = places.map(({ name, layer }) =>
      layer === "facilities" && families.length < 4
        ? formats.list(families.map((family) => facilityFamilies[family][language]))
        : name[language],
    );
    return [
      ...(indicator && period
        ? [
            words.shows(
              indicator.name[language],
              words.period(formats.period(period)),
              words.areas(formats.number(areas.length), plural),
            ),
          ]
        : []),
      ...(known.length > 0 ? [words.range(inWords(Math.min(...known)), inWords(Math.max(...known)))] : []),
      ...(indicator ? [indicator.kind === "count" ? words.circles : words.darker] : []),
      ...(names.length > 0 ? [words.showsPlaces(formats.list(names))] : []),
    ];
  }

  function sourcesOf(): string[] {
    const entries = [
      ...(indicator ? [indicator.provenance] : []),
      ...layers.flatMap(({ provenance }) => provenance),
    ].map(({ source, referenceDate, licence }) => {
      const dated = referenceDate ? words.source(source, formats.date(referenceDate)) : source;
      return licence ? `${dated} (${licence})` : dated;
    });
    return [...new Set([...city!.attribution, ...entries])].filter((one) => one !== city!.notice?.de);
  }
}

interface Measured {
  scale: ReturnType<typeof choroplethScale>;
  all: Value[];
  values: ReadonlyMap<string, AreaValue>;
  cityValue: AreaValue | null;
}

async function figuresOf(
  reading: IndicatorReading,
  { indicator, period, level }: { indicator: IndicatorAnswer; period: string; level: AreaLevel },
): Promise<Measured | null> {
  const ask = (asked: AreaLevel) => reading.values({ code: indicator.code, level: asked });
  const [all = [], cityValues = []] = await Promise.all([ask(level), ask("city")]);
  if (all.length === 0) return null;
  const scale = choroplethScale({
    indicator,
    values: all,
    cityValues,
    method: null,
    classes: 5,
    ramp: "blue",
  });
  const values = periodValues(all, period);
  return { scale, all, values, cityValue: cityValues.find((one) => one.period === period) ?? null };
}

async function areasOf(
  services: Services,
  reading: IndicatorReading,
  level: AreaLevel,
): Promise<AreaAnswer[]> {
  const residents = await reading.latest({ code: "residents", level });
  return services
    .areas()
    .list(level, { withGeometry: false })
    .map((area) => ({ ...area, residents: area.residents ?? residents.get(area.number) ?? null }));
}

/** The one asked for, else the city's own choice, else the first with classes; nothing when nothing was asked for. */
function indicatorOf(
  asked: string | undefined,
  {
    indicators,
    usual,
    level,
  }: { indicators: readonly IndicatorAnswer[]; usual: string | null; level: AreaLevel },
): IndicatorAnswer | undefined {
  if (asked === "none") return undefined;
  return (
    indicators.find(({ code }) => code === asked) ??
    indicators.find(({ code }) => code === usual) ??
    indicators.find(({ kind, levels }) => kind !== "count" && levels.includes(level))
  );
}

/** Base map, borders of the level and what was asked for, bottom to top as the catalogue lists them. */
function layersOf(asked: readonly string[] | undefined, drawn: readonly Layer[], level: AreaLevel): Layer[] {
  const wanted = new Set(["base", areaLayer(level), "areas-district", ...(asked ?? usualLayers)]);
  return drawn.filter(({ layer }) => wanted.has(layer));
}

function familiesOf(
  asked: readonly FacilityFamily[] | undefined,
  drawn: readonly Layer[],
): readonly FacilityFamily[] {
  const counts = drawn.find(({ layer }) => layer === "facilities")?.counts ?? {};
  const wanted = asked ?? usualFamilies;
  if (asked || wanted.some((family) => counts[family])) return wanted;
  return Object.keys(facilityFamilies) as FacilityFamily[];
}
