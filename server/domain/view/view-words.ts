/** Words an address of a view is made of, where page and server have to read the same. */

/** Tabs that name the work. */
export const tabs = ["map", "planning", "monitoring", "district", "quarters", "data"] as const;
export type Tab = (typeof tabs)[number];

/** How the indicator on the map is read: as it is, as its change, or together with a second one. */
export const readings = ["value", "change", "pair"] as const;
export type Reading = (typeof readings)[number];

/** What the tab "Planen" shows on the map, one question at a time. */
export const planningViews = ["gaps", "duplicates", "suggestions"] as const;
export type PlanningView = (typeof planningViews)[number];

/** How two scenarios stand beside each other. */
export const comparisonModes = ["side", "swipe", "difference"] as const;
export type ComparisonMode = (typeof comparisonModes)[number];

/** What the tab "Monitoring" asks, one question at a time. */
export const monitoringViews = ["index", "warnings", "mix", "choice"] as const;
export type MonitoringView = (typeof monitoringViews)[number];

/** What the map of an index shows: the class, how often it stays the same when choices change, or where it moves. */
export const indexShows = ["class", "certainty", "dynamics"] as const;
export type IndexShows = (typeof indexShows)[number];

/** How areas are chosen by figures: by conditions, by likeness to one, by what comes together. */
export const choiceQuestions = ["screening", "similar", "burdens"] as const;
export type ChoiceQuestion = (typeof choiceQuestions)[number];
