import type { AreaChoiceText } from "../de/area-choice.ts";
import { many } from "./many.ts";

const areas = (count: number) => many(count, "area", "areas");

export const areaChoice: AreaChoiceText = {
  name: "Choose areas",
  about:
    "From figures that are told, never from confidential ones, and without ranks. A choice is a reason to look closer, not a resolution.",
  question: "By what",
  questions: { screening: "Conditions", similar: "Similar", burdens: "Stacked" },
  source: "Own choice from the indicators named",
  missing: "no data",
  screening: {
    short: "Conditions",
    title: (count, join) =>
      `Areas that meet ${join === "ALL" ? "all" : "at least one"} of ${many(count, "condition", "conditions")}`,
    method: "each condition by itself; counted, not scored",
    classes: ["not met", "open, for a figure is missing", "met"],
    none: "No condition yet. Choose an indicator and a bound.",
    add: "Add a condition",
    bounds: { AT_LEAST: "at least", AT_MOST: "at most" },
    value: "Bound",
    valueIn: (unit) => `Bound in ${unit}`,
    noNumber: "Please enter a number.",
    state: "State the condition",
    cancel: "Cancel",
    remove: (condition) => `Take back the condition: ${condition}`,
    atLeast: (name, value) => `${name}: at least ${value}`,
    atMost: (name, value) => `${name}: at most ${value}`,
    join: "What has to be met",
    joins: { ALL: "every condition (and)", ANY: "at least one (or)" },
    unchecked: (condition) => `Not checked, there are no figures on this level: ${condition}`,
    counts: (condition, met, notMet, unknown) =>
      `${condition}: ${met} yes, ${notMet} no${unknown > 0 ? `, ${unknown} without a figure` : ""}`,
    meeting: "Met",
    undecided: "Open, for a figure is missing",
    nobody: "No area meets these conditions.",
    heldOf: (held, of) => `${held} of ${of}`,
    holds: "met",
    fails: "not met",
    figure: (value, outcome) => `${value} (${outcome})`,
    table: "The table below shows for each area which condition is met; there it can be saved as CSV.",
  },
  similar: {
    short: "Distance",
    title: (name) => `Likeness to ${name}`,
    method: "distance in standard deviations, averaged per indicator",
    classes: [
      "very near: below 0.5",
      "near: 0.5 to below 1",
      "far: 1 to below 1.5",
      "very far: 1.5 and more",
    ],
    area: "Similar to",
    chooseArea: "Please choose an area",
    by: "Compared by",
    add: "Add an indicator",
    remove: (name) => `Take out ${name}`,
    notHere: (name) => `${name} (not checked on this level)`,
    none: "Choose an area, here or on the map.",
    incomplete: (name) => `${name} lacks one of the figures and cannot be compared by them.`,
    nearest: "Nearest",
    nobody: "No area has all figures.",
    nobodyAlike: (name) =>
      `None is really alike: even ${name} differs by more than one standard deviation per indicator on average.`,
    distance: (value) => `distance ${value}`,
    difference: (name, value) => `${name}: ${value} standard deviations`,
    explain:
      "Each figure counts as its deviation from the mean in standard deviations. The distance is the root of the sum of squared differences; 0 is alike. The largest differences are named.",
    left: (count) => `${areas(count)} without one of the figures, not compared.`,
  },
  burdens: {
    short: "Stacked burdens",
    title: (kinds) => `Stacked burdens: ${kinds}`,
    method: "number of features in which the area is among the worst fifth",
    classes: ["none", "one", "two", "three", "four and more"],
    about:
      "In how many features an area is among the worst fifth of the areas. Each is named, none weighted.",
    by: (name, indicator, period) => `${name}: ${indicator}, ${period}`,
    unchecked: (name) => `${name}: not checked, there is no indicator for it`,
    which: "Worst fifth",
    worst: (value) => `${value} (worst fifth)`,
    noFigure: (name) => `${name}: no data`,
    partly: (count) =>
      `In ${areas(count)} the figure for at least one feature is missing: there may be more of them there.`,
    several: "Two and more at once",
    noTotal: "The number is no rating: features without data may be missing, and none outweighs another.",
  },
};
