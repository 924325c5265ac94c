import type { ReadingText } from "../de/reading.ts";

export const reading: ReadingText = {
  since: "Change since",
  relative: "Take off the city’s own change",
  inPercent: "Counts change by per cent, so that large and small areas can be compared.",
  methodBreak: (date, why) =>
    `Method break on ${date}: ${why}. Figures before and after are comparable only in part.`,
  with: "Second indicator",
  chooseSecond: "Please choose",
  classOf: (label, areas) => `${label}: ${areas} areas`,
  bounds: (low, high) => `low below ${low}, high from ${high}`,
  otherPeriod: (period) => `The second indicator has no figures for this year; shown is ${period}.`,
  scatter: (areas, first, second) => `${areas} areas as dots: ${first} to the right, ${second} upwards.`,
  brushHint: "Draw a range to keep its areas on the map.",
  typeRange: "Type a range",
  from: "from",
  to: "to",
  pick: "Keep these areas",
  noNumber: "Please enter numbers, such as 12.5. Empty means no limit.",
  pickedAreas: (areas) => `${areas} areas kept`,
  showAll: "show all",
  association: (linear, rank, areas) =>
    `Association over ${areas} areas: r = ${linear}, by ranks ρ = ${rank}.`,
  tooFewAreas: (fewest) => `An association is computed from ${fewest} areas with both figures on.`,
  notACause: "It does not say what comes from what, and nothing about single people.",
  neighbours: {
    alike: (areas) => `Neighbouring areas (${areas}) resemble each other here more than chance explains.`,
    unlike: (areas) => `Neighbouring areas (${areas}) differ here more than chance explains.`,
    chance: (areas) =>
      `Whether neighbouring areas (${areas}) resemble each other here cannot be told from chance.`,
    figures: ({ i, expected, p, runs, areas }) =>
      `Moran's I = ${i}, by chance ${expected} on average; p = ${p} from ${runs} random distributions over ${areas} areas.`,
    leftOut: (withoutValue, withoutNeighbour) =>
      `Left out: without a value ${withoutValue}, without a neighbour that has one ${withoutNeighbour}.`,
    method:
      "Neighbours share at least one point of their border; every area weighs the same. Larger or smaller areas would give another number. It does not say why.",
    tooFew: (fewest) =>
      `This is calculated from ${fewest} areas on that have a value and neighbours and whose values differ.`,
  },
};
