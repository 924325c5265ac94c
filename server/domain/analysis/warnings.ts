import { profileOf } from "../parameter-set/defaults.ts";
import { areasOfGrid } from "../supply/areas-of-grid.ts";
import type { Text } from "../text/text.ts";
import type { PlanningData, ResolvedQuestion } from "./planning-model.ts";
import { differsFromStandard, limitOf } from "./resolve-question.ts";

/** What an answer is about beyond ways: figures of areas, capacities, rules, or later years. */
export interface Told {
  areas?: boolean;
  capacities?: boolean;
  rules?: boolean;
  laterYears?: boolean;
  more?: readonly Text[];
}

const german = (amount: number) => amount.toLocaleString("de-DE");
const english = (amount: number) => amount.toLocaleString("en-GB");

/** Sentences that must stand beside the figures of an answer, in a fixed order. */
export function warningsOf(data: PlanningData, resolved: ResolvedQuestion, told: Told): Text[] {
  const { standard, question, reachability } = resolved;
  const warnings: Text[] = [];
  const warn = (holds: boolean, de: string, en: string) => {
    if (holds) warnings.push({ de, en });
  };

  warn(
    reachability.method === "air-line",
    "Ohne Wegenetz gerechnet: Luftlinie × 1,3.",
    "Calculated without a walking network: air line × 1.3.",
  );
  warn(
    reachability.method === "network" &&
      data.network?.hasSlopes === false &&
      profileOf(data.parameterSet, reachability.profile).maxSlopePerMille !== null,
    "Das Wegenetz kennt keine Steigungen; steile Wege zählen als begehbar.",
    "The walking network knows no slopes; steep ways count as usable.",
  );
  const limit = limitOf(question, standard)!;
  warn(
    differsFromStandard(resolved),
    standard.maxWayM === null
      ? `Für diese Art ist kein längster Weg vereinbart; gefragt ist nach ${german(limit.amount)} ${limit.measure === "metres" ? "m" : "min"}.`
      : `Weicht vom Standard ab (${german(standard.maxWayM)} m).`,
    standard.maxWayM === null
      ? `No longest way was agreed for this kind; asked for ${english(limit.amount)} ${limit.measure === "metres" ? "m" : "min"}.`
      : `Differs from the standard (${english(standard.maxWayM)} m).`,
  );
  warn(
    resolved.agesEstimated,
    "Altersgruppen des Gitters sind gleichmäßig auf Jahre aufgeteilt (Schätzung).",
    "Age groups of the grid are split evenly by years (an estimate).",
  );
  const unknown = resolved.supply.filter(({ capacity }) => capacity === null).length;
  warn(
    told.capacities === true && unknown > 0,
    `Bei ${german(unknown)} von ${german(resolved.supply.length)} Angeboten ist die Kapazität unbekannt; sie zählt dort nicht mit.`,
    `The capacity of ${english(unknown)} of ${english(resolved.supply.length)} places is unknown and not counted.`,
  );
  warn(
    told.areas === true && question.level !== "city" && areasOfGrid(data.grid, question.level) === null,
    "Das Bevölkerungsgitter ist dieser Gebietsebene nicht zugeordnet; es gibt nur Werte für die Stadt.",
    "The population grid is not assigned to areas of this level; there are figures for the city only.",
  );
  warn(
    told.rules === true && data.parameterSet.rules === undefined,
    "Der Kennwertsatz nennt keine Prüfregeln; es gelten die nicht abgestimmten Vorgaben des Werkzeugs.",
    "The parameter set names no rules; the tool's own thresholds apply, which nobody agreed.",
  );
  warn(
    standard.sourceStatus === "DEMO",
    "Standard aus einem Demo-Kennwertsatz, nicht abgestimmt.",
    "Standard from a demo parameter set, not agreed.",
  );
  warn(
    standard.sourceStatus === "FROM_MEMORY",
    "Standard aus dem Gedächtnis, vor der Verwendung zu prüfen.",
    "Standard from memory, to be checked before use.",
  );
  warn(
    told.laterYears === true,
    "Versorgte in späteren Jahren: entfällt, solange keine Prognose vorliegt.",
    "People served in later years: left out until there is a forecast.",
  );
  return [...warnings, ...(told.more ?? [])];
}
