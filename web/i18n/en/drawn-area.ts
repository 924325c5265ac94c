import type { DrawnAreaText } from "../de/drawn-area.ts";

export const drawnArea: DrawnAreaText = {
  heading: "Drawn area",
  kind: "Your own drawing, not saved",
  drawing: "Draw an area",
  hint: "Each click on the map sets a corner. A click on the first corner closes the area.",
  keys: "By keyboard: focus the map, move the crosshair with the arrow keys, Enter sets a corner, Ctrl and Enter closes the area.",
  corners: (count: number) =>
    count === 0 ? "No corner yet." : count === 1 ? "1 corner set." : `${count} corners set.`,
  crossing: "The line crosses itself. Take the last corner away.",
  byCoordinate: "Or type a corner as coordinate",
  setCorner: "Set corner",
  removeLast: "Take the last corner away",
  finish: "Close area",
  cancel: "Cancel",
  counting: "Counting people",
  residents: "Residents",
  size: "Size",
  hectares: (amount: string) => `${amount} ha`,
  cells: "Grid cells",
  points: "Points",
  withheld:
    "No figures are told for this area. It has too few residents, or it differs by too few from another area whose figure is known.",
  dailyLimit:
    "You have asked for as many areas as is possible in a day. Areas of today still get their answer.",
  withheldHint: (residents: string) =>
    `Draw a larger or clearly different area, with at least ${residents} residents.`,
  ages: "Residents by age",
  age: "Age",
  people: "People",
  share: "Share",
  years: (from: number, to: number | null) =>
    to === null ? `${from} and over` : from === 0 ? `under ${to}` : `${from} to under ${to}`,
  hidden: "hidden",
  hiddenNote: (threshold: string) =>
    `Hidden are age groups with fewer than ${threshold} people or differing by so few from another area, and further ones from which they could be worked out.`,
  method: "How people are counted",
  cellSum: (metres: string) =>
    `Counted are whole grid cells of ${metres} m whose centre lies in the area. At its edge the area may therefore differ from the drawing.`,
  pointSum: "Counted are the points with residents that lie in the area.",
  logged: "Every question is logged. The figures are for official use only.",
  profile: "Profile of this quarter",
  again: "Draw anew",
  remove: "Remove",
  told: (residents: string) => `The drawn area has ${residents} residents.`,
};
