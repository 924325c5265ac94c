import type { CohesionText } from "../de/cohesion.ts";

export const cohesion: CohesionText = {
  heading: "Cohesion",
  about: "Survey, for districts only. In a fixed order, not a league table.",
  caption: "Figure of the district and mean of the city",
  dimension: "Dimension",
  here: "District",
  city: "City",
  axis: "Scale 0 to 100: dot = district, stroke = city, bar = 95 % interval.",
  axisWithoutInterval: "Scale 0 to 100: dot = district, stroke = city.",
  interval: (low, high) => `${low} to ${high}`,
  intervalLabel: "95 % interval",
  moderate: "According to the study, differences between districts are moderate.",
  against: {
    within: (name) => `${name}: not surely different from the city.`,
    apart: (name) => `${name}: different from the city, whose mean lies outside the 95 % interval.`,
    unknown: (name) =>
      `${name}: without an interval nobody can say whether the district surely differs from the city.`,
    noFigure: (name) => `${name}: no figure for this district.`,
    noMean: (name) => `${name}: no mean of the city to compare with.`,
  },
  oneEdition: "One survey so far: no change can be told.",
  loading: "Loading figures of cohesion",
};
