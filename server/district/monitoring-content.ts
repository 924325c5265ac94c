import { labelInk } from "#domain/classification/label-ink.ts";
import type { DistrictProfile, ProfileCell, ProfileIndicator } from "#domain/contract/district-contract.ts";
import { formatsOf } from "#domain/text/formats.ts";
import type { Language } from "#domain/text/text.ts";
import { districtWords } from "./district-words.ts";

export interface MonitoringCell {
  text: string;
  /** Difference from the city, signed; empty where there is none. */
  difference: string;
  /** Colour of the class as on the map, and an ink that can be read on it; null without a class. */
  fill: { colour: string; ink: string; name: string } | null;
}

export interface MonitoringContent {
  heading: string;
  /** The first names the rows; `note` says how an indicator is meant. */
  columns: { name: string; note: string }[];
  rows: { name: string; isWhole: boolean; cells: MonitoringCell[] }[];
  notes: string[];
  empty: string | null;
}

/**
 * The monitoring as a table: a row for each smaller area, city and Stadtbezirk above them; or, where there are none, a
 * row for each indicator of the Stadtbezirk beside the city, and why.
 */
export function monitoringContent(profile: DistrictProfile, language: Language): MonitoringContent {
  const say = districtWords[language];
  const formats = formatsOf(language);
  const { monitoring } = profile;
  const title = `${profile.level.singular[language]} ${profile.name}`;
  if (monitoring.indicators.length === 0) {
    return { heading: say.monitoringOfDistrict, columns: [], rows: [], notes: [], empty: say.noIndicators };
  }
  return monitoring.levelNames ? byArea(monitoring.levelNames.plural[language]) : overview();

  function byArea(areas: string): MonitoringContent {
    const shown = monitoring.indicators.flatMap((indicator, index) =>
      indicator.scale ? [{ indicator, index }] : [],
    );
    const only = monitoring.indicators.filter(({ scale }) => !scale);
    return {
      heading: say.monitoring(areas),
      columns: [
        { name: monitoring.levelNames?.singular[language] ?? "", note: "" },
        ...shown.map(({ indicator }) => headOf(indicator)),
      ],
      rows: [
        {
          ...{ name: say.city, isWhole: true },
          cells: shown.map(({ indicator }) => plain(told(indicator.city, indicator))),
        },
        {
          ...{ name: title, isWhole: true },
          cells: shown.map(({ indicator }) => ({
            ...plain(told(indicator.district, indicator)),
            difference: differenceOf(indicator.district, indicator),
          })),
        },
        ...monitoring.areas.map(({ number, name, cells }) => ({
          ...{ name: name ?? number, isWhole: false },
          cells: shown.map(({ indicator, index }) => cellOf(cells[index]!, indicator, indicator.scale!)),
        })),
      ],
      notes: [
        say.howToRead(areas),
        ...statesIn(monitoring.areas.flatMap(({ cells }) => cells)),
        ...(only.length > 0 ? [say.onlyDistricts(only.map(oneLine).join("; "))] : []),
      ],
      empty: null,
    };
  }

  function overview(): MonitoringContent {
    const { indicator, district, city, difference } = say.overviewColumns;
    return {
      heading: say.monitoringOfDistrict,
      columns: [indicator, district, city, difference].map((name) => ({ name, note: "" })),
      rows: monitoring.indicators.map((one) => ({
        name: `${one.name[language]} (${say.directions[one.direction]}) ${say.source(one.source + 1)}`,
        isWhole: false,
        cells: [
          {
            ...cellOf(one.district, one, one.districtScale),
            text: told(one.district, one, one.unit),
            difference: "",
          },
          plain(told(one.city, one, one.unit)),
          plain(differenceOf(one.district, one)),
        ],
      })),
      notes: [
        ...(monitoring.missing ? [say.missing[monitoring.missing](title)] : []),
        say.howToRead(profile.level.plural[language]),
        ...statesIn(monitoring.indicators.map((one) => one.district)),
      ],
      empty: null,
    };
  }

  function headOf(indicator: ProfileIndicator) {
    const { name, shortName, unit, direction, source } = indicator;
    const word = formats.unit(unit);
    return {
      name: `${(shortName ?? name)[language]}${word === "" ? "" : ` (${word})`} ${say.source(source + 1)}`,
      note: say.directions[direction],
    };
  }

  function cellOf(cell: ProfileCell, indicator: ProfileIndicator, scale: ProfileIndicator["districtScale"]) {
    const colour = cell.class === null ? undefined : scale.colours[cell.class];
    return {
      text: told(cell, indicator),
      difference: differenceOf(cell, indicator),
      fill:
        colour === undefined || cell.class === null
          ? null
          : { colour, ink: labelInk(colour), name: say.classOf(cell.class + 1, scale.colours.length) },
    };
  }

  function oneLine(indicator: ProfileIndicator): string {
    const { name, shortName, district, city, source } = indicator;
    return `${(shortName ?? name)[language]} ${told(district, indicator, indicator.unit)} (${say.inCity(told(city, indicator, indicator.unit))}) ${say.source(source + 1)}`;
  }

  function told(
    { value, state }: Pick<ProfileCell, "value" | "state">,
    { decimals }: ProfileIndicator,
    unit = "",
  ): string {
    return value === null ? say.states[state] : formats.value(value, { unit, decimals });
  }

  function differenceOf({ difference }: ProfileCell, { decimals }: ProfileIndicator): string {
    return difference === null ? "" : formats.change(difference, decimals);
  }

  function statesIn(cells: readonly ProfileCell[]): string[] {
    const states = (["SUPPRESSED", "TOO_FEW_RESIDENTS"] as const).filter((state) =>
      cells.some((cell) => cell.state === state),
    );
    return states.length > 0 ? [`${states.map((state) => say.stateNotes[state]).join("; ")}.`] : [];
  }
}

function plain(text: string): MonitoringCell {
  return { text, difference: "", fill: null };
}
