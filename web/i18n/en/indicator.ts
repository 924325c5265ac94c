import type { Messages } from "../de.ts";

/** English wording of figures, their classes and their periods. */
export const indicator: Messages["indicator"] = {
  heading: "Indicator",
  choose: "change",
  chooseFirst: "Choose indicator",
  compute: "Compute an indicator",
  isComputed: "computed",
  chooseOne: "Please choose",
  none: "No indicator",
  noneShown: "No indicator chosen. The map shows areas and layers only.",
  dialogTitle: "Choose an indicator",
  search: "Search indicators",
  noMatch: "No indicator matches this search.",
  level: "Area level",
  definition: "What this figure means",
  numerator: "Numerator",
  denominator: "Denominator",
  source: "Source",
  cycle: "Updated",
  licence: "Licence",
  referenceDate: "Reference date",
  breaks: "Breaks in the series",
  note: "How to read it",
  direction: "Direction",
  directions: {
    HIGH_IS_BURDEN: "high value = burden",
    HIGH_IS_RESOURCE: "high value = resource",
    NEUTRAL: "neither good nor bad",
  },
  minDenominator: "Smallest denominator",
  notDrawn: (level) => `There are no borders for ${level}. The figures are in the table.`,
  cohesionOnlyDistricts: "Cohesion is surveyed for districts and never broken down to smaller areas.",
  notOnLevel: (level) => `This indicator does not exist for ${level}.`,
  switchTo: (level) => `Show ${level}`,
  noFigures: "There are no figures for this period.",
  themes: {
    demography: "Population",
    "social-situation": "Social situation",
    education: "Education and childcare",
    health: "Health and care",
    housing: "Housing",
    environment: "Environment",
    cohesion: "Cohesion",
    infrastructure: "Infrastructure",
    other: "Other",
  },
  city: "City",
  orientation: (name, value) => `▲ ${name}: ${value}.`,
  cityValue: (value) => `City ${value}`,
  strip: (count, lowest, highest, city) =>
    `Distribution: ${count}, lowest value ${lowest}, highest value ${highest}${city ? `, city ${city}` : ""}.`,
  announced: (name, period, areas, range) => `${name}, ${period}: ${areas}, ${range}.`,
  range: (from, to) => `from ${from} to ${to}`,
  opacity: "Opacity of the areas",
  showValues: "Show values on the map",
  ramp: "Colour ramp",
  ramps: { blue: "Blue", cividis: "Cividis (high contrast)", viridis: "Viridis" },
  keep: "Highlight this class only",
};

export const classes: Messages["classes"] = {
  below: (to) => `below ${to}`,
  between: (from, to) => `${from} to below ${to}`,
  above: (from) => `${from} and more`,
  all: "all values",
  states: {
    VALUE: "value",
    UNKNOWN: "no data",
    SUPPRESSED: "suppressed",
    NOT_APPLICABLE: "not applicable",
    TOO_FEW_RESIDENTS: "too few residents",
  },
  residentsHeading: "residents",
  areasHeading: "areas",
  method: "Classes",
  count: "Number",
  methods: {
    content: "meaningful limits",
    quantile: "equal numbers of areas",
    "natural-breaks": "natural breaks",
    "equal-interval": "equal intervals",
    "standard-deviation": "deviation from the city's value",
  },
  recommended: (method) => `Recommended: ${method}`,
  hiddenBelow: (threshold) =>
    `Suppressed: counts below ${threshold}, or such counts could be worked out from it.`,
  hiddenBySource: "Suppressed: not published by the source.",
  confidential: (figure, count) =>
    count === 1
      ? "One figure is confidential and not seen by others."
      : `${figure} figures are confidential and not seen by others.`,
  fixed: "Classes fixed over all years",
  symbols: "Circles: the area stands for the number",
  kept: (label) => `Highlighted: ${label}.`,
  settings: "Change drawing",
};

export const period: Messages["period"] = {
  label: "Period",
  previous: "One year back",
  next: "One year on",
  play: "Play",
  stop: "Stop",
  schoolYear: (text) => `School year ${text}`,
};

export const reading: Messages["reading"] = {
  label: "How the indicator is read",
  readings: { value: "Value", change: "Change", pair: "Two indicators" },
  aroundZero: "deviation from zero",
  terciles: "a third of the areas each",
  pairName: (first, second) => `${first} and ${second}`,
  steps: ["low", "middle", "high"],
  pairClass: (first, second) => `${first} / ${second}`,
  picked: "range in the scatter plot",
  rank: "Rank (internal)",
};
